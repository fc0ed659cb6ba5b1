import type { Ranking } from '#core/ranking/ranking'

/** What of the results is not final yet; those who print a workbook should know before they do. */
export interface Readiness {
  readonly units: number
  readonly ranked: number
  /** With pending or unscored items, but something settled. */
  readonly provisional: readonly string[]
  /** Nothing settled at all. */
  readonly untouched: readonly string[]
  /** Every item N/A: no total. */
  readonly withoutTotal: readonly string[]
}

/** Names in the order of the rankings. */
export function readinessOf(rankings: readonly Ranking[]): Readiness {
  const rows = rankings.flatMap((ranking) => ranking.rows)
  const withoutTotal = rows.filter(({ reason }) => reason === 'all-not-applicable')
  const untouched = rows.filter(({ reason, tree }) => reason !== 'all-not-applicable' && tree.counts.scored + tree.counts.notFound === 0)
  const provisional = rows.filter((row) => row.provisional && !untouched.includes(row))
  const names = (some: typeof rows): string[] => some.map(({ name }) => name)
  return { units: rows.length, ranked: rows.filter(({ rank }) => rank !== null).length, provisional: names(provisional), untouched: names(untouched), withoutTotal: names(withoutTotal) }
}
