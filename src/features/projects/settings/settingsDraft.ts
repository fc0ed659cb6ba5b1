import { comparePoints, multiplyPoints, pointsOf, writeExact } from '#core/points'
import type { ProjectSettings, TieBreak } from '#core/records/projectRecord'

/** Settings while they are being typed; numbers are still text. */
export interface SettingsDraft {
  readonly decimals: number
  readonly rankOn: ProjectSettings['rankOn']
  readonly tieRule: ProjectSettings['tieRule']
  readonly rankProvisional: boolean
  readonly bands: readonly BandDraft[]
  readonly tieBreak: readonly TieBreak[]
  /** Index of the band with a quota; null: none has one. */
  readonly quotaAt: number | null
  /** Percent of the ranked units, as typed. */
  readonly quotaPercent: string
}

export interface BandDraft {
  readonly name: string
  readonly from: string
}

export type SettingsDraftProblem = 'bands-missing' | 'band-name-missing' | 'band-name-twice' | 'band-from-missing' | 'bands-not-falling' | 'bands-end-above-zero' | 'tie-dimension-unknown' | 'quota-wrong'

export function makeSettingsDraft({ bands, quota, tieBreak = [], decimals, rankOn, tieRule, rankProvisional }: ProjectSettings): SettingsDraft {
  const at = quota ? bands.findIndex((band) => band.name === quota.band) : -1
  return {
    decimals, rankOn, tieRule, rankProvisional, tieBreak,
    bands: bands.map(({ name, from }) => ({ name, from: writeExact(pointsOf(from)) })),
    quotaAt: at < 0 ? null : at,
    quotaPercent: quota ? writeExact(pointsOf(quota.percent)) : '',
  }
}

/** Empty = sound. `dimensions`: ids of the rubric's level-1 groups. */
export function checkSettingsDraft(draft: SettingsDraft, dimensions: readonly string[]): SettingsDraftProblem[] {
  const problems = checkBands(draft.bands)
  if (draft.tieBreak.some((step) => step.kind === 'dimension' && !dimensions.includes(step.id))) problems.push('tie-dimension-unknown')
  const percent = Number(draft.quotaPercent)
  if (draft.quotaAt !== null && !(percent > 0 && percent <= 100 && draft.quotaAt < draft.bands.length - 1)) problems.push('quota-wrong')
  return problems
}

function checkBands(bands: readonly BandDraft[]): SettingsDraftProblem[] {
  if (bands.length === 0) return ['bands-missing']
  const problems: SettingsDraftProblem[] = []
  const names = bands.map((band) => band.name.trim())
  if (names.includes('')) problems.push('band-name-missing')
  else if (new Set(names).size < names.length) problems.push('band-name-twice')
  if (bands.some((band) => band.from === '')) return [...problems, 'band-from-missing']
  const floors = bands.map((band) => pointsOf(band.from))
  if (floors.some((floor, index) => index > 0 && comparePoints(floors[index - 1]!, floor) <= 0)) problems.push('bands-not-falling')
  else if (comparePoints(floors.at(-1)!, pointsOf(0)) !== 0) problems.push('bands-end-above-zero')
  return problems
}

export function settingsOfDraft(draft: SettingsDraft): ProjectSettings {
  const { decimals, rankOn, tieRule, rankProvisional, tieBreak } = draft
  const limited = draft.quotaAt === null ? undefined : draft.bands[draft.quotaAt]
  return {
    decimals, rankOn, tieRule, rankProvisional,
    bands: draft.bands.map((band) => ({ name: band.name.trim(), from: Number(band.from) })),
    ...(tieBreak.length > 0 ? { tieBreak } : {}),
    ...(limited ? { quota: { band: limited.name.trim(), percent: Number(draft.quotaPercent) } } : {}),
  }
}

/** A nameless band above the one at `index`; the quota stays with its band. */
export function insertBand(draft: SettingsDraft, index: number): SettingsDraft {
  return { ...draft, bands: draft.bands.toSpliced(index, 0, { name: '', from: '' }), quotaAt: draft.quotaAt === null || draft.quotaAt < index ? draft.quotaAt : draft.quotaAt + 1 }
}

export function removeBand(draft: SettingsDraft, index: number): SettingsDraft {
  const { quotaAt } = draft
  return { ...draft, bands: draft.bands.toSpliced(index, 1), quotaAt: quotaAt === null || quotaAt === index ? null : quotaAt > index ? quotaAt - 1 : quotaAt }
}

/** The best band begins above all that can be earned: nobody will ever be in it. */
export function isOutOfReach({ bands }: SettingsDraft, full: number): boolean {
  const best = bands[0]?.from
  return best !== undefined && best !== '' && comparePoints(pointsOf(best), pointsOf(full)) > 0
}

/** Bands that were meant for 100 points, in proportion to `full`. */
export function scaleBands(draft: SettingsDraft, full: number): SettingsDraft {
  const share = multiplyPoints(pointsOf(full), pointsOf('0.01'))
  return { ...draft, bands: draft.bands.map((band) => (band.from === '' ? band : { ...band, from: writeExact(multiplyPoints(pointsOf(band.from), share)) })) }
}
