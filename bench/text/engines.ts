import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'
import { searchIndex } from '#core/search/searchIndex'
import { buildIndex } from '#core/search/textIndex'

export type EngineName = 'ours' | 'flexsearch' | 'minisearch'

/** The most places that a question brings back, as on the screen. */
const limit = 200

/**
 * Builds an index over the texts and gives the way to ask it. FlexSearch and MiniSearch know no Chinese words, so they are given what
 * finds every phrase of two characters or more: its overlapping pairs, as whole terms. FlexSearch at its leanest: no partial terms, no
 * context (which takes twice as long and more memory), no cache, one level of relevance instead of nine. Both name reports only, and
 * more of them than hold the phrase itself; ours counts and places every occurrence.
 */
export const engines: Readonly<Record<EngineName, (texts: readonly string[]) => (phrase: string) => number>> = {
  ours(texts) {
    const index = buildIndex(texts.map((text, id) => [String(id), text] as const))
    return (phrase) => searchIndex(index, [phrase], { limit }).total
  },
  flexsearch(texts) {
    const index = new Index({ tokenize: 'strict', encode: pairsOf, resolution: 1 })
    texts.forEach((text, id) => index.add(id, text))
    return (phrase) => index.search(phrase, { limit }).length
  },
  minisearch(texts) {
    const index = new MiniSearch({ fields: ['text'], tokenize: pairsOf, processTerm: (term) => term })
    index.addAll(texts.map((text, id) => ({ id, text })))
    return (phrase) => index.search(phrase, { combineWith: 'AND' }).length
  },
}

function pairsOf(text: string): string[] {
  const pairs: string[] = []
  for (let i = 0; i + 1 < text.length; i += 1) pairs.push(text.slice(i, i + 2))
  return pairs
}
