import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsOf } from '#core/points'
import { checkRule } from '#core/rubric/checkRule'
import { proposeRule } from '#core/rubric/proposal/proposeRule'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

const piece = fc.constantFrom(
  '每少一次', '扣', '得', '0.3分', '2分', '累计', '不超过', '最多', '满分', '不得分', '否则', '按比例', '95%', '以上', '第1名', '依次', '酌情', '，', '；', '、', '。', '\n', '(', ')', '/', ':', '-', '每', '1', '.', '一', '加', '3月1日前', '未建立制度', '分', ' ',
)
const wording = fc.oneof(fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 60 }))
const full = fc.constantFrom(0.5, 1, 1.5, 2, 3, 60)

test('whatever the wording: a proposal, with places that lie in it, in order', () => {
  fc.assert(
    fc.property(wording, full, (standard, points) => {
      const { understood, confidence, leftOver } = proposeRule(standard, points)
      let end = 0
      for (const span of understood) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(standard.length)
      if (confidence === 'sure') expect(leftOver).toBe('')
    }),
    { numRuns: 3_000 },
  )
})

test('a sure rule is sound for its full marks', () => {
  fc.assert(
    fc.property(wording, full, (standard, points) => {
      const { rule, confidence } = proposeRule(standard, points)
      fc.pre(confidence === 'sure')
      const problems: SoundnessProblem[] = []
      checkRule(rule, pointsOf(points), '', problems)
      expect(problems).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('long wordings of one sign, and of one clause over and over, are read', () => {
  const repeated = ['每', '扣', '得', '1', '(', ')', '分', '第', '、', '-', '%', '每少一次扣0.3分,', '得2分', '按比例', '累计不超过'].map((sign) => sign.repeat(5_000).slice(0, 5_000))
  expect(repeated.map((standard) => proposeRule(standard, 2).confidence)).not.toContain('sure')
})
