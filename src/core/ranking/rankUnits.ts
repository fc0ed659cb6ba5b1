import { openItems } from '#core/aggregation/itemsOfTree'
import { readTotal } from '#core/aggregation/readTotal'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId, UnitId } from '#core/ids'
import { comparePoints, formatPercent, formatPoints, formatScaled, makePoints, pointsOf, roundPoints, subtractPoints, zeroPoints, type Points } from '#core/points'
import { awardQuota } from '#core/ranking/awardQuota'
import { bandBelow, bandOfTotal } from '#core/ranking/bandOfTotal'
import { breakTie } from '#core/ranking/breakTies'
import { outlineOfTree } from '#core/ranking/outlineOfTree'
import type { QuotaOutcome, Ranking, RankingRow, UnrankedReason } from '#core/ranking/ranking'
import { rankTotals } from '#core/ranking/rankTotals'
import type { ProjectSettings } from '#core/records/projectRecord'

export interface UnitTree {
  readonly unitId: UnitId
  readonly name: string
  readonly tree: ScoreTree
  /** Day on which the report was made public, for the tie-break that asks for it; null or left out: not known. */
  readonly publishedOn?: CalendarDay | null
}

/** The project's settings, and what the rubric asks for before a unit has a place. */
export type RankSettings = ProjectSettings & { readonly leastSettledShare?: number }

/**
 * Ranks the units of one ranking group (METHOD §6, §6A.11, §6A.20–23, §6A.38, §6A.42). Ranking, bands and tie-breaks read the total rounded
 * half up to the project's decimals (default) or the unrounded one. A unit with open items is provisional: it has a place, by the low
 * end, only if the project says so and the rubric's least share of items is settled; its band shows only if both ends agree. Units that
 * a veto made zero follow every other unit and share a place. Ties that the chain does not part share a place and stand in the order
 * of their names.
 * @example totals 90.00, 88.50, 88.50, 80.00 // places 1, 2, 2, 4 (competition) or 1, 2, 2, 3 (dense)
 */
export function rankUnits(group: string, full: Points, units: readonly UnitTree[], settings: RankSettings): Ranking {
  const { decimals, rankOn, tieRule, tieBreak = [] } = settings
  const all = units.map((unit) => readUnit(unit, settings))
  const ranked = all.filter((unit) => unit.reason === null)
  const ranks = rankTotals(ranked.length, (a, b) => compareRanked(ranked[a] as ReadUnit, ranked[b] as ReadUnit, settings), tieRule)
  const placeOf = new Map(ranked.map((unit, index) => [unit.unitId, ranks[index] as number]))
  const bandOfUnit = settleBands(ranked, placeOf, settings)
  const best = ranked.filter((unit) => !isZeroed(unit.tree)).map(lowOf).reduce<Points | null>((top, low) => (top === null || comparePoints(low, top) > 0 ? low : top), null)
  const rows = all.map((unit): RankingRow => {
    const rank = placeOf.get(unit.unitId) ?? null
    const shownTotal = unit.tree.total
    const settled = bandOfUnit.get(unit.unitId)
    return {
      unitId: unit.unitId,
      name: unit.name,
      tree: outlineOfTree(unit.tree),
      rank,
      tied: rank === null ? 0 : ranks.filter((other) => other === rank).length,
      reason: unit.reason,
      provisional: unit.open.length > 0,
      total: unit.total,
      shown: shownTotal && { low: formatPoints(shownTotal.low, decimals), high: formatPoints(shownTotal.high, decimals) },
      percent: shownTotal && formatPercent(shownTotal.low, full, decimals),
      band: settled?.band ?? null,
      quota: settled?.quota ?? null,
      gap: rank === null || !unit.total ? null : shownGap(unit.total.low, best ?? unit.total.low, settings),
      open: unit.open,
    }
  })
  return { group, tieRule, tieBreak, rankOn, decimals, full, rows: rows.sort(inOrderOfPlace) }
}

interface ReadUnit extends UnitTree {
  readonly open: readonly ItemId[]
  readonly total: { readonly low: Points; readonly high: Points } | null
  readonly reason: UnrankedReason | null
}

function readUnit(unit: UnitTree, settings: RankSettings): ReadUnit {
  const { total } = unit.tree
  const open = openItems(unit.tree)
  return { ...unit, open, total: total && { low: readTotal(total.low, settings), high: readTotal(total.high, settings) }, reason: reasonAgainst(unit.tree, open.length, settings) }
}

function reasonAgainst(tree: ScoreTree, open: number, settings: RankSettings): UnrankedReason | null {
  const { counts } = tree
  const standing = tree.settled?.low.standing ?? standingWithoutTotal(tree)
  if (standing === 'invalid' || standing === 'suspended') return standing
  if (!tree.total) return 'all-not-applicable'
  if (counts.scored + counts.notFound + counts.notApplicable + counts.pending === 0) return 'nothing-scored'
  if (tree.vetoOpen) return 'veto-open'
  if (open === 0) return null
  if (!settings.rankProvisional) return 'items-open'
  return isSettledEnough(tree, settings.leastSettledShare) ? null : 'too-few-settled'
}

function standingWithoutTotal(tree: ScoreTree): 'invalid' | 'suspended' | null {
  const effects = tree.vetoes.filter((veto) => veto.applies).map((veto) => veto.effect.kind)
  return (['invalid', 'suspended'] as const).find((standing) => effects.includes(standing)) ?? null
}

function isSettledEnough({ counts }: ScoreTree, least: number | undefined): boolean {
  if (least === undefined) return true
  const settled = counts.scored + counts.notFound + counts.notApplicable
  const all = settled + counts.pending + counts.unscored
  return all === 0 || comparePoints(makePoints(BigInt(settled), BigInt(all)), pointsOf(least)) >= 0
}

/** Higher total first; zeroed units behind all others, whatever their totals, and never parted. */
function compareRanked(a: ReadUnit, b: ReadUnit, settings: RankSettings): number {
  const [zeroA, zeroB] = [isZeroed(a.tree), isZeroed(b.tree)]
  if (zeroA || zeroB) return Number(zeroA) - Number(zeroB)
  const order = comparePoints(lowOf(b), lowOf(a))
  return order === 0 ? breakTie(settings.tieBreak ?? [], settings, a, b) : order
}

function isZeroed(tree: ScoreTree): boolean {
  return tree.settled?.low.standing === 'zero'
}

interface SettledBand {
  readonly band: string | null
  readonly quota: QuotaOutcome | null
}

/** Bands of the ranked units: by total and veto, then by quota. */
function settleBands(ranked: readonly ReadUnit[], placeOf: ReadonlyMap<UnitId, number>, { bands, quota }: RankSettings): ReadonlyMap<UnitId, SettledBand> {
  const settled = new Map<UnitId, SettledBand>()
  for (const { unitId, total, tree } of ranked) {
    const [low, high] = total && tree.settled ? [bandOfTotal(bands, total.low, tree.settled.low.band), bandOfTotal(bands, total.high, tree.settled.high.band)] : [null, null]
    settled.set(unitId, { band: low === high ? low : null, quota: null })
  }
  if (!quota) return settled
  const candidates = ranked.filter(({ unitId }) => settled.get(unitId)?.band === quota.band)
  const outcomes = awardQuota(ranked.length, quota.percent, candidates.map(({ unitId, tree }) => ({
    rank: placeOf.get(unitId) as number,
    lowered: tree.settled?.low.band.kind !== 'own',
  })))
  candidates.forEach(({ unitId }, index) => {
    const outcome = outcomes[index] as QuotaOutcome
    settled.set(unitId, { band: outcome === 'place' ? quota.band : bandBelow(bands, quota.band, 1), quota: outcome })
  })
  return settled
}

/** Printed gaps subtract the numbers the ranking reads (METHOD §6A.28). */
function shownGap(low: Points, best: Points, settings: ProjectSettings): string {
  const gap = subtractPoints(low, best)
  return settings.rankOn === 'rounded' ? formatScaled(roundPoints(gap, settings.decimals), settings.decimals) : formatPoints(gap, settings.decimals)
}

function lowOf(unit: { readonly total: { readonly low: Points } | null }): Points {
  return unit.total?.low ?? zeroPoints
}

function inOrderOfPlace(a: RankingRow, b: RankingRow): number {
  if (a.rank !== b.rank) return (a.rank ?? Infinity) - (b.rank ?? Infinity)
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
