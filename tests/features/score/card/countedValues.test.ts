import { describe, expect, test } from 'vitest'
import type { IntervalRule } from '#core/rubric/rubric'
import { countedValues } from '#features/score/card/countedValues'

const text = '一二三四五六七八九十'.repeat(3)
const length: IntervalRule = { kind: 'interval', measure: '全文字数', unit: '字', breaks: [{ x: 0, y: 0 }, { x: 9, y: 2 }], shape: 'linear' }
const share: IntervalRule = { ...length, measure: '问题部分字数占全文字数的比例', unit: '%' }

describe('countedValues', () => {
  test('the length of the text, white space left out', () => {
    expect(countedValues(length, ` ${text}\n`, [])).toEqual([{ kind: 'length', value: '30' }])
  })

  test('the share of the attached passages, overlaps counted once, lost ones not at all', () => {
    expect(countedValues(share, text, [{ start: 0, end: 5 }, null, { start: 3, end: 10 }])).toEqual([{ kind: 'share', value: '33.33' }])
  })

  test('nothing without passages, without a report, for other measures and rules', () => {
    expect([
      countedValues(share, text, [null]),
      countedValues(share, null, [{ start: 0, end: 5 }]),
      countedValues({ ...share, measure: '雷同率' }, text, [{ start: 0, end: 5 }]),
      countedValues({ kind: 'judge', criterion: '', step: 1 }, text, []),
    ]).toEqual([[], [], [], []])
  })
})
