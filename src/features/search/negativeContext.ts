import { harmlessWords, negativeWords } from '#core/search/negativeWords'
import { eachWord, makeAutomaton } from '#core/search/wordAutomaton'

const words = [...negativeWords, ...harmlessWords]
let automaton: ReturnType<typeof makeAutomaton> | null = null

/** A piece of a hit's surroundings: plain, or a word that turns the statement round. */
export interface ContextPiece {
  readonly text: string
  readonly negative: boolean
}

/** What stands before and after a hit, in pieces, and the words in it that turn the statement round. */
export interface HitContext {
  readonly before: readonly ContextPiece[]
  readonly after: readonly ContextPiece[]
  readonly negative: readonly string[]
}

/**
 * Negative words (未, 尚未, 有待) in the sentence of a hit, as far as its surroundings reach; words such as 未来 say nothing negative.
 * A word that the phrase itself is part of (尚未 around 未) counts, too.
 * @example negativeContext({ before: '机制尚未', quote: '建立', after: '。' }).negative // ['尚未']
 */
export function negativeContext({ before, quote, after }: { readonly before: string; readonly quote: string; readonly after: string }): HitContext {
  const text = before + quote + after
  const [from, to] = [before.length, before.length + quote.length]
  const start = Math.max(...[...'。;；!！?？'].map((mark) => before.lastIndexOf(mark))) + 1
  const stop = /[。;；!！?？]/.exec(after)
  const end = stop ? to + stop.index : text.length
  const found = placesOf(text).filter((place) => place.start >= start && place.end <= end)
  return {
    before: cut(text, 0, from, found),
    after: cut(text, to, text.length, found),
    negative: [...new Set(found.map((place) => text.slice(place.start, place.end)))],
  }
}

/** The longest words first from every start, none within another. */
function placesOf(text: string): { readonly start: number; readonly end: number }[] {
  automaton ??= makeAutomaton(words)
  const found: { start: number; end: number; harmless: boolean }[] = []
  eachWord(automaton, text, (word, start) => found.push({ start, end: start + words[word]!.length, harmless: word >= negativeWords.length }))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return found.filter((place) => {
    if (place.end <= reached) return false
    reached = place.end
    return !place.harmless
  })
}

function cut(text: string, from: number, to: number, places: readonly { readonly start: number; readonly end: number }[]): ContextPiece[] {
  const pieces: ContextPiece[] = []
  let at = from
  for (const place of places) {
    const [start, end] = [Math.max(at, place.start), Math.min(to, place.end)]
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), negative: false })
    pieces.push({ text: text.slice(start, end), negative: true })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), negative: false })
  return pieces
}
