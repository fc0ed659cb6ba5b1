import type { UnitId } from '#core/ids'
import { comparePoints, formatPercent, formatPoints, formatScaled, makePoints, pointsOf, roundPoints, subtractPoints, type Points } from '#core/points'
import { bandOf } from '#core/ranking/bandOf'
import { rankTotals } from '#core/ranking/rankTotals'
import type { Ranking, RankingRow, UnrankedReason } from '#core/ranking/ranking'
import { itemsOfTree } from '#core/aggregation/itemsOfTree'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { ProjectSettings } from '#core/records/projectRecord'

export interface UnitTree {
  readonly unitId: UnitId
  readonly name: string
  readonly tree: ScoreTree
}

/**
 * Ranks the units of one ranking group (METHOD §6, §6A.11, §6A.21). The ranking and the bands read the total rounded half up to the
 * project's decimals (default) or the unrounded one. A unit with open items is provisional: it has a place, by the low end, only if
 * the project says so; its band shows only if both ends agree. Ties share a place and stand in the order of their names.
 * @example totals 90.00, 88.50, 88.50, 80.00 // places 1, 2, 2, 4 (competition) or 1, 2, 2, 3 (dense)
 */
export function rankUnits(group: string, full: Points, units: readonly UnitTree[], settings: ProjectSettings): Ranking {
  const { decimals, rankOn, tieRule } = settings
  const read = (points: Points): Points => (rankOn === 'rounded' ? makePoints(roundPoints(points, decimals), 10n ** BigInt(decimals)) : points)
  const all = units.map((unit) => {
    const { tree } = unit
    const provisional = tree.counts.pending + tree.counts.unscored > 0
    const total = tree.total && { low: read(tree.total.low), high: read(tree.total.high) }
    return { ...unit, provisional, total, reason: reasonAgainst(tree, settings) }
  })
  const ranked = all.filter((unit) => unit.reason === null)
  const ranks = rankTotals(ranked.length, (a, b) => comparePoints(lowOf(ranked[b]), lowOf(ranked[a])), tieRule)
  const placeOf = new Map(ranked.map((unit, index) => [unit.unitId, ranks[index] as number]))
  const best = ranked.map(lowOf).reduce<Points | null>((top, low) => (top === null || comparePoints(low, top) > 0 ? low : top), null)
  const rows = all.map((unit): RankingRow => {
    const rank = placeOf.get(unit.unitId) ?? null
    const shownTotal = unit.tree.total
    const low = unit.total && bandOf(settings.bands, unit.total.low)
    const high = unit.total && bandOf(settings.bands, unit.total.high)
    return {
      unitId: unit.unitId,
      name: unit.name,
      tree: unit.tree,
      rank,
      tied: rank === null ? 0 : ranks.filter((other) => other === rank).length,
      reason: unit.reason,
      provisional: unit.provisional,
      total: unit.total,
      shown: shownTotal && { low: formatPoints(shownTotal.low, decimals), high: formatPoints(shownTotal.high, decimals) },
      percent: shownTotal && formatPercent(shownTotal.low, full, decimals),
      band: rank !== null && low === high ? low : null,
      gap: rank === null || !unit.total || !best ? null : shownGap(unit.total.low, best, settings),
      open: itemsOfTree(unit.tree).filter((item) => item.state === 'pending' || item.state === 'unscored').map((item) => item.id),
    }
  })
  return { group, tieRule, rankOn, decimals, full, rows: rows.sort(inOrderOfPlace) }
}

function reasonAgainst(tree: ScoreTree, settings: ProjectSettings): UnrankedReason | null {
  const { counts } = tree
  if (!tree.total) return 'all-not-applicable'
  if (counts.scored + counts.notFound + counts.notApplicable + counts.pending === 0) return 'nothing-scored'
  return counts.pending + counts.unscored > 0 && !settings.rankProvisional ? 'items-open' : null
}

/** Printed gaps subtract the numbers the ranking reads (METHOD §6A.28). */
function shownGap(low: Points, best: Points, settings: ProjectSettings): string {
  const gap = subtractPoints(low, best)
  return settings.rankOn === 'rounded' ? formatScaled(roundPoints(gap, settings.decimals), settings.decimals) : formatPoints(gap, settings.decimals)
}

function lowOf(unit: { readonly total: { readonly low: Points } | null } | undefined): Points {
  return unit?.total?.low ?? pointsOf(0)
}

function inOrderOfPlace(a: RankingRow, b: RankingRow): number {
  if (a.rank !== b.rank) return (a.rank ?? Infinity) - (b.rank ?? Infinity)
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
