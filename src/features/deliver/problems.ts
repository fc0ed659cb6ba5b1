import type { ExportProblem } from '#workflows/exportWorkbook'
import type { RestoreProblem } from '#workflows/restoreCopy'
import type { WorkFileProblem } from '#workflows/workFile'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export type SaveProblem = WorkFileProblem

export function exportProblemWords(t: Speak, problem: ExportProblem): string {
  switch (problem.kind) {
    case 'no-units': return t('deliver.exportProblem.no-units')
    case 'project-gone': return t('deliver.exportProblem.project-gone')
  }
}

/** Why no project file was written. Saving only reads, so nothing in the project changed whatever it is. */
export function saveProblemWords(t: Speak, problem: SaveProblem): string {
  switch (problem.kind) {
    case 'quota-exceeded': return t('deliver.saveProblem.quota-exceeded')
    case 'not-found': return t('deliver.saveProblem.not-found')
    case 'data-newer-than-app': return t('deliver.saveProblem.data-newer-than-app')
    case 'data-unreadable': return t('deliver.saveProblem.data-unreadable')
    case 'invalid-record': return t('deliver.saveProblem.invalid-record', { detail: `${problem.problem.record} ${problem.problem.path}` })
    case 'storage-failed': return t('deliver.saveProblem.other', { detail: problem.detail })
    case 'no-work-file':
    case 'sealing-unavailable': return t(`deliver.saveProblem.${problem.kind}`)
    case 'permission-needed':
    case 'passphrase-needed':
    case 'file-gone':
    case 'changed-outside': return t(`deliver.saveProblem.${problem.kind}`, { name: problem.fileName })
    case 'write-failed': return t('deliver.saveProblem.write-failed', { name: problem.fileName, detail: problem.detail })
    case 'too-large': return t('deliver.saveProblem.too-large', { size: inMegabytes(problem.sizeBytes), limit: inMegabytes(problem.limitBytes) })
    case 'stale-entry':
    case 'already-there':
    case 'report-already-there':
    case 'name-taken': return t('deliver.saveProblem.other', { detail: problem.kind })
  }
}

/** Why a copy was not brought back; nothing in the project changed. */
export function restoreProblemWords(t: Speak, problem: RestoreProblem): string {
  switch (problem.kind) {
    case 'copy-damaged':
    case 'damaged':
    case 'unsound':
    case 'not-a-project-file':
    case 'wrong-passphrase':
    case 'passphrase-needed': return t('deliver.restoreProblem.damaged')
    case 'file-newer-than-app': return t('deliver.restoreProblem.newer', { version: problem.appVersion })
    case 'sealed-newer-than-app': return t('deliver.restoreProblem.newer', { version: problem.found })
    default: return t('deliver.restoreProblem.other', { detail: saveProblemWords(t, problem) })
  }
}

function inMegabytes(sizeBytes: number): string {
  return (sizeBytes / 1_000_000).toFixed(1)
}

/** A size for the eye: "0.4 MB" would say nothing of a small file. */
export function sizeWords(sizeBytes: number): string {
  return sizeBytes < 1_000_000 ? `${Math.max(1, Math.round(sizeBytes / 1000))} KB` : `${inMegabytes(sizeBytes)} MB`
}

/** What an unexpected failure said, for whoever maintains the program. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
