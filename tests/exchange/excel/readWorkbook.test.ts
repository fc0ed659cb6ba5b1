import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import { readWorkbook, workbookCaps, workbookMaxBytes } from '#exchange/excel/readWorkbook'
import { writeWorkbook } from '#exchange/excel/writeWorkbook'
import { listZipParts, unpackPart } from '#exchange/excel/zipParts'
import { anExcelInput } from '../../builders/excelInput'

const workbook = await writeWorkbook(layoutWorkbook(anExcelInput({ units: [{ name: '甲县', marks: { A1: 3 } }] }))[0]!)

describe('readWorkbook', () => {
  test('what is no workbook is named', () => {
    expect([new Uint8Array(), strToU8('编号,得分'), zipSync({ 'a.txt': strToU8('a') })].map((bytes) => readWorkbook(bytes))).toEqual([
      { ok: false, problem: { kind: 'not-a-zip' } },
      { ok: false, problem: { kind: 'not-a-zip' } },
      { ok: false, problem: { kind: 'not-a-workbook' } },
    ])
  })

  test('too many bytes are refused before anything is read', () => {
    expect(readWorkbook(new Uint8Array(workbookMaxBytes + 1))).toEqual({ ok: false, problem: { kind: 'too-large', limitBytes: workbookMaxBytes } })
  })

  test('a bomb that declares its size is refused by its ratio', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) })
    expect(readWorkbook(bomb)).toEqual({ ok: false, problem: { kind: 'suspicious-ratio', part: 'xl/workbook.xml' } })
  })

  test('many parts that are each within the ratio are refused by their sum, as declared', () => {
    // Stored parts: only the declared sizes are raised, so that the test itself stays small.
    const bytes = zipSync(Object.fromEntries(['a', 'b', 'c'].map((name) => [name, [new Uint8Array(300_000), { level: 0 }]])))
    for (let index = 0; index < 3; index += 1) declare(bytes, index, 80_000_000)
    expect(readWorkbook(bytes)).toEqual({ ok: false, problem: { kind: 'too-large', limitBytes: workbookCaps.totalBytes } })
  })

  test('a bomb that lies about its size is stopped while it is unpacked', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) })
    declare(bomb, 0, 1_000)
    expect(readWorkbook(bomb)).toEqual({ ok: false, problem: { kind: 'damaged', part: 'xl/workbook.xml' } })
  })

  test('a truncated or altered file never throws', () => {
    fc.assert(
      fc.property(fc.nat(workbook.length), fc.nat(workbook.length - 1), fc.nat(255), (length, at, value) => {
        const altered = workbook.slice(0, length)
        if (at < altered.length) altered[at] = value
        expect(typeof readWorkbook(altered).ok).toBe('boolean')
      }),
      { numRuns: 200 },
    )
  })

  test('any bytes: a problem, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readWorkbook(bytes).ok).toBe(false)
      }),
    )
  })
})

describe('zip parts', () => {
  test('stored and deflated parts come out as they went in', () => {
    const bytes = zipSync({ a: [strToU8('甲'), { level: 0 }], b: strToU8('乙'.repeat(1000)), c: new Uint8Array() })
    const parts = listZipParts(bytes, workbookCaps)
    expect(parts.ok && parts.value.map((part) => [part.name, part.method, unpackPart(part)])).toEqual([
      ['a', 0, { ok: true, value: strToU8('甲') }],
      ['b', 8, { ok: true, value: strToU8('乙'.repeat(1000)) }],
      ['c', expect.any(Number), { ok: true, value: new Uint8Array() }],
    ])
  })

  test('too many parts are refused', () => {
    expect(listZipParts(zipSync({ a: strToU8('a'), b: strToU8('b') }), { ...workbookCaps, parts: 1 })).toEqual({ ok: false, problem: { kind: 'too-many-parts', limit: 1 } })
  })
})

/** Writes another unpacked size into the central directory. */
function declare(bytes: Uint8Array, index: number, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = view.getUint32(bytes.length - 6, true)
  for (let skipped = 0; skipped < index; skipped += 1) at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  view.setUint32(at + 24, size, true)
}
