import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import type { Residue, TextEdit } from '#core/records/reportRecord'
import { restoreText } from '#core/text/restoreText'
import { residueByKind, standingResidue } from '#features/collect/reading/standingResidue'

const residue: readonly Residue[] = [
  { at: 0, text: '字号:大\n', kind: 'font-size-bar' },
  { at: 3, text: ' ', kind: 'edge-space' },
  { at: 3, text: '打印\n', kind: 'print-close-line' },
]

function edit(start: number, removed: string, inserted: string): TextEdit {
  return { at: '2025-01-01T00:00:00.000Z' as Instant, assessorId: null, start, removed, inserted }
}

function show(edits: readonly TextEdit[]): string[] {
  return standingResidue({ residue, edits }).map(({ at, isPutBack }) => `${at}${isPutBack ? ' back' : ''}`)
}

describe('standingResidue', () => {
  test('nothing is put back by itself', () => {
    expect(show([])).toEqual(['0', '3', '3'])
  })

  test('a piece that was put back moves what stands behind it, at its own place, too', () => {
    expect(show([edit(3, '', ' ')])).toEqual(['0', '3 back', '4'])
    expect(show([edit(0, '', '字号:大\n')])).toEqual(['0 back', '8', '8'])
  })

  test('of pieces at one place the later one, put back first, leaves the earlier before it', () => {
    expect(show([edit(3, '', '打印\n')])).toEqual(['0', '3', '3 back'])
    expect(show([edit(3, '', '打印\n'), edit(3, '', ' ')])).toEqual(['0', '3 back', '4 back'])
  })

  test('other words at its place do not count as the piece', () => {
    expect(show([edit(3, '', '打'), edit(0, '甲', '')])).toEqual(['0', '2', '2'])
  })

  test('whatever is put back in whatever order, all of it is the original again (property)', () => {
    const cleaned = '甲乙丙丁'
    const pieces = fc.array(fc.record({ at: fc.integer({ min: 0, max: 4 }), text: fc.constantFrom(' ', '打印\n', '字') }), { maxLength: 5 })
    fc.assert(fc.property(pieces, fc.infiniteStream(fc.nat()), (drafts, choices) => {
      const all: Residue[] = drafts.sort((a, b) => a.at - b.at).map((draft) => ({ ...draft, kind: 'edge-space' }))
      const edits: TextEdit[] = []
      let text = cleaned
      for (let round = 0; round < all.length; round += 1) {
        const left = standingResidue({ residue: all, edits }).filter(({ isPutBack }) => !isPutBack)
        const piece = left[(choices.next().value ?? 0) % left.length]!
        text = text.slice(0, piece.at) + piece.text + text.slice(piece.at)
        edits.push(edit(piece.at, '', piece.text))
      }
      expect(text).toBe(restoreText(cleaned, all))
      expect(standingResidue({ residue: all, edits }).every(({ isPutBack }) => isPutBack)).toBe(true)
    }))
  })

  test('by kind, in the order of first occurrence', () => {
    expect(residueByKind(standingResidue({ residue: [...residue, residue[0]!], edits: [] })).map(({ kind, pieces }) => [kind, pieces.length])).toEqual([['font-size-bar', 2], ['edge-space', 1], ['print-close-line', 1]])
  })
})
