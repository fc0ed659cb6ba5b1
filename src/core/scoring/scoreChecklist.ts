import { clampPoints, dividePoints, equalPoints, minPoints, multiplyPoints, pointsOf, sumPoints, writeExact, zeroPoints, type Points } from '#core/points'
import { fullOfElement } from '#core/rubric/fullOf'
import type { ChecklistRule } from '#core/rubric/rubric'
import { doesNotApply, gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R3 要素: the sum of the elements' marks, capped (default M). Where elements do not apply, Σ earned ÷ Σ available × M: the item
 * keeps its M whatever the rubric's N/A method; all elements N/A → the item does not apply. Source: METHOD §4, §6A.3.
 * A checklist with an element unanswered is no answer: it is refused, not counted as zero.
 * @example six elements of 1, M = 6, two N/A, 2 of 4 earned // 2 ÷ 4 × 6 = 3
 */
export function scoreChecklist(rule: ChecklistRule, full: Points, marks: Readonly<Record<string, number | 'notApplicable'>>): RuleResult {
  const earned: Points[] = []
  const available: Points[] = []
  for (const choice of Object.keys(marks)) {
    if (!rule.elements.some((element) => element.id === choice)) return refuses({ kind: 'unknown-choice', choice })
  }
  for (const element of rule.elements) {
    const mark = Object.hasOwn(marks, element.id) ? marks[element.id] : undefined
    if (mark === undefined) return refuses({ kind: 'element-missing', element: element.id })
    if (mark === 'notApplicable') {
      if (!element.notApplicable) return refuses({ kind: 'element-must-apply', element: element.id })
      continue
    }
    if (!element.marks.some((allowed) => allowed.points === mark)) return refuses({ kind: 'mark-not-allowed', element: element.id, mark })
    earned.push(pointsOf(mark))
    available.push(fullOfElement(element))
  }
  if (available.length === 0) return doesNotApply()
  const sum = sumPoints(earned)
  const terms = earned.map(writeExact).join(' + ')
  const cap = rule.cap === undefined ? full : minPoints(pointsOf(rule.cap), full)
  if (available.length === rule.elements.length) {
    const points = clampPoints(sum, zeroPoints, cap)
    return gives(points, earned.length === 1 ? writeExact(points) : `${equalPoints(points, sum) ? terms : `min(${writeExact(cap)}, ${terms})`} = ${writeExact(points)}`)
  }
  const rescaled = multiplyPoints(dividePoints(sum, sumPoints(available)), full)
  const points = clampPoints(rescaled, zeroPoints, cap)
  const fraction = `(${terms}) ÷ ${writeExact(sumPoints(available))} × ${writeExact(full)}`
  return gives(points, `${equalPoints(points, rescaled) ? fraction : `min(${writeExact(cap)}, ${fraction})`} = ${writeExact(points)}`)
}
