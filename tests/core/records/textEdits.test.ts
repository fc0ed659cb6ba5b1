import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTextEdit, offsetAfterEdits, pageAt, pagesOfText, textBeforeEdits, type TextChange } from '#core/records/textEdits'
import type { TextEdit } from '#core/records/reportRecord'

const stamp = { at: '2025-03-01T06:30:00.000Z' as TextEdit['at'], assessorId: null }

/** A text, changes that were made to it one after another, and what it came to. */
const anyEdited = fc
  .record({ before: fc.string({ minLength: 1 }), wishes: fc.array(fc.record({ from: fc.nat(), length: fc.nat(4), inserted: fc.string({ maxLength: 4 }) }), { maxLength: 6 }) })
  .map(({ before, wishes }) => {
    let text = before
    const edits: TextEdit[] = []
    for (const { from, length, inserted } of wishes) {
      const start = from % (text.length + 1)
      const change: TextChange = { start, removed: text.slice(start, start + length), inserted }
      const made = makeTextEdit(text, change)
      if (!made.ok) continue
      text = made.value
      edits.push({ ...stamp, ...change })
    }
    return { before, edits, text }
  })

describe('edits of a report text', () => {
  test('can all be undone, and made again', () => {
    fc.assert(fc.property(anyEdited, ({ before, edits, text }) => {
      expect(textBeforeEdits({ text, edits })).toBe(before)
      expect(edits.reduce((at, edit) => { const made = makeTextEdit(at, edit); return made.ok ? made.value : 'refused' }, before)).toBe(text)
    }))
  })

  test('an offset outside what was changed names the same words after it', () => {
    fc.assert(fc.property(anyEdited, fc.nat(), ({ before, edits, text }, at) => {
      const offset = at % (before.length + 1)
      const after = offsetAfterEdits(edits, offset)
      expect(after >= 0 && after <= text.length).toBe(true)
      const untouched = edits.every((edit, index) => {
        const here = offsetAfterEdits(edits.slice(0, index), offset)
        return here < edit.start || here >= edit.start + edit.removed.length + (edit.removed === '' ? 1 : 0)
      })
      if (untouched && offset < before.length) expect(text[after]).toBe(before[offset])
    }))
  })

  test.each<[string, TextChange, string]>([
    ['words that do not stand there', { start: 0, removed: '乙', inserted: '' }, 'text-changed'],
    ['a place beyond the end', { start: 9, removed: '', inserted: '丙' }, 'text-changed'],
    ['a place before the beginning', { start: -1, removed: '', inserted: '丙' }, 'text-changed'],
    ['half a character', { start: 2, removed: '', inserted: '丙' }, 'text-changed'],
    ['no change at all', { start: 0, removed: '甲', inserted: '甲' }, 'nothing-changed'],
    ['everything', { start: 0, removed: '甲𠀀', inserted: ' ' }, 'no-text-left'],
  ])('%s is refused', (_what, change, kind) => {
    expect(makeTextEdit('甲𠀀', change)).toEqual({ ok: false, problem: { kind } })
  })

  test('edits that did not lead to the text are found out', () => {
    expect(textBeforeEdits({ text: '甲乙', edits: [{ ...stamp, start: 1, removed: '', inserted: '丙' }] })).toBeNull()
    expect(textBeforeEdits({ text: '甲乙', edits: [{ ...stamp, start: 3, removed: '丁', inserted: '' }] })).toBeNull()
  })

  test('pages move with the text', () => {
    const edits = [{ ...stamp, start: 1, removed: '', inserted: '新增' }, { ...stamp, start: 6, removed: '页首', inserted: '' }]
    expect(pagesOfText({ pages: [0, 4, 5], edits })).toEqual([0, 6, 6])
    expect([0, 5, 6, 99].map((offset) => pageAt({ pages: [0, 4], edits: [] }, offset))).toEqual([1, 2, 2, 2])
    expect(pageAt({ pages: [], edits: [] }, 3)).toBeNull()
  })
})
