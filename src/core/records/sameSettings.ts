import { equalPoints, pointsOf } from '#core/points'
import type { ProjectSettings, TieBreak } from '#core/records/projectRecord'

/** Do two settings make the same ranking of everything? An empty tie-break chain is none at all. */
export function sameSettings(a: ProjectSettings, b: ProjectSettings): boolean {
  return a.decimals === b.decimals && a.rankOn === b.rankOn && a.tieRule === b.tieRule && a.rankProvisional === b.rankProvisional && sameBands(a, b) && sameQuota(a, b) && sameTieBreak(a, b)
}

export function sameBands({ bands: a }: ProjectSettings, { bands: b }: ProjectSettings): boolean {
  return a.length === b.length && a.every(({ name, from }, index) => name === b[index]?.name && equalPoints(pointsOf(from), pointsOf(b[index].from)))
}

export function sameQuota({ quota: a }: ProjectSettings, { quota: b }: ProjectSettings): boolean {
  return a?.band === b?.band && a?.percent === b?.percent
}

export function sameTieBreak({ tieBreak: a = [] }: ProjectSettings, { tieBreak: b = [] }: ProjectSettings): boolean {
  const word = (step: TieBreak): string => (step.kind === 'dimension' ? `dimension ${step.id}` : step.kind)
  return a.length === b.length && a.every((step, index) => b[index] !== undefined && word(step) === word(b[index]))
}
