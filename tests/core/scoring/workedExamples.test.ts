import { describe, expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { formatPoints, writeExact } from '#core/points'
import type { CalendarDay } from '#core/calendarDay'
import type { RubricItem, Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { scoreItem } from '#core/scoring/scoreItem'

// The worked examples of METHOD §4, the acceptance vectors of §11 and the edge rules of §6A, by hand from that page.

const county = { kind: 'government', level: 'county' } as const
const day = (text: string) => text as CalendarDay

function points(full: number, rule: Rule, answer: Answer, year = 2025): string {
  const result = scoreItem(deepFreeze(anItem('X', full, rule)), county, year, 'scored', deepFreeze(answer))
  if (!result.ok) return result.problem.kind
  return result.value.points ? writeExact(result.value.points) : result.value.state
}

function stateOf(item: RubricItem, state: ItemState) {
  const result = scoreItem(item, county, 2025, state, null)
  if (!result.ok) throw new Error(result.problem.kind)
  const { points: settled, range } = result.value
  return { state: result.value.state, points: settled && writeExact(settled), range: range && [writeExact(range.low), writeExact(range.high)] }
}

const levels: Rule = {
  kind: 'level',
  levels: [
    { id: 'none', label: '未提', criterion: '', points: 0 },
    { id: 'stance', label: '只表态', criterion: '', points: 1.2 },
    { id: 'fact', label: '有具体事项无数据', criterion: '', points: 2.1 },
    { id: 'result', label: '有事项且有数据或结果', criterion: '', points: 3 },
  ],
}
const deadline: Rule = { kind: 'passFail', criterion: '', deadline: { yearsAfter: 1, month: 3, day: 1 } }
const six: Rule = {
  kind: 'checklist',
  elements: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
    id, label: id, marks: [{ points: 0, criterion: '' }, { points: 0.5, criterion: '' }, { points: 1, criterion: '' }], notApplicable: { when: '' },
  })),
}
const meetings: Rule = { kind: 'deduct', causes: [{ id: 'system', label: '', perEvent: 0.3, cap: 0.3 }, { id: 'meeting', label: '', perEvent: 0.3, cap: 1.2 }] }
const rate: Rule = { kind: 'ratio', numerator: '', denominator: '', zeroAt: 0.7, fullAt: 0.95 }
const each: Rule = { kind: 'count', kinds: [{ id: 'problem', label: '', points: 0.5 }], cap: 2 }
const share: Rule = { kind: 'interval', measure: '', unit: '%', shape: 'linear', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }] }
const length: Rule = { kind: 'interval', measure: '', unit: '字', shape: 'linear', breaks: [{ x: 1500, y: 0 }, { x: 3000, y: 2 }, { x: 8000, y: 2 }, { x: 12000, y: 0 }] }
const problems: Rule = { kind: 'itemMean', subItem: '问题', scale: [
  { id: 'empty', label: '', criterion: '', share: 0 }, { id: 'field', label: '', criterion: '', share: 0.5 }, { id: 'case', label: '', criterion: '', share: 1 },
] }
const judge: Rule = { kind: 'judge', criterion: '', step: 0.5 }
const published: Rule = { kind: 'timeliness', dateLabel: '', deadline: { yearsAfter: 1, month: 4, day: 1 }, late: { kind: 'grace', steps: [
  { until: { yearsAfter: 1, month: 4, day: 30 }, points: 3 }, { until: { yearsAfter: 1, month: 6, day: 30 }, points: 1 },
], otherwise: 0 } }

describe('R1 level', () => {
  test('有具体事项无数据 → 2.1', () => expect(points(3, levels, { kind: 'level', level: 'fact' })).toBe('2.1'))
  test('a level that is not there is refused', () => expect(points(3, levels, { kind: 'level', level: 'x' })).toBe('unknown-choice'))
})

describe('R2 passFail', () => {
  test('落款 2024-01-29 ≤ 2024-03-01 → 2', () => expect(points(2, deadline, { kind: 'passFail', date: day('2024-01-29') }, 2023)).toBe('2'))
  test('the deadline day is in time, the day after is not', () => {
    expect(points(2, deadline, { kind: 'passFail', date: day('2024-03-01') }, 2023)).toBe('2')
    expect(points(2, deadline, { kind: 'passFail', date: day('2024-03-02') }, 2023)).toBe('0')
  })
  test('without a date: passed or not', () => {
    expect([points(2, deadline, { kind: 'passFail', passed: true }), points(2, deadline, { kind: 'passFail', passed: false })]).toEqual(['2', '0'])
  })
  test('a day that is none is refused', () => expect(points(2, deadline, { kind: 'passFail', date: day('2023-02-29') })).toBe('not-a-day'))
})

describe('R3 checklist', () => {
  const na = 'notApplicable' as const
  test('six elements of 1, two N/A, earned 2 of 4 → 3', () => {
    expect(points(6, six, { kind: 'checklist', marks: { a: na, b: na, c: 1, d: 0.5, e: 0.5, f: 0 } })).toBe('3')
  })
  test('all elements N/A → item N/A (vector 4)', () => {
    expect(points(6, six, { kind: 'checklist', marks: { a: na, b: na, c: na, d: na, e: na, f: na } })).toBe('notApplicable')
  })
  test('an element unanswered is no answer, and a mark outside the list is refused', () => {
    expect(points(6, six, { kind: 'checklist', marks: { a: 1 } })).toBe('element-missing')
    expect(points(6, six, { kind: 'checklist', marks: { a: 0.7, b: 0, c: 0, d: 0, e: 0, f: 0 } })).toBe('mark-not-allowed')
  })
  test('an element that must apply cannot be N/A', () => {
    const strict: Rule = { kind: 'checklist', elements: [{ id: 'a', label: '', marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }] }] }
    expect(points(1, strict, { kind: 'checklist', marks: { a: na } })).toBe('element-must-apply')
  })
  test('the cap holds', () => {
    expect(points(6, { ...six, cap: 4 } as Rule, { kind: 'checklist', marks: { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 } })).toBe('4')
  })
})

describe('R4 deduct (vector 1)', () => {
  test.each([[1, 0, '1.2'], [0, 4, '0.3'], [0, 5, '0.3'], [0, 9, '0.3'], [1, 9, '0'], [0, 0, '1.5']])('(%i, %i) → %s', (system, meeting, expected) => {
    expect(points(1.5, meetings, { kind: 'deduct', events: { system, meeting } })).toBe(expected)
  })
  test('a cause left out has no events; half an event is refused', () => {
    expect(points(1.5, meetings, { kind: 'deduct', events: {} })).toBe('1.5')
    expect(points(1.5, meetings, { kind: 'deduct', events: { meeting: 1.5 } })).toBe('not-a-count')
  })
  test('the formula shows the values filled in', () => {
    const result = scoreItem(anItem('X', 4, { kind: 'deduct', causes: [{ id: 'a', label: '', perEvent: 0.3, cap: 1.2 }, { id: 'b', label: '', perEvent: 0.3 }] }), county, 2025, 'scored', { kind: 'deduct', events: { a: 5, b: 1 } })
    expect(result.ok && result.value.formula).toBe('4 − min(1.2, 5 × 0.3) − 0.3 = 2.5')
  })
})

describe('R5 ratio', () => {
  test('lo 70 %, hi 95 %, 86.2 % of M = 3 → 1.944', () => expect(points(3, rate, { kind: 'ratio', numerator: 86.2, denominator: 100 })).toBe('1.944'))
  test('below and above are clamped', () => {
    expect([points(3, rate, { kind: 'ratio', numerator: 7, denominator: 10 }), points(3, rate, { kind: 'ratio', numerator: 19, denominator: 20 }), points(3, rate, { kind: 'ratio', numerator: 12, denominator: 10 })]).toEqual(['0', '3', '3'])
  })
  test('d = 0 → N/A by default (vector 2), zero where the rubric says so', () => {
    expect(points(3, rate, { kind: 'ratio', numerator: 0, denominator: 0 })).toBe('notApplicable')
    expect(points(3, { ...rate, onEmpty: 'zero' } as Rule, { kind: 'ratio', numerator: 0, denominator: 0 })).toBe('0')
  })
})

describe('R6 count', () => {
  test.each([[3, '1.5'], [5, '2'], [0, '0']])('0.5 per problem, cap 2: %i → %s', (problem, expected) => {
    expect(points(2, each, { kind: 'count', events: { problem } })).toBe(expected)
  })
  test('a cap above M is held at M', () => expect(points(1, each, { kind: 'count', events: { problem: 5 } })).toBe('1'))
})

describe('R7 interval (vector 3)', () => {
  test.each([[3.8, '0.6'], [2, '0'], [8, '2'], [1.9, '0'], [12, '2']])('share of the problem section %s %% → %s', (value, expected) => {
    expect(points(2, share, { kind: 'interval', value })).toBe(expected)
  })
  test('length full between 3,000 and 8,000: 7,649 → 2, and it falls again', () => {
    expect([7649, 1500, 3000, 8000, 10000, 12000, 20000].map((value) => points(2, length, { kind: 'interval', value }))).toEqual(['2', '0', '2', '2', '1', '0', '0'])
  })
  test('steps are [lo, hi) unless declared right-closed', () => {
    const steps = { kind: 'interval', measure: '', unit: '', shape: 'step', breaks: [{ x: 0, y: 3 }, { x: 5, y: 2 }, { x: 10, y: 1 }] } as const
    expect([0, 4.99, 5, 10, 11].map((value) => points(3, steps, { kind: 'interval', value }))).toEqual(['3', '3', '2', '1', '1'])
    expect([0, 5, 5.01, 10, 10.01].map((value) => points(3, { ...steps, closed: 'right' }, { kind: 'interval', value }))).toEqual(['3', '3', '2', '2', '1'])
  })
})

describe('R9 itemMean', () => {
  test('three problems 0, 0.5, 0.5 of M = 5 → 5/3, shown 1.667', () => {
    expect(points(5, problems, { kind: 'itemMean', marks: ['empty', 'field', 'field'] })).toBe('5/3')
    const result = scoreItem(anItem('X', 5, problems), county, 2025, 'scored', { kind: 'itemMean', marks: ['empty', 'field', 'field'] })
    expect(result.ok && result.value.points && formatPoints(result.value.points, 3)).toBe('1.667')
  })
  test('no sub-items → zero by default', () => expect(points(5, problems, { kind: 'itemMean', marks: [] })).toBe('0'))
})

describe('R10 judge', () => {
  test('2.5 of 4 → 2.5', () => expect(points(4, judge, { kind: 'judge', points: 2.5 })).toBe('2.5'))
  test('off the step, above M, not a number', () => {
    expect([2.3, 4.5, NaN, -1].map((entered) => points(4, judge, { kind: 'judge', points: entered }))).toEqual(['off-step', 'out-of-range', 'not-a-number', 'not-a-number'])
  })
  test('0.1 steps are exact: 0.3 is on the step', () => expect(points(1, { kind: 'judge', criterion: '', step: 0.1 }, { kind: 'judge', points: 0.3 })).toBe('0.3'))
})

describe('R11 timeliness', () => {
  test.each([['2026-04-15', '3'], ['2026-04-01', '5'], ['2026-04-02', '3'], ['2026-04-30', '3'], ['2026-05-01', '1'], ['2026-06-30', '1'], ['2026-07-01', '0']])('%s → %s', (date, expected) => {
    expect(points(5, published, { kind: 'timeliness', date: day(date) }, 2025)).toBe(expected)
  })
  test('never published → 0', () => expect(points(5, published, { kind: 'timeliness', never: true }, 2025)).toBe('0'))
  test('so many points a day', () => {
    const perDay: Rule = { kind: 'timeliness', dateLabel: '', deadline: { yearsAfter: 1, month: 2, day: 28 }, late: { kind: 'perDay', points: 0.5 } }
    expect(['2024-02-28', '2024-02-29', '2024-03-02', '2024-12-31'].map((date) => points(2, perDay, { kind: 'timeliness', date: day(date) }, 2023))).toEqual(['2', '1.5', '0.5', '0'])
  })
})

test('an answer for another rule is refused', () => {
  expect(points(3, levels, { kind: 'count', events: {} })).toBe('wrong-rule')
})

describe('未找到 scores what the rule gives to nothing (§6A.4)', () => {
  test.each<[string, number, Rule, string]>([
    ['R1 lowest level', 3, levels, '0'],
    ['R2 zero', 2, deadline, '0'],
    ['R3 zero', 6, six, '0'],
    ['R4 no events, so M', 1.5, meetings, '1.5'],
    ['R5 numerator 0', 3, rate, '0'],
    ['R6 x = 0', 2, each, '0'],
    ['R7 x = 0', 2, share, '0'],
    ['R9 no sub-items', 5, problems, '0'],
    ['R10 zero', 4, judge, '0'],
    ['R11 zero', 5, published, '0'],
  ])('%s', (_, full, rule, expected) => {
    expect(stateOf(anItem('X', full, rule), 'notFound')).toEqual({ state: 'notFound', points: expected, range: [expected, expected] })
  })
})

describe('open items are a range from the rule’s minimum to M; they are not zero (§6A.11, §6A.36)', () => {
  test.each<[string, number, Rule, string]>([
    ['lowest level above zero', 3, { kind: 'level', levels: [{ id: 'a', label: '', criterion: '', points: 0.5 }, { id: 'b', label: '', criterion: '', points: 3 }] }, '0.5'],
    ['what causes and caps can attain', 4, { kind: 'deduct', causes: [{ id: 'a', label: '', perEvent: 0.3, cap: 1.2 }] }, '2.8'],
    ['the floor', 4, { kind: 'deduct', causes: [{ id: 'a', label: '', perEvent: 1 }], floor: 1 }, '1'],
    ['the least of the break points', 2, { kind: 'interval', measure: '', unit: '', shape: 'linear', breaks: [{ x: 0, y: 1 }, { x: 5, y: 2 }, { x: 9, y: 0.5 }] }, '0.5'],
    ['lateness at worst', 5, { kind: 'timeliness', dateLabel: '', deadline: { yearsAfter: 1, month: 4, day: 1 }, late: { kind: 'grace', steps: [], otherwise: 1 } }, '1'],
  ])('%s', (_, full, rule, low) => {
    const item = anItem('X', full, rule)
    expect(stateOf(item, 'pending')).toEqual({ state: 'pending', points: null, range: [low, String(full)] })
    expect(stateOf(item, 'unscored')).toEqual({ state: 'unscored', points: null, range: [low, String(full)] })
    expect(stateOf(item, 'notApplicable')).toEqual({ state: 'notApplicable', points: null, range: null })
  })
})
