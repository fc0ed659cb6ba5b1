import { checkChanges, checkRates } from '#core/facts/checkRates'
import { checkRepeats } from '#core/facts/checkRepeats'
import { checkSums } from '#core/facts/checkSums'
import type { Fact, FactFinding, Place } from '#core/facts/fact'

/**
 * Numbers of a text that can be checked against each other: totals and parts, rates and what they are made of, growth from one number to
 * another, the same quantity in two places. Checks that agree are findings too, so that a person sees what was checked. What a
 * careful reader could not swear to (余, overlapping parts, an enumeration that may be partial) is 'cannot-tell', never a conflict.
 * `plans` are the stretches that write of next year. In reading order. Nothing is deducted by this.
 * @example checkFacts(text, readFacts(text))[0]?.verdict // '共17件，其中维持9件、撤销6件、终止2件' → 'agrees'
 */
export function checkFacts(text: string, facts: readonly Fact[], plans: readonly Place[] = []): FactFinding[] {
  const findings = [...checkSums(text, facts), ...checkRates(text, facts), ...checkChanges(text, facts), ...checkRepeats(text, facts, plans)]
  return findings.sort((a, b) => a.places[0]!.start - b.places[0]!.start)
}
