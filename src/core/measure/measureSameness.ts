import type { MeasuredReport } from '#core/measure/measuredReport'
import type { Measured } from '#core/measure/suggestion'
import { formatPercent, pointsOf } from '#core/points'
import { runsFoundIn } from '#core/sameness/runsFoundIn'

/**
 * G4: the greatest share of the report's 12-character runs that stand in one document of the pinned set, in percent; white space and width
 * do not count. An empty set is not applicable; a report shorter than a run cannot be measured (null). Of equal documents the first is named.
 * @example 300 of 2,989 runs stand in one other report // 10.0368 %, shown as 10.04
 */
export function measureSameness({ text, comparedWith }: Pick<MeasuredReport, 'text' | 'comparedWith'>): Measured | null {
  if (comparedWith.length === 0) return { found: { kind: 'notApplicable' }, working: { key: 'samenessNone', values: {} }, places: [] }
  const { runs, found } = runsFoundIn(text, comparedWith.map((document) => document.text))
  if (runs === 0) return null
  let best = 0
  found.forEach(({ count }, index) => {
    if (count > found[best]!.count) best = index
  })
  const { count, places } = found[best]!
  return {
    found: { kind: 'amount', numerator: BigInt(count) * 100n, denominator: BigInt(runs) },
    working: {
      key: 'sameness',
      values: {
        same: String(count), runs: String(runs), share: formatPercent(pointsOf(count), pointsOf(runs), 2)!,
        compared: String(comparedWith.length), with: comparedWith[best]!.name,
      },
    },
    places,
  }
}
