import type { TotalRange } from '#core/aggregation/scoreTree'
import { comparePoints, equalPoints, formatPoints, subtractPoints, zeroPoints } from '#core/points'
import type { TotalChange } from '#core/rubric/version/compareTotals'
import type { Speak } from './useVersionWords'

/** "83.50", "70.00–90.00" while items are open, or that there is none. */
export function totalWords(say: Speak, total: TotalRange | null, decimals: number): string {
  if (!total) return say('totals.noTotal')
  const [low, high] = [formatPoints(total.low, decimals), formatPoints(total.high, decimals)]
  return equalPoints(total.low, total.high) ? low : `${low}–${high}`
}

/** "+1.50", "−0.30", "0.00"; open as soon as one of the totals is. */
export function changeWords(say: Speak, { before, after }: Pick<TotalChange, 'before' | 'after'>, decimals: number): string {
  if (!before || !after || !isSettled(before) || !isSettled(after)) return say('totals.openNow')
  const change = subtractPoints(after.low, before.low)
  const words = formatPoints(change, decimals).replace('-', '−')
  return comparePoints(change, zeroPoints) > 0 ? `+${words}` : words
}

function isSettled(total: TotalRange): boolean {
  return equalPoints(total.low, total.high)
}
