import { describe, expect, test } from 'vitest'
import { everyRule } from '../../core/rubric/rubricWithEveryRule'
import { formatPoints, pointsOf } from '#core/points'
import type { Rule, RuleKind } from '#core/rubric/rubric'
import { applyRule } from '#core/scoring/applyRule'
import { answerOfExample, exampleInputs } from '#features/rubrics/example/exampleInputs'

function pointsFor(rule: Rule, full: number, typed: Readonly<Record<string, string>>): string {
  const values = { ...Object.fromEntries(exampleInputs(rule, 2024).map((input) => [input.key, input.initial])), ...typed }
  const answer = answerOfExample(rule, values)
  if (!answer) return 'none'
  const result = applyRule(rule, pointsOf(full), 2024, answer)
  if (!result.ok) return result.problem.kind
  return result.value.kind === 'points' ? formatPoints(result.value.points, 3) : result.value.kind
}

describe('the worked example', () => {
  test.each(Object.keys(everyRule) as RuleKind[])('the first answer shown for %s may be given', (kind) => {
    expect(pointsFor(everyRule[kind], 2, {})).toMatch(/^(-?[\d.]+|unplaced)$/)
  })

  test('worked examples of the method come out', () => {
    expect([
      pointsFor({ kind: 'deduct', causes: [{ id: 'a', label: '制度缺', perEvent: 0.3, cap: 0.3 }, { id: 'b', label: '每少一次', perEvent: 0.3, cap: 1.2 }] }, 1.5, { a: '0', b: '5' }),
      pointsFor({ kind: 'deduct', causes: [{ id: 'a', label: '制度缺', perEvent: 0.3, cap: 0.3 }, { id: 'b', label: '每少一次', perEvent: 0.3, cap: 1.2 }] }, 1.5, { a: '1', b: '5' }),
      pointsFor({ kind: 'ratio', numerator: 'n', denominator: 'd', zeroAt: 0.7, fullAt: 0.95 }, 3, { numerator: '862', denominator: '1000' }),
      pointsFor({ kind: 'count', kinds: [{ id: 'a', label: '问题', points: 0.5 }], cap: 2 }, 2, { a: '5' }),
      pointsFor({ kind: 'itemMean', subItem: '问题', scale: [{ id: 'no', label: '无', criterion: '无', share: 0 }, { id: 'part', label: '部分', criterion: '部分', share: 0.5 }, { id: 'yes', label: '是', criterion: '是', share: 1 }] }, 5, { no: '1', part: '2', yes: '0' }),
      pointsFor({ kind: 'reference', label: '报告', full: 100 }, 3, { score: '73.69' }),
      pointsFor({ kind: 'scale', steps: [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })) }, 5, { 1: '0', 2: '0', 3: '1', 4: '1', 5: '1', unknown: '1' }),
    ]).toEqual(['0.300', '0.000', '1.944', '2.000', '1.667', '2.211', '4.000'])
  })

  test('an answer with a gap is none', () => {
    expect(pointsFor(everyRule.ratio, 2, { numerator: '' })).toBe('none')
  })
})
