import type { UnitId } from '#core/ids'
import type { Ranking, RankingRow } from '#core/ranking/ranking'

/** Place and band of a unit, as a ranking shows them. */
export interface Standing {
  readonly rank: number | null
  readonly band: string | null
  /** As shown; of a range its low end. Null without a total. */
  readonly total: string | null
}

export interface StandingChange {
  readonly unitId: UnitId
  readonly name: string
  readonly group: string
  readonly before: Standing
  readonly after: Standing
}

export interface StandingsCompared {
  /** Units that were compared. */
  readonly units: number
  /** How many have another place, or gained or lost one. */
  readonly ranks: number
  readonly bands: number
  /** Whose printed total reads differently. */
  readonly totals: number
  /** Units with another place or band, group by group in the order of the new ranking. */
  readonly changes: readonly StandingChange[]
}

/**
 * What becomes of every unit when the same scores are ranked otherwise. A unit that only one of the two rankings has (added meanwhile)
 * is not compared. Missing: no place and no band are values of their own, so that gaining or losing one counts.
 */
export function compareStandings(before: readonly Ranking[], after: readonly Ranking[]): StandingsCompared {
  const earlier = new Map(before.flatMap(({ rows }) => rows.map((row) => [row.unitId, standingOf(row)] as const)))
  const compared = after.flatMap(({ group, rows }) =>
    rows.flatMap((row): StandingChange[] => {
      const was = earlier.get(row.unitId)
      return was ? [{ unitId: row.unitId, name: row.name, group, before: was, after: standingOf(row) }] : []
    }),
  )
  const differing = (part: keyof Standing): number => compared.filter((unit) => unit.before[part] !== unit.after[part]).length
  return {
    units: compared.length,
    ranks: differing('rank'),
    bands: differing('band'),
    totals: differing('total'),
    changes: compared.filter((unit) => unit.before.rank !== unit.after.rank || unit.before.band !== unit.after.band),
  }
}

function standingOf({ rank, band, shown }: RankingRow): Standing {
  return { rank, band, total: shown?.low ?? null }
}
