import type { ExportProblem } from '#workflows/exportWorkbook'
import type { saveProjectFile } from '#workflows/saveProjectFile'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export type SaveProblem = Extract<Awaited<ReturnType<typeof saveProjectFile>>, { readonly ok: false }>['problem']

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
    case 'stale-entry':
    case 'already-there':
    case 'report-already-there':
    case 'name-taken': return t('deliver.saveProblem.other', { detail: problem.kind })
  }
}

/** What an unexpected failure said, for whoever maintains the program. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
