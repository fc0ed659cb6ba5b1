import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { TreeOutline } from '#core/ranking/ranking'

/** The part of a tree that a ranking's table shows. */
export function outlineOfTree({ total, counts, groups, notApplicable, settled }: ScoreTree): TreeOutline {
  return {
    total,
    counts,
    groups: groups.map(({ children: _below, ...group }) => group),
    notApplicable,
    settled: settled && { low: { standing: settled.low.standing, band: settled.low.band } },
  }
}
