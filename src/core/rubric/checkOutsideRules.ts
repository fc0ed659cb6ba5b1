import { comparePoints, maxPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import { checkBounds, checkEntryIds, checkNotEmpty, checkPositive, checkReach, checkRising, type RulePlace } from '#core/rubric/checkList'
import type { ByRankRule, NegativeRule, ReferenceRule, ScaleRule, SourcesRule, VetoRule } from '#core/rubric/rubric'

/** Soundness of the rules that read something else than the report: other units, another rubric, other assessors, facts outside. */

const one = pointsOf(1)

/** Points fall from place to place, or stay. Outside the base total a place may cost points (METHOD §4, R8). */
export function checkByRank({ award }: ByRankRule, { full, path, problems, outside }: RulePlace): void {
  if (award.kind === 'step') return checkPositive(award.step, `${path}.award.step`, problems)
  if (award.kind === 'proportional') return
  const list = `${path}.award.points`
  if (!checkNotEmpty(award.points, list, problems)) return
  const points = award.points.map((value) => pointsOf(value))
  points.forEach((value, index) => {
    const least = outside && comparePoints(value, zeroPoints) < 0 ? value : zeroPoints
    checkBounds(value, least, full, `${list}[${index}]`, problems)
  })
  const broken = points.findIndex((value, index) => index > 0 && comparePoints(value, points[index - 1] as Points) > 0)
  if (broken > 0) problems.push({ kind: 'not-rising', path: `${list}[${broken}]` })
  checkReach(points.reduce(maxPoints), full, list, problems)
}

/** That projects do not refer to each other in a circle is asked where they are joined; a rubric does not refer to itself. */
export function checkReference(rule: ReferenceRule, { path, problems, key }: RulePlace): void {
  checkPositive(rule.full, `${path}.full`, problems)
  if (rule.rubric !== undefined && rule.rubric === key) problems.push({ kind: 'refers-to-itself', path: `${path}.rubric` })
}

export function checkSources(rule: SourcesRule, { path, problems }: RulePlace): void {
  const list = `${path}.sources`
  if (!checkNotEmpty(rule.sources, list, problems)) return
  checkEntryIds(rule.sources, list, problems)
  rule.sources.forEach((source, index) => {
    checkPositive(source.weight, `${list}[${index}].weight`, problems)
    checkPositive(source.full, `${list}[${index}].full`, problems)
  })
}

/** Values rise, so that the last step is the top; rates never fall and end at 1. */
export function checkScale(rule: ScaleRule, { path, problems }: RulePlace): void {
  const list = `${path}.steps`
  if (!checkNotEmpty(rule.steps, list, problems)) return
  if (rule.steps.length === 1) problems.push({ kind: 'no-spread', path: list })
  const values = rule.steps.map((step) => pointsOf(step.value))
  const lowest = values[0] as Points
  if (comparePoints(lowest, zeroPoints) < 0) {
    problems.push({ kind: 'out-of-bounds', path: `${list}[0].value`, found: writeExact(lowest), low: '0', high: writeExact(values.at(-1) as Points) })
  } else checkPositive(rule.steps.at(-1)?.value ?? 0, `${list}[${values.length - 1}].value`, problems)
  checkRising(values, 'strictly', list, problems)
  const rates = rule.steps.flatMap((step) => (step.rate === undefined ? [] : [pointsOf(step.rate)]))
  if (rates.length === 0) return
  if (rates.length < rule.steps.length) {
    problems.push({ kind: 'rates-mixed', path: list })
    return
  }
  rates.forEach((rate, index) => checkBounds(rate, zeroPoints, one, `${list}[${index}].rate`, problems))
  checkRising(rates, 'rising', list, problems)
  const top = rates.at(-1) as Points
  if (comparePoints(top, one) < 0) checkReach(top, one, `${list}[${rates.length - 1}].rate`, problems)
}

/** The full marks are the most that the item can take, so its cap, where it is written, is the same. */
export function checkNegative(rule: NegativeRule, { full, path, problems }: RulePlace): void {
  checkPositive(rule.perEvent, `${path}.perEvent`, problems)
  if (rule.cap === undefined) return
  checkBounds(pointsOf(rule.cap), zeroPoints, full, `${path}.cap`, problems)
  checkReach(pointsOf(rule.cap), full, `${path}.cap`, problems)
}

export function checkVeto({ effect }: VetoRule, { whole, path, problems }: RulePlace): void {
  if (effect.kind === 'capTotal') checkBounds(pointsOf(effect.at), zeroPoints, whole ?? pointsOf(effect.at), `${path}.effect.at`, problems)
  if (effect.kind === 'lowerBand') checkPositive(effect.by, `${path}.effect.by`, problems)
}
