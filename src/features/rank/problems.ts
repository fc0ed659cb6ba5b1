import type { ExportProblem } from '#workflows/exportWorkbook'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export function exportProblemWords(t: Speak, problem: ExportProblem): string {
  switch (problem.kind) {
    case 'no-units': return t('rank.exportProblem.no-units')
    case 'project-gone': return t('rank.exportProblem.project-gone')
  }
}

/** What an unexpected failure said, for whoever maintains the program. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
