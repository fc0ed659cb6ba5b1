import { defaultSettings } from '#core/records/projectRecord'
import { checkSettingsDraft, makeSettingsDraft, type SettingsDraft, type SettingsDraftProblem } from './settings/settingsDraft'

/** What is being typed into the dialog of a new project; numbers are still text. */
export interface ProjectDraft {
  readonly name: string
  readonly year: string
  readonly settings: SettingsDraft
}

export type DraftProblem = 'name-missing' | 'year-wrong' | SettingsDraftProblem

export const longestProjectName = 60

/** Reports of a year come out in the next one: the year before this one is nearly always meant. */
export function makeDraft(today: Date): ProjectDraft {
  return { name: '', year: String(today.getFullYear() - 1), settings: makeSettingsDraft(defaultSettings) }
}

/** Empty = may be created. `dimensions`: ids of the chosen rubric's level-1 groups. */
export function checkDraft(draft: ProjectDraft, dimensions: readonly string[]): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (draft.name.trim() === '') problems.push('name-missing')
  if (!/^\d{4}$/.test(draft.year) || Number(draft.year) < 2000 || Number(draft.year) > 2100) problems.push('year-wrong')
  return [...problems, ...checkSettingsDraft(draft.settings, dimensions)]
}
