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

  test('the sources of a base, with their weights, and how it follows from them', () => {
    const outside = anItem('S1', 50, { kind: 'reference', label: '', full: 50 }, { weight: 20 })
    const sourced = aRubric([aGroup('A', 100, [anItem('a', 100)])], { totalSources: { own: { label: '书面评审', weight: 80 }, items: [outside] } })
    const own = { kind: 'judge', points: 77.5 } as const
    expect(settle({ a: own, S1: { kind: 'reference', score: 41.03 } }, sourced)).toEqual({
      steps: [['own', '77.50', '权重 80', ''], ['sources', '', '', '41.03 / 50 · 权重 20'], ['base', '78.41', '', '']],
      formula: '100 × (80 × 77.50 ÷ 100 + 20 × 41.03 ÷ 50) ÷ 100 = 78.41',
    })
    expect(settle({ a: own, S1: { kind: 'reference', low: '35', high: '40', from: 'p' } }, sourced)?.steps).toEqual([
      ['own', '77.50', '权重 80', ''], ['sources', '', '', '待核 35.00–40.00 / 50 · 权重 20'], ['base', '76.00–78.00', '', ''],
    ])
  })
})
