import { expect, test } from 'vitest'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import { checkSettingsDraft, insertBand, isOutOfReach, makeSettingsDraft, removeBand, scaleBands, settingsOfDraft, type SettingsDraft } from '#features/projects/settings/settingsDraft'

function aDraft(part: Partial<SettingsDraft> = {}): SettingsDraft {
  return { ...makeSettingsDraft(defaultSettings), ...part }
}

test('settings come back from the form as they went in', () => {
  const settings: ProjectSettings = {
    decimals: 3, rankOn: 'unrounded', tieRule: 'dense', rankProvisional: true, bands: [{ name: '好', from: 87.5 }, { name: '中', from: 60 }, { name: '差', from: 0 }],
    quota: { band: '中', percent: 33.3 }, tieBreak: [{ kind: 'earlierPublication' }, { kind: 'dimension', id: 'B' }, { kind: 'fewerDeductions' }],
  }
  expect([settingsOfDraft(makeSettingsDraft(settings)), settingsOfDraft(makeSettingsDraft(defaultSettings))]).toEqual([settings, defaultSettings])
})

test.each<[string, Partial<SettingsDraft>, ReturnType<typeof checkSettingsDraft>]>([
  ['no band at all', { bands: [] }, ['bands-missing']],
  ['a nameless band', { bands: [{ name: ' ', from: '0' }] }, ['band-name-missing']],
  ['two bands of one name', { bands: [{ name: '好', from: '60' }, { name: '好 ', from: '0' }] }, ['band-name-twice']],
  ['a band without a limit', { bands: [{ name: '好', from: '' }, { name: '差', from: '0' }] }, ['band-from-missing']],
  ['two bands from the same total', { bands: [{ name: '好', from: '60' }, { name: '中', from: '60.0' }, { name: '差', from: '0' }] }, ['bands-not-falling']],
  ['bands that rise', { bands: [{ name: '差', from: '0' }, { name: '好', from: '60' }] }, ['bands-not-falling']],
  ['a total below every band', { bands: [{ name: '好', from: '60' }] }, ['bands-end-above-zero']],
  ['a zero that is written 0.0', { bands: [{ name: '好', from: '60' }, { name: '差', from: '0.0' }] }, []],
  ['a tie compared by a dimension that is not there', { tieBreak: [{ kind: 'dimension', id: 'A' }, { kind: 'dimension', id: 'X' }] }, ['tie-dimension-unknown']],
  ['a quota of nothing', { quotaAt: 0, quotaPercent: '0' }, ['quota-wrong']],
  ['a quota not said', { quotaAt: 0, quotaPercent: '' }, ['quota-wrong']],
  ['a quota above the whole', { quotaAt: 0, quotaPercent: '100.5' }, ['quota-wrong']],
  ['a quota of the last band', { quotaAt: 3, quotaPercent: '20' }, ['quota-wrong']],
  ['a quota of a middle band', { quotaAt: 1, quotaPercent: '20' }, []],
])('%s: what is said of it', (_what, part, problems) => {
  expect(checkSettingsDraft(aDraft(part), ['A', 'B'])).toEqual(problems)
})

test('a quota stays with its band while others come and go, and goes with it', () => {
  const draft = aDraft({ quotaAt: 1, quotaPercent: '20' })
  expect([insertBand(draft, 0), insertBand(draft, 2), removeBand(draft, 0), removeBand(draft, 2), removeBand(draft, 1)].map(({ quotaAt, bands }) => (quotaAt === null ? null : bands[quotaAt]?.name))).toEqual(['良好', '良好', '良好', '良好', null])
})

test('bands of 100 points are out of reach of 75, and are scaled exactly', () => {
  expect([isOutOfReach(aDraft(), 100), isOutOfReach(aDraft(), 90), isOutOfReach(aDraft(), 75)]).toEqual([false, false, true])
  expect(scaleBands(aDraft(), 75).bands.map(({ from }) => from)).toEqual(['67.5', '60', '45', '0'])
})
