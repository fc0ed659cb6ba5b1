import type { Anchor } from '#core/evidence/anchor'
import type { Sha256 } from '#core/ids'

export type AnchorPlace =
  /** The text is the one the passage was marked in. */
  | { readonly kind: 'exact'; readonly start: number; readonly end: number }
  /** The text has changed; the passage was found again, beyond doubt. */
  | { readonly kind: 'moved'; readonly start: number; readonly end: number }
  /** The words occur, but which place was meant cannot be said. */
  | { readonly kind: 'ambiguous' }
  /** The words do not occur any more. */
  | { readonly kind: 'lost' }

/** A quote this long that occurs once is the passage, whatever stands around it; a shorter one needs its surroundings. */
const speakingLength = 20
/** Units of context that must agree for a short quote that occurs once. */
const neededContext = 6
/** Beyond so many occurrences nobody could choose. */
const mostOccurrences = 1000

/**
 * Finds a marked passage in a text. With the hash it was marked under the offsets hold; otherwise the quote is searched:
 * found once (and long, or in its old surroundings), or in one place only with its old prefix and suffix, else with one of
 * them. A look-alike is never given out as the passage: then it is ambiguous.
 * @example locateAnchor(text, textHash, makeAnchor({ reportId, textHash, text, start: 3, end: 9 })) // exact, 3, 9
 */
export function locateAnchor(text: string, textHash: Sha256, anchor: Anchor): AnchorPlace {
  const { start, end, quote, prefix, suffix } = anchor
  if (quote === '') return { kind: 'lost' }
  if (textHash === anchor.textHash && text.slice(start, end) === quote) return { kind: 'exact', start, end }

  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push(at)
    if (places.length > mostOccurrences) return { kind: 'ambiguous' }
  }
  if (places.length === 0) return { kind: 'lost' }

  const hasPrefix = (at: number): boolean => text.slice(Math.max(0, at - prefix.length), at) === prefix
  const hasSuffix = (at: number): boolean => text.startsWith(suffix, at + quote.length)
  if (places.length === 1) {
    const at = places[0]!
    const agreeing = sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) + sharedStart(text, at + quote.length, suffix)
    const known = quote.length >= speakingLength || agreeing >= Math.min(neededContext, prefix.length + suffix.length)
    return known ? moved(at, quote) : { kind: 'ambiguous' }
  }
  const both = places.filter((at) => hasPrefix(at) && hasSuffix(at))
  if (both.length === 1) return moved(both[0]!, quote)
  if (both.length > 1) return { kind: 'ambiguous' }
  const either = places.filter((at) => (prefix.length >= neededContext && hasPrefix(at)) || (suffix.length >= neededContext && hasSuffix(at)))
  return either.length === 1 ? moved(either[0]!, quote) : { kind: 'ambiguous' }
}

function moved(start: number, quote: string): AnchorPlace {
  return { kind: 'moved', start, end: start + quote.length }
}

function sharedEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1
  return n
}

function sharedStart(text: string, at: number, suffix: string): number {
  let n = 0
  while (n < suffix.length && text[at + n] === suffix[n]) n += 1
  return n
}
