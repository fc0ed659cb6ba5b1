import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import type { Answer } from '#core/scoring/answer'
import words from '#features/rank/messages.zh.json'
import { settlementOf } from '#features/rank/panel/settlementRows'
import { i18n } from '../../../src/app/i18n'

i18n.global.mergeLocaleMessage('zh', { rank: words })
const t = (key: string, named?: Record<string, unknown>): string => i18n.global.t(key, named ?? {})
const rubric = aRubric([aGroup('A', 100, [anItem('a', 100)])], {
  bonus: { items: [anItem('J1', 3), anItem('J2', 2)], cap: 4, gate: { base: 80, inclusive: true } },
  negative: { items: [anItem('F1', 90, { kind: 'negative', perEvent: 1 })], cap: 85 },
  vetoes: [anItem('V1', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })],
})

function settle(given: Readonly<Record<string, Answer>>, of = rubric) {
  const marks = new Map(Object.entries(given).map(([id, answer]) => [id as ItemId, { state: 'scored' as const, answer }]))
  const settled = settlementOf(t, rollUpUnit(of, { kind: 'government', level: 'county' }, 2024, marks), 2)
  return settled && { steps: settled.rows.map(({ kind, amount, words: why, items }) => [kind, amount, why, items.map(({ result }) => result).join('|')]), formula: settled.formula }
}

describe('settlementOf', () => {
  test('every step from the base to a total that a veto caps', () => {
    expect(settle({ a: { kind: 'judge', points: 88.4 }, J1: { kind: 'judge', points: 3 }, J2: { kind: 'judge', points: 2 }, F1: { kind: 'negative', events: 2 }, V1: { kind: 'veto', applies: true } })).toEqual({
      steps: [
        ['base', '88.40', '', ''],
        ['bonus', '+4.00', '合计 5.00，按上限计', '+3.00|+2.00'],
        ['negative', '−2.00', '', '−2.00'],
        ['veto', '−31.40', '', '总分不超过 59 分'],
        ['total', '59.00', '', ''],
      ],
      formula: '88.40 + 4.00 − 2.00 = 90.40；总分不超过 59 分，得 59.00',
    })
  })

  test('a gate that is missed, a list that is capped, a total that stops at zero', () => {
    expect(settle({ a: { kind: 'judge', points: 79.99 }, J1: { kind: 'judge', points: 3 }, F1: { kind: 'negative', events: 88 } })).toEqual({
      steps: [
        ['base', '79.99', '', ''],
        ['bonus', '0.00', '合计 3.00，基础分未达门槛，不计入', '+3.00'],
        ['negative', '−85.00', '合计 88.00，按上限扣', '−88.00'],
        ['floor', '+5.01', '', ''],
        ['veto', '0.00', '没有登记', ''],
        ['total', '0.00', '', ''],
      ],
      formula: 'max(0, 79.99 + 0.00 − 85.00) = 0.00',
    })
  })

  test('a rubric that has nothing but the base says nothing', () => {
    expect(settle({ a: { kind: 'judge', points: 80 } }, aRubric([aGroup('A', 100, [anItem('a', 100)])]))).toBeNull()
  })
})
