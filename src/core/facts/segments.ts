import type { Fact, Place } from '#core/facts/fact'

/** A stretch of text with the facts in it. */
export interface Segment extends Place {
  readonly facts: readonly Fact[]
}

/** Sentences: stretches up to 。！？ or a line end. */
export function sentencesOf(text: string, facts: readonly Fact[]): Segment[] {
  return segments(text, facts, /[。!\uff01?\uff1f\n]/g)
}

/** Sentences cut again at semicolons. */
export function clauseGroupsOf(text: string, facts: readonly Fact[]): Segment[] {
  return segments(text, facts, /[。;\uff1b!\uff01?\uff1f\n]/g)
}

function segments(text: string, facts: readonly Fact[], ends: RegExp): Segment[] {
  const found: Segment[] = []
  let next = 0
  let start = 0
  const close = (end: number): void => {
    const from = next
    while (next < facts.length && facts[next]!.start < end) next += 1
    if (next > from) found.push({ start, end, facts: facts.slice(from, next) })
    start = end + 1
  }
  for (const match of text.matchAll(ends)) close(match.index)
  close(text.length)
  return found
}

/** The words in front of a fact in its own clause, back to the mark or fact before it; spaces at the end left out. */
export function labelBefore(text: string, segment: Segment, fact: Fact): string {
  const previous = segment.facts.filter((other) => other.end <= fact.start).at(-1)?.end ?? segment.start
  const words = text.slice(Math.max(previous, segment.start, fact.start - 40), fact.start).trimEnd()
  return words.slice(words.search(/[^,\uff0c、:\uff1a(（]*$/))
}

export function placeOf({ start, end }: Place): Place {
  return { start, end }
}
