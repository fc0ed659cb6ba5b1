import { expect, test } from 'vitest'
import { defaultSettings } from '#core/records/projectRecord'
import { checkDraft, makeDraft, settingsOfDraft, type ProjectDraft } from '#features/projects/projectDraft'

function aDraft(part: Partial<ProjectDraft> = {}): ProjectDraft {
  return { ...makeDraft(new Date(2025, 2, 1)), name: '年度报告评估', ...part }
}

test('a new draft is about last year and holds the usual settings', () => {
  expect(makeDraft(new Date(2025, 2, 1)).year).toBe('2024')
  expect(settingsOfDraft(aDraft())).toEqual(defaultSettings)
})

test('a draft with a name may be created', () => {
  expect(checkDraft(aDraft(), ['A', 'B'])).toEqual([])
})

test.each<[string, Partial<ProjectDraft>, ReturnType<typeof checkDraft>]>([
  ['no name', { name: ' \u3000' }, ['name-missing']],
  ['two digits of a year', { year: '24' }, ['year-wrong']],
  ['a year of another century', { year: '1924' }, ['year-wrong']],
  ['no band at all', { bands: [] }, ['bands-missing']],
  ['a nameless band', { bands: [{ name: ' ', from: '0' }] }, ['band-name-missing']],
  ['two bands of one name', { bands: [{ name: '好', from: '60' }, { name: '好 ', from: '0' }] }, ['band-name-twice']],
  ['a band without a limit', { bands: [{ name: '好', from: '' }, { name: '差', from: '0' }] }, ['band-from-missing']],
  ['two bands from the same total', { bands: [{ name: '好', from: '60' }, { name: '中', from: '60.0' }, { name: '差', from: '0' }] }, ['bands-not-falling']],
  ['bands that rise', { bands: [{ name: '差', from: '0' }, { name: '好', from: '60' }] }, ['bands-not-falling']],
  ['a tie compared by a dimension that is not there', { tieDimensions: 'A、X' }, ['tie-dimension-unknown']],
  ['a tie compared twice by one dimension', { tieDimensions: 'A B A' }, ['tie-dimension-unknown']],
  ['a quota of nothing', { quota: '0' }, ['quota-wrong']],
  ['a quota above the whole', { quota: '100.5' }, ['quota-wrong']],
  ['a total below every band', { bands: [{ name: '好', from: '60' }] }, ['bands-end-above-zero']],
])('%s is refused', (_what, part, problems) => {
  expect(checkDraft(aDraft(part), ['A', 'B'])).toEqual(problems)
})

test('ties and a quota become settings in their fixed order', () => {
  const settings = settingsOfDraft(aDraft({ tieDimensions: 'B, A', tieFewerDeductions: true, tieEarlierPublication: true, quota: '20' }))
  expect(settings).toEqual({
    ...defaultSettings,
    tieBreak: [{ kind: 'dimension', id: 'B' }, { kind: 'dimension', id: 'A' }, { kind: 'fewerDeductions' }, { kind: 'earlierPublication' }],
    quota: { band: '优秀', percent: 20 },
  })
})
