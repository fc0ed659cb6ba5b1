import type { ItemId } from '#core/ids'
import type { CueMatcher } from '#core/search/compileCues'
import { splitSentences, type Sentence, type Stretch } from '#core/search/splitSentences'
import { eachWord } from '#core/search/wordAutomaton'
import { findSignature } from '#core/text/findSignature'
import { findTitle } from '#core/text/findTitle'
import { flattenOutline } from '#core/text/flattenOutline'
import type { PartName } from '#core/text/headingThemes'
import { matchForm } from '#core/text/matchForm'
import type { OutlineNode } from '#core/text/reportProposal'
import { statutoryParts, type StatutoryPart } from '#core/text/statutoryParts'

/** What one pass over a report finds for all items: its sentences with their places, and where every cue stands. */
export interface ReportReading {
  readonly sentences: readonly SentencePlace[]
  /** Cue hits of each item, in the order of the text; a hit within a longer hit of the same item is left out. */
  readonly hits: ReadonlyMap<ItemId, readonly CueHit[]>
  readonly negative: readonly { readonly start: number; readonly end: number; readonly word: string }[]
  /** Statutory parts that the report has, said in more than a sentence. */
  readonly parts: ReadonlySet<PartName>
}

export interface SentencePlace extends Sentence {
  /** Depth of the heading that the sentence is, with text below it; 0 = it is text. */
  readonly headingDepth: number
  /** Sentences that are the headings above it, the nearest first. */
  readonly headings: readonly number[]
  /** The same headings as one text, in match form. */
  readonly headingText: string
  /** Statutory parts that it stands in. */
  readonly parts: readonly PartName[]
  /** How many figures it holds, years and names of documents left out. */
  readonly figures: number
  readonly title: boolean
  readonly signature: boolean
  readonly days: boolean
}

export interface CueHit extends Stretch {
  readonly cue: number
  readonly sentence: number
}

export function readReportForCues(text: string, outline: readonly OutlineNode[], matcher: CueMatcher): ReportReading {
  const parts = statutoryParts(text, outline)
  const sentences = placeSentences(text, outline, parts)
  const found: { word: number; start: number; end: number }[] = []
  eachWord(matcher.automaton, text, (word, start) => found.push({ word, start, end: start + matcher.words[word]!.text.length }))
  // The longest first from every start: what lies within an earlier hit of the same item is then seen to.
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.word - b.word)
  const hits = new Map<ItemId, CueHit[]>()
  const negative: { start: number; end: number; word: string }[] = []
  let negativeEnd = 0
  let sentence = 0
  for (const { word, start, end } of found) {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= start) sentence += 1
    const { text: written, cues, negative: tone } = matcher.words[word]!
    if (tone && end > negativeEnd) {
      if (tone === 'negative') negative.push({ start, end, word: written })
      negativeEnd = end
    }
    for (const { item, cue } of cues) {
      let list = hits.get(item)
      if (!list) hits.set(item, (list = []))
      const last = list.at(-1)
      if (!last || end > last.end || last.cue === cue) list.push({ start, end, cue, sentence })
    }
  }
  return { sentences, hits, negative, parts: new Set(parts.filter(({ form }) => form !== 'sentences').map(({ part }) => part)) }
}

function placeSentences(text: string, outline: readonly OutlineNode[], parts: readonly StatutoryPart[]): SentencePlace[] {
  const sentences = splitSentences(text)
  const title = findTitle(text).title.place
  const signature = findSignature(text)
  const nodes = flattenOutline(outline)
  const open: { node: OutlineNode; sentence: number }[] = []
  let next = 0
  return sentences.map((sentence, index) => {
    while (open.length > 0 && open.at(-1)!.node.end <= sentence.start) open.pop()
    let headingDepth = 0
    // A marker within a sentence opens a node there; the sentence belongs to the last one opened in it.
    while (next < nodes.length && nodes[next]!.start < sentence.end) {
      const node = nodes[next]!
      while (open.length > 0 && open.at(-1)!.node.end <= node.start) open.pop()
      open.push({ node, sentence: index })
      if (node.end > sentence.end + 1 && node.headingEnd + 2 >= sentence.end) headingDepth = node.depth
      next += 1
    }
    const headings = [...new Set(open.map((entry) => entry.sentence))].filter((at) => at !== index).reverse()
    const words = text.slice(sentence.start, sentence.end)
    return {
      ...sentence,
      headingDepth,
      headings,
      headingText: matchForm(headings.map((at) => text.slice(sentences[at]!.start, sentences[at]!.end)).join('\n')),
      parts: parts.filter(({ start, end }) => start < sentence.end && sentence.start < end).map(({ part }) => part),
      figures: countFigures(words),
      title: title !== null && sentence.start < title.end && title.start < sentence.end,
      signature: signature !== null && sentence.start < signature.end && signature.start < sentence.end,
      days: /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[〇○零一二三四五六七八九]{4}年.{1,2}月.{1,3}日/.test(words),
    }
  })
}

function countFigures(sentence: string): number {
  const told = sentence.replace(/《[^》]*》/g, '').replace(/\d{4}\s?年|\d{1,2}月|\d{1,2}日/g, '')
  return told.match(/\d+(?:\.\d+)?/g)?.length ?? 0
}
