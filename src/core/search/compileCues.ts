import type { ItemId } from '#core/ids'
import { allItems } from '#core/rubric/allItems'
import type { Rubric, RubricItem, RubricNode } from '#core/rubric/rubric'
import { harmlessWords, negativeWords } from '#core/search/negativeWords'
import { isCueOfYear, parseCue } from '#core/search/parseCue'
import { partsOfName } from '#core/search/partsOfName'
import { makeAutomaton, type WordAutomaton } from '#core/search/wordAutomaton'
import type { PartName } from '#core/text/headingThemes'
import { matchForm } from '#core/text/matchForm'

/** All cues of a rubric for reports of one year, ready to be found in one pass over a text. */
export interface CueMatcher {
  readonly automaton: WordAutomaton
  /** Word for word of the automaton. */
  readonly words: readonly MatchedWord[]
  readonly items: ReadonlyMap<ItemId, ItemCues>
}

export interface MatchedWord {
  readonly text: string
  /** The cues it stands for. */
  readonly cues: readonly { readonly item: ItemId; readonly cue: number }[]
  /** Whether it turns a statement round, or keeps a word within it from doing so. */
  readonly negative: 'negative' | 'harmless' | null
}

export interface ItemCues {
  /** The first word of each cue. */
  readonly cues: readonly string[]
  /** The part of a report the item looks at, by the names of its groups, the highest first, and its own; none = any. */
  readonly parts: readonly PartName[]
  /** Whether the item looks at how the report is built: then its headings are what is sought. */
  readonly structure: boolean
  /** Whether the item looks at who signs and when, at the title, at days. */
  readonly signature: boolean
  readonly title: boolean
  readonly days: boolean
  /** Pairs of characters of the names of the item and of the group it stands in. */
  readonly nameParts: readonly string[]
}

/**
 * Prepares the cue words of a rubric for reports of `year`: cues of other years are left out, synonyms count as one cue. The cue 年月日
 * stands for any day written so. Bonus items, negative list and vetoes are items like others.
 * @example findPassages(text, splitOutline(text), compileCues(rubric, 2024), 'C7')
 */
export function compileCues(rubric: Rubric, year: number): CueMatcher {
  const groupsOf = groupNames(rubric.groups)
  const words = new Map<string, { text: string; cues: { item: ItemId; cue: number }[]; negative: MatchedWord['negative'] }>()
  const wordOf = (text: string): { cues: { item: ItemId; cue: number }[]; negative: MatchedWord['negative'] } => {
    const form = matchForm(text)
    let word = words.get(form)
    if (!word) words.set(form, (word = { text, cues: [], negative: null }))
    return word
  }
  for (const text of negativeWords) wordOf(text).negative = 'negative'
  for (const text of harmlessWords) wordOf(text).negative = 'harmless'
  const items = new Map<ItemId, ItemCues>()
  for (const item of allItems(rubric)) {
    const cues = item.cueWords.map(parseCue).filter((cue) => cue.words.length > 0 && isCueOfYear(cue, year))
    cues.forEach((cue, index) => cue.words.forEach((text) => wordOf(text).cues.push({ item: item.id, cue: index })))
    items.set(item.id, describeItem(item, cues.map((cue) => cue.words[0]!), groupsOf.get(item.id) ?? []))
  }
  const list = [...words.values()]
  return { automaton: makeAutomaton(list.map((word) => word.text)), words: list, items }
}

function describeItem(item: RubricItem, cues: readonly string[], groups: readonly string[]): ItemCues {
  const parts = [...groups, item.name].map(partsOfName).find((found) => found.length > 0) ?? []
  const said = [item.name, ...cues].join(' ')
  return {
    cues,
    parts,
    structure: groups.some((name) => /结构|篇幅|要素/.test(name)) || /部分|章节/.test(item.name),
    signature: /落款|署名|成文日期/.test(said),
    title: /题名|标题|题目/.test(item.name),
    days: cues.includes('年月日'),
    nameParts: [...new Set([item.name, groups.at(-1) ?? ''].flatMap(pairsOf))],
  }
}

/** Names of the groups above every item, from the top. */
function groupNames(nodes: readonly RubricNode[], above: readonly string[] = []): Map<ItemId, readonly string[]> {
  return new Map(nodes.flatMap((node): [ItemId, readonly string[]][] => (node.kind === 'item' ? [[node.id, above]] : [...groupNames(node.children, [...above, node.name])])))
}

/** Neighbouring pairs of characters of a name, not across its joints (与, 和, 的, punctuation). */
function pairsOf(name: string): string[] {
  return name.split(/[与和的及、,\uff0c()\uff08\uff09\s]/).flatMap((piece) => Array.from({ length: Math.max(0, piece.length - 1) }, (_, i) => matchForm(piece.slice(i, i + 2))))
}
