import { describe, expect, test } from 'vitest'
import { layoutReport } from '#features/collect/reading/reportPieces'

const plain = { headings: [], residue: [], mark: null }

describe('layoutReport', () => {
  test('lines keep their offsets, blank ones too', () => {
    expect(layoutReport('甲\n\n乙', plain)).toEqual([
      { start: 0, pieces: [{ kind: 'text', start: 0, text: '甲', heading: 0, marked: false }] },
      { start: 2, pieces: [] },
      { start: 3, pieces: [{ kind: 'text', start: 3, text: '乙', heading: 0, marked: false }] },
    ])
  })

  test('a heading that shares its line with the text, and a mark across both', () => {
    const lines = layoutReport('一、安排。明年做好', { headings: [{ start: 0, end: 5, depth: 1 }], residue: [], mark: { start: 2, end: 7 } })
    expect(lines).toEqual([
      {
        start: 0,
        pieces: [
          { kind: 'text', start: 0, text: '一、', heading: 1, marked: false },
          { kind: 'text', start: 2, text: '安排。', heading: 1, marked: true },
          { kind: 'text', start: 5, text: '明年', heading: 0, marked: true },
          { kind: 'text', start: 7, text: '做好', heading: 0, marked: false },
        ],
      },
    ])
  })

  test('residue comes back where it stood, its line ends made visible', () => {
    const residue = [
      { at: 1, text: '大 中 小', kind: 'font-size-bar' as const },
      { at: 0, text: '\n\n', kind: 'blank-lines' as const },
      { at: 3, text: '扫一扫', kind: 'scan-code-line' as const },
    ]
    expect(layoutReport('甲\n乙', { headings: [], residue, mark: null })).toEqual([
      {
        start: 0,
        pieces: [
          { kind: 'residue', text: '↵↵', residue: 'blank-lines' },
          { kind: 'text', start: 0, text: '甲', heading: 0, marked: false },
          { kind: 'residue', text: '大␣中␣小', residue: 'font-size-bar' },
        ],
      },
      {
        start: 2,
        pieces: [
          { kind: 'text', start: 2, text: '乙', heading: 0, marked: false },
          { kind: 'residue', text: '扫一扫', residue: 'scan-code-line' },
        ],
      },
    ])
  })

  test('an empty text is one empty line', () => {
    expect(layoutReport('', plain)).toEqual([{ start: 0, pieces: [] }])
  })
})
