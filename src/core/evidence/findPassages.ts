import { readReportForCues, type ReportReading } from '#core/evidence/readReportForCues'
import { scoreSentences, type ScoredSentence } from '#core/evidence/scoreSentences'
import type { ItemId } from '#core/ids'
import type { CueMatcher } from '#core/search/compileCues'
import type { OutlineNode } from '#core/text/reportProposal'

/** A passage where an item is spoken of. Offsets are UTF-16 units of the text that was searched. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** Higher is likelier; comparable within one item and report only. It says where to look, never how good the report is. */
  readonly score: number
  /** The cues found in it or in the headings above it, in the rubric's order; none = proposed for its place alone. */
  readonly cues: readonly string[]
  /** Words that turn a statement round (未, 尚未, 有待), in order; a note for the reader, the score does not know them. */
  readonly negative: readonly { readonly start: number; readonly end: number; readonly word: string }[]
}

const mostPassages = 20
/** Neighbouring sentences of a paragraph are one passage up to this length, if they score at least this share of the best of them. */
const longestPassage = 160
const joiningShare = 0.6
/** What scores less than this share of the item's best is not shown. */
const leastShare = 0.2

/**
 * Where a report speaks of an item: sentences, with neighbours that speak of it as well, ranked by their distinct cues (rare ones count
 * more), cues and words of the item's name in the headings above, the part of the report the item is about, and figures. Best first,
 * equal scores in the order of the text; passages of one item never overlap. An item without cues or unknown to the matcher has none.
 * @example findPassages('一、成效\n全年受理行政复议32件。', outline, matcher, 'C7') // [{ start: 5, end: 18, cues: ['行政复议', '受理'], … }]
 */
export function findPassages(text: string, outline: readonly OutlineNode[], matcher: CueMatcher, itemId: ItemId): Passage[] {
  return passagesIn(readReportForCues(text, outline, matcher), matcher, itemId)
}

/** The passages of every item of the rubric, in one pass over the text; items that have none are there with an empty list. */
export function findAllPassages(text: string, outline: readonly OutlineNode[], matcher: CueMatcher): Map<ItemId, Passage[]> {
  const reading = readReportForCues(text, outline, matcher)
  return new Map([...matcher.items.keys()].map((itemId) => [itemId, passagesIn(reading, matcher, itemId)]))
}

function passagesIn(reading: ReportReading, matcher: CueMatcher, itemId: ItemId): Passage[] {
  const item = matcher.items.get(itemId)
  if (!item) return []
  const scored = scoreSentences(reading, item, itemId)
  const order = [...scored.values()].sort((a, b) => b.score - a.score || a.index - b.index)
  const least = (order[0]?.score ?? 0) * leastShare
  const taken = new Set<number>()
  const passages: Passage[] = []
  for (const best of order) {
    if (passages.length === mostPassages || best.score < least) break
    if (taken.has(best.index)) continue
    const members = joinNeighbours(reading, scored, best, taken)
    members.forEach(({ index }) => taken.add(index))
    const start = reading.sentences[members[0]!.index]!.start
    const end = reading.sentences[members.at(-1)!.index]!.end
    const cues = new Set(members.flatMap((member) => member.cues))
    passages.push({
      start,
      end,
      score: best.score,
      cues: item.cues.filter((_, cue) => cues.has(cue)),
      negative: reading.negative.filter((place) => place.start >= start && place.end <= end),
    })
  }
  return passages
}

/** A sentence and those before and after it in its paragraph that belong with it, in the order of the text. */
function joinNeighbours(reading: ReportReading, scored: ReadonlyMap<number, ScoredSentence>, best: ScoredSentence, taken: ReadonlySet<number>): ScoredSentence[] {
  const members = [best]
  for (const step of [1, -1]) {
    for (;;) {
      const at = step > 0 ? members.at(-1)!.index + 1 : members[0]!.index - 1
      const next = scored.get(at)
      if (!next || taken.has(at) || next.score < best.score * joiningShare) break
      const [first, last] = step > 0 ? [members[0]!.index, at] : [at, members.at(-1)!.index]
      const from = reading.sentences[first]!
      const to = reading.sentences[last]!
      if (from.line !== to.line || to.end - from.start > longestPassage) break
      if (step > 0) members.push(next)
      else members.unshift(next)
    }
  }
  return members
}
