import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import { cleanPages } from '#core/text/cleanText'
import { originalLines, type OriginalLine } from '#features/collect/reading/originalLines'

function show(lines: readonly OriginalLine[] | null): string[] | undefined {
  return lines?.map(({ at, pieces, lineEndCut, page }) => `${at}${page ? ` p${page}` : ''}: ${pieces.map((piece) => (piece.kind === 'kept' ? piece.text : `[${piece.text}]`)).join('')}${lineEndCut === null ? '' : `↵${lineEndCut}`}`)
}

describe('originalLines', () => {
  test('what was taken out stands in its place, blank lines are lines', () => {
    const report = { text: '甲\n\n乙', edits: [], pages: [], residue: [{ at: 0, text: '打印\n', kind: 'print-close-line' as const }, { at: 3, text: ' ', kind: 'edge-space' as const }, { at: 4, text: '\n扫码', kind: 'scan-code-line' as const }] }
    expect(show(originalLines(report))).toEqual(['0: [打印]↵0', '0: 甲', '2: ', '3: [ ]乙↵2', '4: [扫码]'])
  })

  test('put together, the lines are the raw text again; pages begin where they did', () => {
    const raw = '字号:大 中 小\n甲市2023年度法治政府建设情况报告\n全年培训执法人员,\n共3次。\n\n\n\n扫码使用手机浏览本页内容\n'
    const { text, residue, pages } = cleanPages(raw, [0, 37])
    const lines = originalLines({ text, residue, pages, edits: [] })
    const whole = lines?.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n')
    expect(whole?.trimEnd()).toBe(raw.trimEnd())
    expect(lines?.flatMap(({ page }) => page ?? [])).toEqual([1, 2])
  })

  test('offsets are those of the edited text; edits that do not lead to it give nothing', () => {
    const edit = { at: '2025-01-01T00:00:00.000Z' as Instant, assessorId: null, start: 0, removed: '', inserted: '新增' }
    expect(show(originalLines({ text: '新增甲\n乙', edits: [edit], pages: [], residue: [] }))).toEqual(['0: 甲', '4: 乙'])
    expect(originalLines({ text: '别的', edits: [edit], pages: [], residue: [] })).toBe(null)
  })
})
