import { formatPoints, type Points } from '#core/points'
import type { ItemEffect, OutcomeCounts } from '#core/rubric/effectOnScores'
import type { Speak } from './useVersionWords'

/** Outcomes that occur, in words: "保留 12 · 重算 3". Empty when there are no marks. */
export function outcomeWords(say: Speak, counts: OutcomeCounts): string {
  const kinds = ['kept', 'recalculated', 'misfit', 'dropped'] as const
  return kinds.filter((kind) => counts[kind] > 0).map((kind) => say(`outcome.${kind}`, { n: counts[kind] })).join(' · ')
}

/** From → to with the number of marks, the most frequent first: "1.00 → 1.50(3 条)". */
export function recalculationWords(say: Speak, { recalculated }: Pick<ItemEffect, 'recalculated'>, decimals: number): string[] {
  const counts = new Map<string, { readonly from: string; readonly to: string; n: number }>()
  for (const change of recalculated) {
    const [from, to] = [pointWords(say, change.from, decimals), pointWords(say, change.to, decimals)]
    const known = counts.get(`${from}→${to}`)
    if (known) known.n += 1
    else counts.set(`${from}→${to}`, { from, to, n: 1 })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n).map((each) => say('effects.fromTo', { ...each }))
}

/** The policies open to an item with their words, for a select. */
export function policyOptions(say: Speak, { policies, counts }: Pick<ItemEffect, 'policies' | 'counts'>) {
  return policies.map((policy) => ({
    value: policy,
    label: policy === 'keep' && counts.misfit > 0 ? say('policy.keepMisfit', { n: counts.misfit }) : say(`policy.${policy}`),
  }))
}

export function countOf(counts: OutcomeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function pointWords(say: Speak, points: Points | null, decimals: number): string {
  return points ? formatPoints(points, decimals) : say('effects.without')
}
