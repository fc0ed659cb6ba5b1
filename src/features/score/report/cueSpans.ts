import type { RubricItem } from '#core/rubric/rubric'
import { isCueOfYear, parseCue } from '#core/search/parseCue'
import { findChineseDays } from '#core/text/parseChineseDay'
import { findMatches, type Span } from '#features/score/report/findMatches'

/** Stands for any day that is written out. */
const anyDay = '年月日'

/** The words an item is searched by in reports of a year: its cues with their synonyms, each once, in the rubric's order. */
export function cueWordsOf(item: Pick<RubricItem, 'cueWords'>, year: number): string[] {
  return [...new Set(item.cueWords.map(parseCue).filter((cue) => isCueOfYear(cue, year)).flatMap(({ words }) => words))]
}

/** Where any of the words stands, to be marked lightly; overlapping hits are one. `folded` is the match form of `text`. */
export function cueSpans(text: string, folded: string, words: readonly string[]): Span[] {
  const days = words.includes(anyDay) ? findChineseDays(text).map(({ start, end }) => ({ start, end })) : []
  const spans = [...findMatches(folded, words), ...days].sort((a, b) => a.start - b.start || b.end - a.end)
  return spans.filter((span, at) => at === 0 || span.start >= spans[at - 1]!.end)
}
