import { comparePoints, pointsOf } from '#core/points'
import type { ProjectSettings, TieBreak } from '#core/records/projectRecord'

export type ProjectDraftProblem =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-too-long'; readonly limit: number }
  | { readonly kind: 'year-out-of-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'decimals-out-of-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'bands-missing' }
  | { readonly kind: 'band-name-missing' }
  | { readonly kind: 'band-name-twice'; readonly name: string }
  /** Bands go from best to worst, each edge lower than the one before, and the last from 0: no total may fall between two. */
  | { readonly kind: 'bands-not-falling'; readonly name: string }
  | { readonly kind: 'bands-leave-a-gap' }
  | { readonly kind: 'quota-out-of-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'quota-of-no-band'; readonly band: string }
  /** The last band has no next one to show instead. */
  | { readonly kind: 'quota-of-last-band'; readonly band: string }
  | { readonly kind: 'tie-break-twice'; readonly kindOfStep: TieBreak['kind'] }
  /** A dimension that the rubric has not. */
  | { readonly kind: 'tie-break-unknown'; readonly id: string }

export const nameLimit = 200
const years = { low: 1990, high: 2100 } as const
const decimals = { low: 0, high: 4 } as const

/** What a new project may be; the first problem, or null. */
export function checkProjectDraft(draft: { readonly name: string; readonly year: number; readonly settings: ProjectSettings }): ProjectDraftProblem | null {
  const name = draft.name.trim()
  if (name === '') return { kind: 'name-missing' }
  if (name.length > nameLimit) return { kind: 'name-too-long', limit: nameLimit }
  if (!Number.isInteger(draft.year) || draft.year < years.low || draft.year > years.high) return { kind: 'year-out-of-range', ...years }
  return checkProjectSettings(draft.settings)
}

/** The first thing that is wrong with settings, or null. `dimensions`: ids of the rubric's level-1 groups, where they are known. */
export function checkProjectSettings(settings: ProjectSettings, dimensions?: readonly string[]): ProjectDraftProblem | null {
  if (!Number.isInteger(settings.decimals) || settings.decimals < decimals.low || settings.decimals > decimals.high) return { kind: 'decimals-out-of-range', ...decimals }
  return checkBands(settings) ?? checkQuota(settings) ?? checkTieBreak(settings, dimensions)
}

function checkBands({ bands }: ProjectSettings): ProjectDraftProblem | null {
  if (bands.length === 0) return { kind: 'bands-missing' }
  for (const [index, band] of bands.entries()) {
    if (band.name.trim() === '') return { kind: 'band-name-missing' }
    if (bands.slice(0, index).some((other) => other.name === band.name)) return { kind: 'band-name-twice', name: band.name }
    const better = bands[index - 1]
    if (better && comparePoints(pointsOf(band.from), pointsOf(better.from)) >= 0) return { kind: 'bands-not-falling', name: band.name }
  }
  return bands.at(-1)?.from === 0 ? null : { kind: 'bands-leave-a-gap' }
}

function checkQuota({ bands, quota }: ProjectSettings): ProjectDraftProblem | null {
  if (!quota) return null
  if (!(quota.percent > 0 && quota.percent <= 100)) return { kind: 'quota-out-of-range', low: 0, high: 100 }
  const at = bands.findIndex((band) => band.name === quota.band)
  if (at < 0) return { kind: 'quota-of-no-band', band: quota.band }
  return at === bands.length - 1 ? { kind: 'quota-of-last-band', band: quota.band } : null
}

/** A step that comes again can part nothing that it has not parted. */
function checkTieBreak({ tieBreak = [] }: ProjectSettings, dimensions: readonly string[] | undefined): ProjectDraftProblem | null {
  const same = (a: TieBreak, b: TieBreak) => a.kind === b.kind && (a.kind !== 'dimension' || b.kind !== 'dimension' || a.id === b.id)
  const again = tieBreak.find((step, index) => tieBreak.slice(0, index).some((other) => same(step, other)))
  if (again) return { kind: 'tie-break-twice', kindOfStep: again.kind }
  const unknown = tieBreak.find((step) => step.kind === 'dimension' && dimensions?.includes(step.id) === false)
  return unknown?.kind === 'dimension' ? { kind: 'tie-break-unknown', id: unknown.id } : null
}
