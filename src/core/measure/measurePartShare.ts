import type { MeasuredPart } from '#core/measure/measuredReport'
import type { Measured } from '#core/measure/suggestion'
import { formatPercent, pointsOf } from '#core/points'
import { findSignature } from '#core/text/findSignature'
import { lengthOfText } from '#core/text/lengthOfText'

/**
 * B2 and B3: share of a statutory part in the length of the report, in percent: its characters that are no white space, headings
 * included, the signature left out, several stretches added; the whole is that of B4. Stray sentences in another part do not count. Null
 * where no such part was recognised: it may have been overlooked, so it is not zero.
 * @example a part of 412 characters in 7,649 // 5.3863 %, shown as 5.39
 */
export function measurePartShare(text: string, parts: readonly MeasuredPart[], which: 'problems' | 'plan'): Measured | null {
  const bodyEnd = findSignature(text)?.start ?? text.length
  const places = mergeSpans(parts.filter(({ part, form }) => part === which && form !== 'sentences').map(({ start, end }) => ({ start, end: Math.min(end, bodyEnd) })))
  const whole = lengthOfText(text)
  const part = places.reduce((sum, { start, end }) => sum + lengthOfText(text.slice(start, end)), 0)
  if (part === 0 || whole === 0) return null
  return {
    found: { kind: 'amount', numerator: BigInt(part) * 100n, denominator: BigInt(whole) },
    working: {
      key: which === 'problems' ? 'problemShare' : 'planShare',
      values: { part: String(part), whole: String(whole), share: formatPercent(pointsOf(part), pointsOf(whole), 2)! },
    },
    places,
  }
}

function mergeSpans(spans: readonly { readonly start: number; readonly end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = []
  for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
