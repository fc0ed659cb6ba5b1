import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flattenOutline } from '#core/text/flattenOutline'
import { splitOutline } from '#core/text/splitOutline'
import { readReport } from '#exchange/readReport'

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../samples/text/${name}`, import.meta.url)))
}

describe('readReport', () => {
  test('the whole proposal of a GB18030 file with page data around it', async () => {
    const bytes = sample('gb18030.txt')
    const read = await readReport('gb18030.txt', bytes)
    if (!read.ok) throw new Error(read.problem.kind)
    const { text, residue, ...rest } = read.value
    expect(rest).toEqual({
      fileName: 'gb18030.txt',
      sizeBytes: bytes.length,
      format: 'text',
      encoding: 'gb18030',
      pages: [],
      bytesHash: createHash('sha256').update(bytes).digest('hex'),
      textHash: createHash('sha256').update(text, 'utf8').digest('hex'),
      title: { value: '望川县司法局2023年度法治政府建设工作报告', place: { start: 0, end: 22 }, confidence: 'certain', source: 'title' },
      unitName: { value: '望川县司法局', place: { start: 0, end: 6 }, confidence: 'certain', source: 'title' },
      unitKind: { value: 'department', place: { start: 0, end: 6 }, confidence: 'certain', source: 'derived' },
      unitLevel: { value: 'county', place: { start: 0, end: 6 }, confidence: 'certain', source: 'derived' },
      year: { value: 2023, place: { start: 6, end: 10 }, confidence: 'certain', source: 'title' },
      signedOn: { value: '2024-01-18', place: { start: 277, end: 287 }, confidence: 'certain', source: 'signature' },
      publishedOn: { value: '2024-02-20', place: { start: 28, end: 38 }, confidence: 'certain', source: 'publication-line' },
      // The county is invented, so no table knows it.
      unitCode: { value: null, place: null, confidence: 'missing', source: 'none' },
      unitPlaces: [],
      sourceAddress: { value: null, place: null, confidence: 'missing', source: 'none' },
      documentKind: { value: 'annual-report', place: { start: 0, end: 22 }, confidence: 'certain', source: 'title' },
    })
    expect(residue.map((piece) => [piece.at, piece.kind])).toEqual([
      [54, 'counter-line'], [287, 'blank-lines'], [287, 'editor-line'], [287, 'scan-code-line'], [287, 'print-close-line'],
    ])
    expect(flattenOutline(splitOutline(text)).map((node) => node.marker)).toEqual([
      '一、', '\uff08一\uff09', '一是', '二是', '\uff08二\uff09', '1\uff0e', '2\uff0e', '二、', '三、', '\uff08一\uff09', '\uff08二\uff09',
    ])
  })

  test('one text in any encoding has one text hash', async () => {
    const hashes = await Promise.all(['utf8.txt', 'utf8-bom.txt', 'utf16le-bom.txt', 'utf16be-bom.txt', 'gb18030.txt'].map(async (name) => {
      const read = await readReport(name, sample(name))
      return read.ok ? read.value.textHash : read.problem.kind
    }))
    expect(new Set(hashes).size).toBe(1)
  })

  test('leaves the bytes as they are', async () => {
    const bytes = sample('gb18030.txt')
    await readReport('a.txt', bytes)
    expect(bytes).toEqual(sample('gb18030.txt'))
  })

  test.each([
    ['empty', new Uint8Array(), { kind: 'empty-file' }],
    ['30 MB', new Uint8Array(30 * 1024 * 1024), { kind: 'too-large', sizeBytes: 31_457_280, limitBytes: 20_971_520 }],
    ['a picture', sample('picture-renamed.txt'), { kind: 'not-text', looksLike: 'image' }],
    ['only residue', sample('only-residue.txt'), { kind: 'no-text-left' }],
  ])('refuses %s', async (_, bytes, problem) => {
    expect(await readReport('report.txt', bytes)).toEqual({ ok: false, problem })
  })

  test.each([
    ['one endless line', '一是'.repeat(200_000)],
    ['nothing but spaces and a word', `${' '.repeat(400_000)}甲`],
    ['brackets and bars', '[大 中 小'.repeat(100_000)],
    ['a row of page data', `发布时间:2024-03-01${' 浏览次数:1'.repeat(60_000)}`],
    ['headings only', '一、\n'.repeat(100_000)],
    ['days only', '2024年1月2日\n'.repeat(50_000)],
    ['digits only', '2024'.repeat(200_000)],
  ])('takes hostile text in its stride: %s', async (_, text) => {
    const read = await readReport('report.txt', new TextEncoder().encode(text))
    expect(read.ok && splitOutline(read.value.text).length >= 0).toBe(true)
  })
})
