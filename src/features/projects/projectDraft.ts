import { defaultSettings, type ProjectSettings, type TieBreak } from '#core/records/projectRecord'
import { comparePoints, pointsOf } from '#core/points'

/** What is being typed into the dialog of a new project; numbers are still text. */
export interface ProjectDraft {
  readonly name: string
  readonly year: string
  readonly decimals: number
  readonly rankOn: ProjectSettings['rankOn']
  readonly tieRule: ProjectSettings['tieRule']
  readonly rankProvisional: boolean
  readonly bands: readonly BandDraft[]
  /** Ids of dimensions in the order in which ties compare them, as typed: "C、D"; '' = they do not. */
  readonly tieDimensions: string
  readonly tieFewerDeductions: boolean
  readonly tieEarlierPublication: boolean
  /** Most units of the best band, percent of the ranked ones, as typed; '' = no limit. */
  readonly quota: string
}

export interface BandDraft {
  readonly name: string
  readonly from: string
}

export type DraftProblem = 'name-missing' | 'year-wrong' | 'bands-missing' | 'band-name-missing' | 'band-name-twice' | 'band-from-missing' | 'bands-not-falling' | 'bands-end-above-zero' | 'tie-dimension-unknown' | 'quota-wrong'

export const longestProjectName = 60

/** Reports of a year come out in the next one: the year before this one is nearly always meant. */
export function makeDraft(today: Date): ProjectDraft {
  const { bands, ...settings } = defaultSettings
  return { name: '', year: String(today.getFullYear() - 1), ...settings, bands: bands.map(({ name, from }) => ({ name, from: String(from) })), tieDimensions: '', tieFewerDeductions: false, tieEarlierPublication: false, quota: '' }
}

/** Empty = may be created. `dimensions`: ids of the chosen rubric's level-1 groups. */
export function checkDraft(draft: ProjectDraft, dimensions: readonly string[]): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (draft.name.trim() === '') problems.push('name-missing')
  if (!/^\d{4}$/.test(draft.year) || Number(draft.year) < 2000 || Number(draft.year) > 2100) problems.push('year-wrong')
  problems.push(...checkBands(draft.bands))
  const compared = tieDimensionsOf(draft)
  if (compared.some((id, index) => !dimensions.includes(id) || compared.indexOf(id) < index)) problems.push('tie-dimension-unknown')
  const percent = Number(draft.quota)
  if (draft.quota !== '' && !(percent > 0 && percent <= 100 && draft.bands.length > 1)) problems.push('quota-wrong')
  return problems
}

function checkBands(bands: readonly BandDraft[]): DraftProblem[] {
  if (bands.length === 0) return ['bands-missing']
  const problems: DraftProblem[] = []
  const names = bands.map((band) => band.name.trim())
  if (names.includes('')) problems.push('band-name-missing')
  else if (new Set(names).size < names.length) problems.push('band-name-twice')
  if (bands.some((band) => band.from === '')) return [...problems, 'band-from-missing']
  const floors = bands.map((band) => pointsOf(band.from))
  if (floors.some((floor, index) => index > 0 && comparePoints(floors[index - 1]!, floor) <= 0)) problems.push('bands-not-falling')
  else if (bands.at(-1)!.from !== '0') problems.push('bands-end-above-zero')
  return problems
}

function tieDimensionsOf(draft: ProjectDraft): string[] {
  return draft.tieDimensions.split(/[\s,，、;；>＞]+/).filter((id) => id !== '')
}

export function settingsOfDraft(draft: ProjectDraft): ProjectSettings {
  const tieBreak: TieBreak[] = [
    ...tieDimensionsOf(draft).map((id): TieBreak => ({ kind: 'dimension', id })),
    ...(draft.tieFewerDeductions ? [{ kind: 'fewerDeductions' } as const] : []),
    ...(draft.tieEarlierPublication ? [{ kind: 'earlierPublication' } as const] : []),
  ]
  return {
    decimals: draft.decimals,
    rankOn: draft.rankOn,
    tieRule: draft.tieRule,
    rankProvisional: draft.rankProvisional,
    bands: draft.bands.map((band) => ({ name: band.name.trim(), from: Number(band.from) })),
    ...(tieBreak.length > 0 ? { tieBreak } : {}),
    ...(draft.quota === '' ? {} : { quota: { band: draft.bands[0]?.name.trim() ?? '', percent: Number(draft.quota) } }),
  }
}
