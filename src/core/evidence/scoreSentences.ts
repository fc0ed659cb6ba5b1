import type { ReportReading, SentencePlace } from '#core/evidence/readReportForCues'
import type { ItemId } from '#core/ids'
import type { ItemCues } from '#core/search/compileCues'

export interface ScoredSentence {
  readonly index: number
  readonly score: number
  /** Indexes of the item's cues found in it or in the headings above it, rising. */
  readonly cues: readonly number[]
}

/** A cue in a heading above counts this much of one in the sentence itself; a pair of the item's name in a heading above so many points. */
const headingShare = 0.4
const namePairInHeading = 0.5
const mostNamePairs = 3
const figureGain = 0.1
const mostFigures = 3
/** Within the part the item is about, and in another part although the report has that one: what belongs to a narrow part (plan, problems) is rarely said elsewhere. */
const rightPart = 1.5
const otherPart = 0.4
const otherThanNarrow = 0.2
/** A heading tells less than the text below it, unless the item asks how the report is built. */
const asHeading = 0.5
const asSoughtHeading = 1.6
/** What stands in the right part, in the title or in the signature without any cue; and a day where days are sought. */
const placeAlone = 0.3
const endsOfReport = 3
const soughtDay = 2

/**
 * Scores the sentences of a report for one item: Σ over its distinct cues of ln(1 + sentences ÷ sentences with the cue), and what its
 * place adds (see the constants). Sentences that score nothing are left out. Sums run in a fixed order: the same text, the same scores.
 */
export function scoreSentences(reading: ReportReading, item: ItemCues, itemId: ItemId): Map<number, ScoredSentence> {
  const { sentences } = reading
  const cuesOf = new Map<number, Set<number>>()
  const sentencesWith = new Map<number, number>()
  for (const { cue, sentence } of reading.hits.get(itemId) ?? []) {
    const cues = cuesOf.get(sentence)
    if (cues?.has(cue)) continue
    if (cues) cues.add(cue)
    else cuesOf.set(sentence, new Set([cue]))
    sentencesWith.set(cue, (sentencesWith.get(cue) ?? 0) + 1)
  }
  const weightOf = (cue: number): number => Math.log(1 + sentences.length / sentencesWith.get(cue)!)
  const partIsThere = item.parts.some((part) => reading.parts.has(part))
  const narrow = partIsThere && !item.parts.includes('measures')

  const scored = new Map<number, ScoredSentence>()
  sentences.forEach((sentence, index) => {
    const own = cuesOf.get(index) ?? new Set<number>()
    const above = new Set(sentence.headings.flatMap((at) => [...(cuesOf.get(at) ?? [])]).filter((cue) => !own.has(cue)))
    const inPart = partIsThere && sentence.parts.some((part) => item.parts.includes(part))
    const place = placeWithoutCue(sentence, item)
    if (own.size === 0 && above.size === 0 && place === 0 && !(narrow && inPart)) return
    let score = place + (narrow && inPart ? placeAlone : 0)
    for (const cue of [...own].sort((a, b) => a - b)) score += weightOf(cue)
    for (const cue of [...above].sort((a, b) => a - b)) score += headingShare * weightOf(cue)
    score += namePairInHeading * Math.min(mostNamePairs, item.nameParts.filter((pair) => sentence.headingText.includes(pair)).length)
    score *= 1 + figureGain * Math.min(mostFigures, sentence.figures)
    if (partIsThere) score *= inPart ? rightPart : narrow ? otherThanNarrow : otherPart
    if (sentence.headingDepth > 0) score *= item.structure ? (sentence.headingDepth === 1 ? asSoughtHeading : 1) : asHeading
    scored.set(index, { index, score, cues: [...own, ...above].sort((a, b) => a - b) })
  })
  return scored
}

function placeWithoutCue(sentence: SentencePlace, item: ItemCues): number {
  const atEnd = (item.signature && sentence.signature) || (item.title && (sentence.title || sentence.signature))
  return (atEnd ? endsOfReport : 0) + (item.days && sentence.days ? soughtDay : 0)
}
