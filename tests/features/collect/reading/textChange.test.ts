import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import { makeTextEdit } from '#core/records/textEdits'
import { leastChange, placeOfEdit } from '#features/collect/reading/textChange'

describe('leastChange', () => {
  test('only what differs, where it stands in the whole text', () => {
    expect(leastChange(10, '开会3次', '开会4次')).toEqual({ start: 12, removed: '3', inserted: '4' })
    expect(leastChange(5, '甲甲', '甲')).toEqual({ start: 6, removed: '甲', inserted: '' })
    expect(leastChange(5, '甲', '甲')).toBe(null)
  })

  test('the change fits the text and makes the other one, pairs whole (property)', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷', '𠮶') })
    fc.assert(fc.property(words, words, (before, after) => {
      const change = leastChange(2, before, after)
      if (change === null) expect(before).toBe(after)
      else expect(makeTextEdit(`首首${before}尾`, change)).toEqual({ ok: true, value: `首首${after}尾` })
    }))
  })
})

test('the place of an edit follows the edits after it', () => {
  const at = '2025-01-01T00:00:00.000Z' as Instant
  const edits = [{ at, assessorId: null, start: 4, removed: '3', inserted: '12' }, { at, assessorId: null, start: 0, removed: '', inserted: '新增' }]
  expect([placeOfEdit(edits, 0), placeOfEdit(edits, 1)]).toEqual([{ start: 6, end: 8 }, { start: 0, end: 2 }])
})
