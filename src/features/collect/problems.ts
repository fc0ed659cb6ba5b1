import { assertNever } from '#core/brand'
import type { FileProblem } from '#features/collect/intake/intakeStore'
import type { DoubtCause } from '#features/collect/intake/reviewDoubts'
import type { Twin } from '#features/collect/intake/fileStatus'
import type { ImportRefusal } from '#workflows/importReport'
import type { UnitProblem } from '#workflows/addUnits'
import type { UnitRowProblem } from '#features/collect/units/checkUnitBlock'

/** vue-i18n's `t`, within the words of this desk. */
export type Translate = (key: string, named?: Record<string, unknown>) => string

export function fileProblemWords(problem: FileProblem, t: Translate): string {
  switch (problem.kind) {
    case 'too-large':
      return t('collect.fileProblem.too-large', { size: sizeWords(problem.sizeBytes), limit: sizeWords(problem.limitBytes) })
    case 'not-text':
      return t('collect.fileProblem.not-text', { looksLike: t(`collect.looksLike.${problem.looksLike}`) })
    case 'empty-file':
    case 'unknown-encoding':
    case 'no-text-left':
    case 'unreadable':
      return t(`collect.fileProblem.${problem.kind}`)
    default:
      return assertNever(problem)
  }
}

export function rowProblemWords(problem: UnitRowProblem, t: Translate): string {
  return t(`collect.rowProblem.${problem.kind}`, { ...problem })
}

/** `value`: what stands in the field, in words. */
export function doubtWords(cause: DoubtCause, value: string, t: Translate): string {
  return t(`collect.doubt.${cause.kind}`, { ...cause, value })
}

export function twinWords(twin: Twin, unitName: string, t: Translate): string {
  return twin.where === 'drop' ? t(`collect.twin.drop-${twin.same}`, { file: twin.fileName }) : t(`collect.twin.project-${twin.same}`, { unit: unitName })
}

export function unitProblemWords(problem: UnitProblem, t: Translate): string {
  switch (problem.kind) {
    case 'name-missing':
    case 'name-too-long':
    case 'name-twice':
      return t(`collect.unitProblem.${problem.kind}`, { ...problem, row: problem.row + 1 })
    default:
      return refusalWords(problem, t)
  }
}

/** Why the store did not take something; the kind stands behind the words for whoever is asked for help. */
export function refusalWords(problem: ImportRefusal, t: Translate): string {
  switch (problem.kind) {
    case 'bytes-differ':
    case 'report-already-there':
    case 'quota-exceeded':
    case 'data-newer-than-app':
    case 'data-unreadable':
      return t(`collect.refusal.${problem.kind}`)
    case 'name-taken':
      return t('collect.refusal.name-taken', { name: problem.name })
    case 'not-found':
      return t(`collect.refusal.not-found-${problem.what === 'project' || problem.what === 'report' ? problem.what : 'unit'}`)
    case 'storage-failed':
      return t('collect.refusal.storage-failed', { detail: problem.detail })
    case 'invalid-record':
      return t('collect.refusal.storage-failed', { detail: `${problem.problem.record} ${problem.problem.path}: ${problem.problem.expected}` })
    case 'stale-entry':
    case 'already-there':
      return t('collect.refusal.storage-failed', { detail: problem.kind })
    default:
      return assertNever(problem)
  }
}

/** 8966 → "8.8 KB". */
export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`
  if (sizeBytes < 1024 * 1024) return `${(sizeBytes / 1024).toFixed(1)} KB`
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`
}
