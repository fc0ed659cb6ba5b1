import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedStretch } from '#features/rubrics/versions/changedStretch'

test('what was put in, taken out or changed, with a little around it', () => {
  const text = '以报告首次完整公开的日期为准,期限当日公开算按时,遇节假日不顺延。'
  expect(changedStretch(text, `${text}以落款为准。`)).toEqual({ head: '……算按时,遇节假日不顺延。', before: '', after: '以落款为准。', tail: '' })
  expect(changedStretch(text, text.replace('首次', '第一次'))).toEqual({ head: '以报告', before: '首', after: '第一', tail: '次完整公开的日期为准,期……' })
  expect(changedStretch('会议', '')).toEqual({ head: '', before: '会议', after: '', tail: '' })
})

test('short texts come back whole', () => {
  fc.assert(fc.property(fc.string({ maxLength: 10, unit: 'binary' }), fc.string({ maxLength: 10, unit: 'binary' }), (before, after) => {
    const { head, before: old, after: now, tail } = changedStretch(before, after)
    expect([`${head}${old}${tail}`, `${head}${now}${tail}`]).toEqual([before, after])
  }))
})
