import { assertNever } from '#core/brand'
import type { UnreadFormat } from '#core/text/importProblem'
import type { DocumentKind } from '#core/text/reportProposal'
import type { ReviewField } from '#features/collect/intake/fileReview'
import type { FileProblem } from '#features/collect/intake/intakeStore'
import type { DoubtCause } from '#features/collect/intake/reviewDoubts'
import type { Twin } from '#features/collect/intake/fileStatus'
import type { ImportRefusal } from '#workflows/importReport'
import type { UnitProblem } from '#workflows/addUnits'
import type { UnitRowProblem } from '#features/collect/units/checkUnitBlock'

/** vue-i18n's `t`, within the words of this desk. */
export type Translate = (key: string, named?: Record<string, unknown>) => string

/** What is the matter with a file, and what can be done about it. */
export function fileProblemWords(problem: FileProblem, t: Translate): string {
  switch (problem.kind) {
    case 'too-large':
      return t('collect.fileProblem.too-large', { size: sizeWords(problem.sizeBytes), limit: sizeWords(problem.limitBytes) })
    case 'not-text':
      return t(`collect.fileProblem.not-text-${wayOut(problem.looksLike)}`, { looksLike: t(`collect.looksLike.${problem.looksLike}`) })
    case 'damaged':
      return t('collect.fileProblem.damaged', { format: t(`collect.format.${problem.format}`) })
    case 'locked':
      return t('collect.fileProblem.locked', { format: t(`collect.lockedFormat.${problem.format}`) })
    case 'scanned-pdf':
    case 'garbled-pdf':
      return t(`collect.fileProblem.${problem.kind}`, { pages: problem.pages })
    case 'unpacks-too-large':
      return t('collect.fileProblem.unpacks-too-large', { format: t(`collect.format.${problem.format}`), limit: sizeWords(problem.limitBytes) })
    case 'over-limit':
      return t('collect.fileProblem.over-limit', { limit: problem.limit.toLocaleString('zh-CN'), what: t(`collect.overLimit.${problem.what}`) })
    case 'empty-file':
    case 'unknown-encoding':
    case 'no-text-left':
    case 'unreadable':
    case 'reader-failed':
      return t(`collect.fileProblem.${problem.kind}`)
    default:
      return assertNever(problem)
  }
}

/** What a person can do with a file of a kind that is not read. */
function wayOut(looksLike: UnreadFormat): 'save-as' | 'unpack' | 'picture' | 'table' | 'other' {
  switch (looksLike) {
    case 'doc':
    case 'wps':
    case 'ole':
    case 'rtf':
    case 'odt':
    case 'ofd':
    case 'pdf':
    case 'docx':
    case 'html':
    case 'mht':
    case 'epub':
      return 'save-as'
    case 'zip':
    case 'archive':
      return 'unpack'
    case 'image':
      return 'picture'
    case 'xls':
    case 'xlsx':
    case 'ppt':
    case 'pptx':
      return 'table'
    case 'binary':
      return 'other'
    default:
      return assertNever(looksLike)
  }
}

export function rowProblemWords(problem: UnitRowProblem, t: Translate): string {
  return t(`collect.rowProblem.${problem.kind}`, { ...problem })
}

/** `value`: what stands in the field, in words. */
export function doubtWords(cause: DoubtCause, value: string, t: Translate): string {
  return t(`collect.doubt.${cause.kind}`, { ...cause, value, ...foundWords(cause, t) })
}

/** What the button says that answers a question with yes. */
export function doubtAnswerWords(cause: DoubtCause, t: Translate): string {
  switch (cause.kind) {
    case 'other-kind':
    case 'year-differs':
      return t('collect.doubt.take')
    case 'two-units':
    case 'code-differs':
      return t('collect.doubt.thisUnit')
    case 'unit-unknown':
      return t('collect.doubt.makeUnit')
    default:
      return t('collect.intake.confirmDoubt')
  }
}

/** The question that several files raise. */
export function doubtGroupWords({ cause, field }: { readonly cause: DoubtCause; readonly field: ReviewField }, t: Translate): string {
  return t(`collect.doubtGroup.${cause.kind}`, { ...cause, ...foundWords(cause, t), field: t(`collect.field.${field}`) })
}

function foundWords(cause: DoubtCause, t: Translate): { readonly found?: string } {
  return cause.kind === 'other-kind' ? { found: documentKindWords(cause.found, t) } : {}
}

export function documentKindWords(kind: DocumentKind | null, t: Translate): string {
  return t(`collect.documentKind.${kind ?? 'unknown'}`)
}

export function twinWords(twin: Twin, unitName: string, t: Translate): string {
  if (twin.where === 'drop') return t(`collect.twin.drop-${twin.same}`, { file: twin.fileName })
  return t(`collect.twin.${twin.isOlder ? 'older' : 'project'}-${twin.same}`, { unit: unitName })
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
