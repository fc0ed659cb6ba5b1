import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { answerOfDraft, isEmptyDraft, makeDraft, type RuleDraft } from '#features/score/forms/ruleDraft'

const day = '2024-01-29' as CalendarDay
const deadline = { yearsAfter: 1, month: 3, day: 1 }

const rules: Record<Rule['kind'], Rule> = {
  level: { kind: 'level', levels: [{ id: 'low', label: '低', criterion: '', points: 0 }, { id: 'high', label: '高', criterion: '', points: 3 }] },
  passFail: { kind: 'passFail', criterion: '', deadline },
  checklist: {
    kind: 'checklist',
    elements: [
      { id: 'a', label: '甲', marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }] },
      { id: 'b', label: '乙', marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }], notApplicable: { when: '' } },
    ],
  },
  deduct: { kind: 'deduct', causes: [{ id: 'typo', label: '错字', perEvent: 0.2 }] },
  ratio: { kind: 'ratio', numerator: '分子', denominator: '分母', zeroAt: 0, fullAt: 1 },
  count: { kind: 'count', kinds: [{ id: 'k', label: '条', points: 0.5 }] },
  interval: { kind: 'interval', measure: '占比', unit: '%', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }], shape: 'linear' },
  itemMean: { kind: 'itemMean', subItem: '问题', scale: [{ id: 's0', label: '', criterion: '', share: 0 }, { id: 's1', label: '', criterion: '', share: 1 }] },
  judge: { kind: 'judge', criterion: '', step: 0.5 },
  timeliness: { kind: 'timeliness', dateLabel: '发布日期', deadline, late: { kind: 'perDay', points: 1 } },
  byRank: { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'proportional' } },
  reference: { kind: 'reference', label: '报告质量', full: 100 },
  sources: { kind: 'sources', sources: [{ id: 'desk', label: '书面', weight: 80, full: 100 }, { id: 'site', label: '实地', weight: 20, full: 100 }] },
  scale: { kind: 'scale', steps: [{ value: 1, label: '差' }, { value: 5, label: '好' }] },
  negative: { kind: 'negative', perEvent: 0.5 },
  veto: { kind: 'veto', criterion: '', effect: { kind: 'zero' } },
}

const answers: readonly Answer[] = [
  { kind: 'level', level: 'high' },
  { kind: 'passFail', passed: false },
  { kind: 'passFail', date: day },
  { kind: 'checklist', marks: { a: 1, b: 'notApplicable' } },
  { kind: 'deduct', events: { typo: 3 } },
  { kind: 'deduct', events: {} },
  { kind: 'ratio', numerator: 3, denominator: 4 },
  { kind: 'count', events: { k: 2 } },
  { kind: 'interval', value: 3.8 },
  { kind: 'itemMean', marks: ['s0', 's1', 's1'] },
  { kind: 'judge', points: 2.5 },
  { kind: 'timeliness', date: day },
  { kind: 'timeliness', never: true },
  { kind: 'byRank', value: -3.5 },
  { kind: 'reference', score: 73.69 },
  { kind: 'reference', exact: '1234/25', from: '上年项目' },
  { kind: 'reference', low: '721/10', high: '753/10', from: '上年项目' },
  { kind: 'sources', scores: { desk: 77.5, site: 'notApplicable' } },
  { kind: 'scale', counts: { 1: 0, 5: 3 }, unknown: 1 },
  { kind: 'scale', counts: {}, unknown: 2 },
  { kind: 'negative', events: 0 },
  { kind: 'negative', events: 3 },
  { kind: 'veto', applies: true },
  { kind: 'veto', applies: false },
]

describe('ruleDraft', () => {
  test.each(answers)('shows a stored answer and gives it back: %o', (answer) => {
    const rule = rules[answer.kind]
    expect(answerOfDraft(rule, makeDraft(rule, answer))).toEqual(answer)
  })

  test.each(Object.values(rules))('an untouched card is no answer: $kind', (rule) => {
    const draft = makeDraft(rule, null)
    expect([isEmptyDraft(rule, draft), answerOfDraft(rule, draft)]).toEqual([true, null])
  })

  test('an answer made for another rule is not shown', () => {
    expect(makeDraft(rules.level, { kind: 'judge', points: 1 })).toEqual({ kind: 'level', level: null })
  })

  test.each<[Rule['kind'], RuleDraft]>([
    ['checklist', { kind: 'checklist', marks: { a: 1 } }],
    ['ratio', { kind: 'ratio', numerator: '3', denominator: '' }],
    ['interval', { kind: 'interval', value: 'x' }],
    ['itemMean', { kind: 'itemMean', marks: [] }],
    ['passFail', { kind: 'passFail', passed: null, day: '2024-02-30' }],
    ['deduct', { kind: 'deduct', events: { typo: 0 }, looked: false }],
    ['sources', { kind: 'sources', scores: { desk: '77.5' } }],
    ['sources', { kind: 'sources', scores: { desk: '77.5', site: '' } }],
    ['scale', { kind: 'scale', counts: { 5: 0 }, unknown: 0 }],
    ['veto', { kind: 'veto', applies: true, confirmed: false }],
  ])('half-filled %s is not an answer yet', (kind, draft) => {
    expect(answerOfDraft(rules[kind], draft)).toBeNull()
  })

  test('a checklist is answered only when its last element is', () => {
    expect(answerOfDraft(rules.checklist, { kind: 'checklist', marks: { a: 0, b: 1 } })).toEqual({ kind: 'checklist', marks: { a: 0, b: 1 } })
  })
})
