import { describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import type { Answer } from '#core/scoring/answer'
import zh from '#features/score/messages.zh.json'
import { outsideSections } from '#features/score/outline/outsideSections'
import uiZh from '#ui/messages.zh.json'

const { t } = createI18n({ legacy: false, locale: 'zh', messages: { zh: { score: zh, ui: uiZh } } }).global
const rubric = aRubric([aGroup('A', 100, [anItem('a', 100)])], {
  bonus: { items: [anItem('J1', 3), anItem('J2', 2)], cap: 4, gate: { base: 80, inclusive: true } },
  negative: { items: [anItem('F1', 5, { kind: 'negative', perEvent: 1 })], cap: 5 },
  vetoes: [anItem('V1', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })],
})

function sectionsOf(given: Readonly<Record<string, Answer>>) {
  const marks = new Map(Object.entries(given).map(([id, answer]) => [id as ItemId, { state: 'scored' as const, answer }]))
  const tree = rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks)
  return outsideSections((key, values) => t(key, values ?? {}), rubric, tree, 2).map(({ kind, subtotal, words, rows }) => [kind, subtotal, words.join('|'), rows.map(({ result }) => result).join('|')])
}

describe('outsideSections', () => {
  test('a base that reaches the gate: the cap holds back, the list takes, the veto says what it does', () => {
    const bonus = { kind: 'judge', points: 3 } as const
    expect(sectionsOf({ a: { kind: 'judge', points: 80 }, J1: bonus, J2: { kind: 'judge', points: 2 }, F1: { kind: 'negative', events: 2 }, V1: { kind: 'veto', applies: true } })).toEqual([
      ['bonus', '+4.00', '基础分达到 80 分，计入|合计 5.00，按上限计 4|未登记的视为没有', '+3.00|+2.00'],
      ['negative', '−2.00', '最多扣 5 分|未登记的视为没有', '−2.00'],
      ['veto', '已认定 1 项', '未登记的视为没有', '总分不超过 59 分'],
    ])
  })

  test('below the gate nothing is added; what is not recorded is none', () => {
    expect(sectionsOf({ a: { kind: 'judge', points: 79.99 }, J1: { kind: 'judge', points: 3 } })).toEqual([
      ['bonus', '0.00', '基础分未达到 80 分，不计入|最多加 4 分|未登记的视为没有', '+3.00|–'],
      ['negative', '0.00', '最多扣 5 分|未登记的视为没有', '–'],
      ['veto', '均未认定', '未登记的视为没有', '–'],
    ])
  })

  test('while the base is open, so is the gate', () => {
    expect(sectionsOf({ J1: { kind: 'judge', points: 3 } })[0]).toEqual(['bonus', '0.00–+3.00', '基础分达到 80 分才计入，尚未定|最多加 4 分|未登记的视为没有', '+3.00|–'])
  })
})

test('other sources of the total: what each came to, at which weight, and the base with them', () => {
  const outside = (id: string, full: number, weight: number) => anItem(id, full, { kind: 'reference', label: '', full }, { weight })
  const sourced = aRubric([aGroup('A', 100, [anItem('a', 100)])], { totalSources: { own: { label: '书面评审', weight: 50 }, items: [outside('S1', 50, 30), outside('S2', 100, 20)] } })
  const marks = new Map([['a', { kind: 'judge', points: 80 }], ['S1', { kind: 'reference', score: 45 }]].map(([id, answer]) => [id as ItemId, { state: 'scored' as const, answer: answer as Answer }]))
  const tree = rollUpUnit(sourced, { kind: 'government', level: 'county' }, 2024, marks)
  expect(outsideSections((key, values) => t(key, values ?? {}), sourced, tree, 2)).toEqual([{
    kind: 'source',
    subtotal: '67.00–87.00',
    words: ['书面评审 80.00，权重 50', '缺的使总分成为区间，不适用的退出'],
    rows: [
      { id: 'S1', name: '项目 S1', state: 'scored', result: '45.00 / 50 · 权重 30', applies: false },
      { id: 'S2', name: '项目 S2', state: 'unscored', result: '– / 100 · 权重 20', applies: false },
    ],
  }])
})
