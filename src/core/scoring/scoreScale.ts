import { addPoints, clampPoints, dividePoints, multiplyPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import type { ScaleRule } from '#core/rubric/rubric'
import { gives, givesNothingYet, isCount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R17 量表: M × mean of the valid answers ÷ top of the scale; where the steps carry rates, M × mean of the rates. 不了解 is counted
 * apart and leaves the mean; no valid answers → 待核. `counts` holds the number of answers by value ("5": 3). n, the number of valid
 * answers, stands in the formula. Source: METHOD §4, §6A.27, §6A.36.
 * @example M = 5, answers 5, 4, 不了解, 3 on a scale to 5 // 5 × (3 + 4 + 5) ÷ 3 ÷ 5 = 4 (n = 3)
 */
export function scoreScale(rule: ScaleRule, full: Points, counts: Readonly<Record<string, number>>, unknown: number): RuleResult {
  if (!isCount(unknown)) return refuses({ kind: 'not-a-count', name: 'unknown' })
  for (const [choice, count] of Object.entries(counts)) {
    if (!rule.steps.some((step) => String(step.value) === choice)) return refuses({ kind: 'unknown-choice', choice })
    if (!isCount(count)) return refuses({ kind: 'not-a-count', name: choice })
  }
  const rated = isRated(rule)
  let valid = 0
  let sum = zeroPoints
  const terms: string[] = []
  for (const step of rule.steps) {
    const key = String(step.value)
    const count = Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0
    if (count === 0) continue
    const worth = pointsOf(rated ? (step.rate ?? 0) : step.value)
    valid += count
    sum = addPoints(sum, multiplyPoints(pointsOf(count), worth))
    terms.push(count === 1 ? writeExact(worth) : `${count} × ${writeExact(worth)}`)
  }
  if (valid === 0) return givesNothingYet('unanswered')
  const top = topOf(rule)
  const points = clampPoints(multiplyPoints(full, dividePoints(sum, multiplyPoints(pointsOf(valid), top))), zeroPoints, full)
  const over = rated ? '' : ` ÷ ${writeExact(top)}`
  return gives(points, `${writeExact(full)} × (${terms.join(' + ')}) ÷ ${valid}${over} = ${writeExact(points)} (n = ${valid})`)
}

/** Everybody at the lowest step. */
export function leastOfScale(rule: ScaleRule, full: Points): Points {
  const lowest = rule.steps[0]
  const worth = isRated(rule) ? (lowest?.rate ?? 0) : (lowest?.value ?? 0)
  return clampPoints(multiplyPoints(full, dividePoints(pointsOf(worth), topOf(rule))), zeroPoints, full)
}

function isRated(rule: ScaleRule): boolean {
  return rule.steps.every((step) => step.rate !== undefined)
}

/** Rates end at 1. */
function topOf(rule: ScaleRule): Points {
  return pointsOf(isRated(rule) ? 1 : (rule.steps.at(-1)?.value ?? 1))
}
