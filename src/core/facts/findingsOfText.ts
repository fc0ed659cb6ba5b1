import { checkFacts } from '#core/facts/checkFacts'
import type { Fact, FactFinding } from '#core/facts/fact'
import { readFacts } from '#core/facts/readFacts'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

export interface FindingsOfText {
  readonly facts: readonly Fact[]
  readonly findings: readonly FactFinding[]
}

/** All facts of a report's text and what comes of checking them; targets of the plan for next year are not held against what was done. */
export function findingsOfText(text: string): FindingsOfText {
  const facts = readFacts(text)
  const plans = statutoryParts(text, splitOutline(text)).filter(({ part, form }) => part === 'plan' && form !== 'sentences')
  return { facts, findings: checkFacts(text, facts, plans) }
}
