import { expect, test } from 'vitest'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import { sameSettings } from '#core/records/sameSettings'

test('no tie-break and an empty one are the same, and so are 60 and 60.0', () => {
  const bands = defaultSettings.bands.map((band) => ({ ...band }))
  expect(sameSettings(defaultSettings, { ...defaultSettings, bands, tieBreak: [] })).toBe(true)
})

test.each<Partial<ProjectSettings>>([
  { decimals: 1 }, { rankOn: 'unrounded' }, { tieRule: 'dense' }, { rankProvisional: true }, { bands: defaultSettings.bands.slice(1) },
  { bands: defaultSettings.bands.map((band) => (band.from === 90 ? { ...band, from: 85 } : band)) }, { bands: defaultSettings.bands.map((band) => (band.from === 90 ? { ...band, name: '优' } : band)) },
  { quota: { band: '优秀', percent: 20 } }, { tieBreak: [{ kind: 'fewerDeductions' }] },
])('%j is another', (part) => {
  expect([sameSettings(defaultSettings, { ...defaultSettings, ...part }), sameSettings({ ...defaultSettings, ...part }, defaultSettings)]).toEqual([false, false])
})

test('the order of a tie-break chain counts, and so does the dimension', () => {
  const chain = (...tieBreak: NonNullable<ProjectSettings['tieBreak']>): ProjectSettings => ({ ...defaultSettings, tieBreak })
  expect(sameSettings(chain({ kind: 'fewerDeductions' }, { kind: 'earlierPublication' }), chain({ kind: 'earlierPublication' }, { kind: 'fewerDeductions' }))).toBe(false)
  expect(sameSettings(chain({ kind: 'dimension', id: 'A' }), chain({ kind: 'dimension', id: 'B' }))).toBe(false)
})
