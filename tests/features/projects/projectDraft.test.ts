import { expect, test } from 'vitest'
import { defaultSettings } from '#core/records/projectRecord'
import { checkDraft, makeDraft, type ProjectDraft } from '#features/projects/projectDraft'
import { settingsOfDraft } from '#features/projects/settings/settingsDraft'

function aDraft(part: Partial<ProjectDraft> = {}): ProjectDraft {
  return { ...makeDraft(new Date(2025, 2, 1)), name: '年度报告评估', ...part }
}

test('a new draft is about last year and holds the usual settings', () => {
  const draft = makeDraft(new Date(2025, 2, 1))
  expect([draft.year, settingsOfDraft(draft.settings)]).toEqual(['2024', defaultSettings])
})

test('a draft with a name may be created', () => {
  expect(checkDraft(aDraft(), ['A', 'B'])).toEqual([])
})

test.each<[string, Partial<ProjectDraft>, ReturnType<typeof checkDraft>]>([
  ['no name', { name: ' \u3000' }, ['name-missing']],
  ['two digits of a year', { year: '24' }, ['year-wrong']],
  ['a year of another century', { year: '1924' }, ['year-wrong']],
  ['unsound settings', { settings: { ...aDraft().settings, bands: [] } }, ['bands-missing']],
])('%s is refused', (_what, part, problems) => {
  expect(checkDraft(aDraft(part), ['A', 'B'])).toEqual(problems)
})
