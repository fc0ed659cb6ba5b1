import type { Range } from '#core/aggregation/scoreTree'
import type { ItemRuling, MergedItem } from '#core/merging/mergeItem'
import { mergePoints, type MergedPoints, type MergeRule } from '#core/merging/mergePoints'
import { clampPoints, equalPoints, maxPoints, minPoints, zeroPoints, type Points } from '#core/points'
import type { BodyItem } from '#core/rubric/bodyOf'
import { openScore, type ItemScore } from '#core/scoring/scoreItem'

/** What the rubric's own items come to on one assessor's scorecard, after the N/A method, before bonus, negative list and vetoes. */
export interface AssessorTotal {
  /** A range while something is open; of a scorecard that nobody has begun the whole of it; null when everything is N/A. */
  readonly own: Range | null
  readonly chair: boolean
  /** Recused from the unit: leaves n, and is not missing. */
  readonly recused: boolean
}

export interface MergedTotal {
  /** Null: every assessor holds that nothing applies. */
  readonly own: Range | null
  /** Totals in the merge. */
  readonly n: number
  /** no-consensus: consensus was asked for, all totals are final and differ. mixed-states: for some nothing applies, for others something. */
  readonly ruling: 'no-consensus' | 'mixed-states' | null
  /** Trimmed mean of fewer than 5 totals: the plain mean was taken. */
  readonly tooFewToTrim: boolean
}

/**
 * The assessors' own base totals become one, where the rubric merges totals and not items (`mergeAt: 'total'`, METHOD §5.4, §6A.12,
 * §6A.13, §6A.17, §6A.35). Each end of the range is merged by the rule; nothing is rounded. Bonus, negative list and vetoes, and the
 * outside sources of the total, follow once, on entries merged item by item; no item has a part in the result (§6A.40).
 *
 * `open` is the range of a scorecard that nobody has begun: a total that needs a ruling is anywhere in it. A ruling in points beats any
 * merge, held within [0, the high end of `open`]. Under 'chair' only the chair's total counts; without one everything is open.
 * @example 86, 88, 90, 91, 95 by trimmedMean // 269/3; 80 and 84–90 by mean // 82–85
 */
export function mergeTotals(totals: readonly AssessorTotal[], rule: MergeRule, open: Range, ruled: Points | null = null): MergedTotal {
  if (ruled) {
    const points = clampPoints(ruled, zeroPoints, open.high)
    return merged({ low: points, high: points }, 1)
  }
  const counted = totals.filter(({ chair, recused }) => !recused && (rule !== 'chair' || chair))
  const ranges = counted.flatMap(({ own }) => own ?? [])
  if (counted.length === 0) return merged(open, 0)
  if (ranges.length === 0) return merged(null, 0)
  if (ranges.length < counted.length) return { ...merged(open, ranges.length), ruling: 'mixed-states' }
  const [low, high] = [mergePoints(ranges.map((range) => range.low), rule), mergePoints(ranges.map((range) => range.high), rule)]
  if (rule === 'consensus') return agreed(ranges, [low, high], open)
  return low.kind === 'points' && high.kind === 'points' ? { ...merged({ low: low.points, high: high.points }, low.n), tooFewToTrim: low.tooFewToTrim } : merged(open, ranges.length)
}

/** While a total is open nobody can say whether all will be equal: then the range holds what each may become. */
function agreed(ranges: readonly Range[], [low, high]: readonly [MergedPoints, MergedPoints], open: Range): MergedTotal {
  if (low.kind === 'points' && high.kind === 'points') return merged({ low: low.points, high: high.points }, ranges.length)
  if (ranges.every((range) => equalPoints(range.low, range.high))) return { ...merged(open, ranges.length), ruling: 'no-consensus' }
  return merged({ low: ranges.map((range) => range.low).reduce(minPoints), high: ranges.map((range) => range.high).reduce(maxPoints) }, ranges.length)
}

/**
 * An assessor's item as it counts in their own total: as they scored it, unless it was ruled (then as ruled, for everyone), or needs a
 * ruling or a countersignature: then it is open in everyone's total until it is settled (METHOD §6A.6, §6A.12, §6A.31).
 */
export function scoreInOwnTotal(body: BodyItem, own: ItemScore, item: MergedItem, settled: ItemRuling | null): ItemScore {
  if (settled) return item.score
  return item.ruling !== null || (item.countersignatureMissing && own.state === 'notApplicable') ? openScore(body, 'pending') : own
}

function merged(own: Range | null, n: number): MergedTotal {
  return { own, n, ruling: null, tooFewToTrim: false }
}
