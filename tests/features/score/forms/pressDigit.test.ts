import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { Rule } from '#core/rubric/rubric'
import { pressDigit } from '#features/score/forms/pressDigit'
import { makeDraft, type RuleDraft } from '#features/score/forms/ruleDraft'

const day = '2024-01-29' as CalendarDay
const deadline = { yearsAfter: 1, month: 3, day: 1 }
const plain = { shift: false, knownDay: null }
const shifted = { shift: true, knownDay: null }

/** Presses digits one after the other; '-2' is Shift+2. */
function press(rule: Rule, keys: readonly string[], from: RuleDraft = makeDraft(rule, null)): RuleDraft {
  return keys.reduce((draft, key) => {
    const effect = pressDigit(rule, draft, Math.abs(Number(key)), key.startsWith('-') ? shifted : plain)
    return effect?.kind === 'draft' ? effect.draft : draft
  }, from)
}

const checklist: Rule = {
  kind: 'checklist',
  elements: [
    { id: 'a', label: '甲', marks: [{ points: 0, criterion: '' }, { points: 0.5, criterion: '' }, { points: 1, criterion: '' }] },
    { id: 'b', label: '乙', marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }], notApplicable: { when: '' } },
  ],
}
const deduct: Rule = { kind: 'deduct', causes: [{ id: 'once', label: '', perEvent: 0.5, cap: 0.5 }, { id: 'each', label: '', perEvent: 0.2 }] }
const itemMean: Rule = { kind: 'itemMean', subItem: '问题', scale: [{ id: 's0', label: '', criterion: '', share: 0 }, { id: 's1', label: '', criterion: '', share: 1 }] }
const passFail: Rule = { kind: 'passFail', criterion: '', deadline }
const timeliness: Rule = { kind: 'timeliness', dateLabel: '', deadline, late: { kind: 'perDay', points: 1 } }

describe('pressDigit', () => {
  test('level: chooses the level of that number', () => {
    const rule: Rule = { kind: 'level', levels: [{ id: 'l', label: '', criterion: '', points: 0 }, { id: 'h', label: '', criterion: '', points: 1 }] }
    expect(press(rule, ['2'])).toEqual({ kind: 'level', level: 'h' })
    expect(pressDigit(rule, makeDraft(rule, null), 3, plain)).toBeNull()
  })

  test('checklist: each press moves the element on, best mark first, round in a circle', () => {
    expect(['1', '11', '111', '1111'].map((keys) => press(checklist, [...keys]))).toEqual([
      { kind: 'checklist', marks: { a: 1 } },
      { kind: 'checklist', marks: { a: 0.5 } },
      { kind: 'checklist', marks: { a: 0 } },
      { kind: 'checklist', marks: { a: 1 } },
    ])
    expect(press(checklist, ['2', '2', '2'])).toEqual({ kind: 'checklist', marks: { b: 'notApplicable' } })
  })

  test('deduct: adds, takes away, never below none; a cause that counts once is switched', () => {
    expect(press(deduct, ['2', '2', '2', '-2'])).toEqual({ kind: 'deduct', looked: true, events: { each: 2 } })
    expect(press(deduct, ['-2'])).toEqual({ kind: 'deduct', looked: true, events: { each: 0 } })
    expect(press(deduct, ['1'])).toEqual({ kind: 'deduct', looked: true, events: { once: 1 } })
    expect(press(deduct, ['1', '1'])).toEqual({ kind: 'deduct', looked: true, events: { once: 0 } })
  })

  test('deduct: the digit after the last cause says there is nothing', () => {
    expect(press(deduct, ['1', '2', '3'])).toEqual({ kind: 'deduct', looked: true, events: {} })
  })

  test('itemMean: adds a sub-item, Shift takes the last such one back', () => {
    expect(press(itemMean, ['1', '2', '1', '-1'])).toEqual({ kind: 'itemMean', marks: ['s0', 's1'] })
  })

  test('passFail and timeliness: a verdict, or the date on record, or the field', () => {
    expect(press(passFail, ['2'])).toEqual({ kind: 'passFail', passed: false, day: '' })
    expect(pressDigit(passFail, makeDraft(passFail, null), 3, { shift: false, knownDay: day })).toEqual({ kind: 'draft', draft: { kind: 'passFail', passed: null, day } })
    expect(pressDigit(passFail, makeDraft(passFail, null), 3, plain)).toEqual({ kind: 'focus', field: 'day' })
    expect(press(timeliness, ['2'])).toEqual({ kind: 'timeliness', day: '', never: true })
    expect(pressDigit(timeliness, makeDraft(timeliness, null), 1, plain)).toEqual({ kind: 'focus', field: 'day' })
  })

  test('typed answers: the digit leads into the field', () => {
    const ratio: Rule = { kind: 'ratio', numerator: '', denominator: '', zeroAt: 0, fullAt: 1 }
    expect(pressDigit(ratio, makeDraft(ratio, null), 2, plain)).toEqual({ kind: 'focus', field: 'denominator' })
  })

  test('scale: one more answer at a step, the digit after the last one counts 不了解, Shift takes back', () => {
    const scale: Rule = { kind: 'scale', steps: [{ value: 1, label: '差' }, { value: 5, label: '好' }] }
    expect(press(scale, ['2', '2', '-2', '1', '3'])).toEqual({ kind: 'scale', counts: { 1: 1, 5: 1 }, unknown: 1 })
  })

  test('negative: events are counted, the second digit says that there are none', () => {
    const negative: Rule = { kind: 'negative', perEvent: 1 }
    expect([press(negative, ['1', '1', '-1']), press(negative, ['1', '2'])]).toEqual([
      { kind: 'negative', looked: true, events: 1 },
      { kind: 'negative', looked: true, events: 0 },
    ])
  })

  test('veto: no number of presses confirms it', () => {
    const veto: Rule = { kind: 'veto', criterion: '', effect: { kind: 'zero' } }
    expect([press(veto, ['1', '1']), press(veto, ['1', '2'])]).toEqual([
      { kind: 'veto', applies: true, confirmed: false },
      { kind: 'veto', applies: false, confirmed: false },
    ])
  })
})
