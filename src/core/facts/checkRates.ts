import type { Fact, FactFinding, Place } from '#core/facts/fact'
import { isAdditive } from '#core/facts/factUnits'
import { clauseGroupsOf, labelBefore, placeOf, type Segment } from '#core/facts/segments'
import { addPoints, comparePoints, dividePoints, formatPoints, multiplyPoints, pointsOf, subtractPoints, zeroPoints, type Points } from '#core/points'

const rateLabel = /([\u4e00-\u9fff]{2,10}?)率\s?(?:均?为|达到?了?|高达|约为?|是|只有)?\s?$/
const fraction = /^\s?[((（]?\s?(\d{1,9})\s?[/\uff0f]\s?(\d{1,9})/

/**
 * Rates against numerator and denominator in the same clause group: 调解案件2487宗，调解成功2440宗，成功率98.1%, or 合格率98.73%(156/158). A rate agrees when the quotient
 * rounds to it at its printed digits; one step away (cut off instead of rounded) or with an approximate number it cannot be told.
 * It conflicts only where the numerator is named like the rate (成功 … 成功率) and one denominator is possible.
 * @example 156 of 158, stated 98.73 // computed 98.7342, agrees
 */
export function checkRates(text: string, facts: readonly Fact[]): FactFinding[] {
  return clauseGroupsOf(text, facts).flatMap((group) => group.facts.flatMap((rate) => (rate.unit === '%' && rate.change === null && rate.upTo === null ? checkRate(text, group, rate) : [])))
}

function checkRate(text: string, group: Segment, rate: Fact): FactFinding[] {
  const written = fraction.exec(text.slice(rate.end, rate.end + 26))
  if (written) {
    const [numerator, denominator] = [written[1]!, written[2]!]
    const start = rate.end + written[0].indexOf(numerator)
    return pair(rate, { value: numerator, places: [{ start, end: rate.end + written[0].length }] }, { value: denominator, places: [] }, 'named')
  }
  const stem = rateLabel.exec(labelBefore(text, group, rate))?.[1]
  const counts = group.facts.filter((fact) => fact.end <= rate.start && isAdditive(fact.unit) && fact.upTo === null && fact.change === null).slice(-5)
  const numerator = stem === undefined ? undefined : counts.findLast((fact) => labelBefore(text, group, fact).includes(stem.slice(-2)))
  if (numerator) {
    const wholes = counts.filter((fact) => fact !== numerator && fact.unit === numerator.unit && comparePoints(pointsOf(fact.value), pointsOf(numerator.value)) >= 0)
    const findings = wholes.flatMap((whole) => pair(rate, asSide(numerator), asSide(whole), 'named', [numerator, whole]))
    const agreeing = findings.find((finding) => finding.verdict === 'agrees')
    if (agreeing) return [agreeing]
    if (findings.length === 1) return findings
    if (findings.length > 1) return [{ ...findings.at(-1)!, verdict: 'cannot-tell' }]
  }
  // No name to go by: numbers that fit to a printed decimal are hardly chance, numbers that do not say nothing.
  if (comparePoints(pointsOf(rate.step), pointsOf('0.1')) > 0) return []
  for (const whole of counts) {
    for (const part of counts) {
      if (part === whole || part.unit !== whole.unit || comparePoints(pointsOf(part.value), pointsOf(whole.value)) > 0) continue
      const [finding] = pair(rate, asSide(part), asSide(whole), 'chance', [part, whole])
      if (finding?.verdict === 'agrees') return [finding]
    }
  }
  return []
}

interface Side {
  readonly value: string
  readonly places: readonly Place[]
}

function asSide(fact: Fact): Side {
  return { value: fact.value, places: [placeOf(fact)] }
}

function pair(rate: Fact, numerator: Side, denominator: Side, how: 'named' | 'chance', sides: readonly Fact[] = []): FactFinding[] {
  const whole = pointsOf(denominator.value)
  if (comparePoints(whole, zeroPoints) === 0) return []
  const computed = multiplyPoints(dividePoints(pointsOf(numerator.value), whole), pointsOf(100))
  const isVague = sides.some((fact) => fact.bound !== 'exact')
  const judged = judge(computed, rate)
  const verdict = judged === 'conflicts' && isVague ? 'cannot-tell' : judged
  if (how === 'chance' && (verdict !== 'agrees' || isVague)) return []
  return [{
    kind: 'rate',
    verdict,
    places: [placeOf(rate), ...numerator.places, ...denominator.places],
    working: { key: 'rate', values: { numerator: numerator.value, denominator: denominator.value, computed: formatPoints(computed, 4), stated: rate.value } },
  }]
}

/** Whether a stated percentage is what was computed, as far as its printed digits and its 以上 or 约 allow. */
function judge(computed: Points, stated: Fact): FactFinding['verdict'] {
  const value = pointsOf(stated.value)
  const step = pointsOf(stated.step)
  const apart = comparePoints(computed, value) < 0 ? subtractPoints(value, computed) : subtractPoints(computed, value)
  if (comparePoints(addPoints(apart, apart), step) <= 0) return 'agrees'
  if (stated.bound === 'more') return comparePoints(computed, value) > 0 ? 'agrees' : 'conflicts'
  if (stated.bound === 'less') return comparePoints(computed, value) < 0 ? 'agrees' : 'conflicts'
  return stated.bound === 'about' || comparePoints(apart, step) <= 0 ? 'cannot-tell' : 'conflicts'
}

/**
 * Growth against the numbers it is from and to, in one clause group: 由120件增至150件，增长25%. Exact numbers that give another growth conflict.
 */
export function checkChanges(text: string, facts: readonly Fact[]): FactFinding[] {
  return clauseGroupsOf(text, facts).flatMap((group) => group.facts.flatMap((from, index): FactFinding[] => {
    const to = group.facts[index + 1]
    const growth = group.facts[index + 2]
    if (!to || growth?.unit !== '%' || growth.change === null || to.unit !== from.unit || from.upTo !== null || to.upTo !== null) return []
    const isMove = /[由从][^,\uff0c]{0,14}$/.test(text.slice(group.start, from.start)) && /^[^,\uff0c]{0,6}[至到为]\s?$/.test(text.slice(from.end, to.start))
    const start = pointsOf(from.value)
    if (!isMove || comparePoints(start, zeroPoints) === 0) return []
    const difference = growth.change === 'up' ? subtractPoints(pointsOf(to.value), start) : subtractPoints(start, pointsOf(to.value))
    const computed = multiplyPoints(dividePoints(difference, start), pointsOf(100))
    const judged = judge(computed, growth)
    const isVague = from.bound !== 'exact' || to.bound !== 'exact'
    return [{
      kind: 'change',
      verdict: judged === 'conflicts' && isVague ? 'cannot-tell' : judged,
      places: [placeOf(growth), placeOf(from), placeOf(to)],
      working: { key: 'change', values: { from: from.value, to: to.value, computed: formatPoints(computed, 4), stated: growth.value } },
    }]
  }))
}
