import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '#exchange/detectFormat'
import { decodeText, reportSizeLimit } from '#exchange/text/decodeText'

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../samples/text/${name}`, import.meta.url)))
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const plain = new TextDecoder().decode(sample('utf8.txt')).replaceAll('\r\n', '\n')

describe('decodeText reads', () => {
  test.each([
    ['utf8.txt', 'utf-8'],
    ['utf8-bom.txt', 'utf-8'],
    ['utf16le-bom.txt', 'utf-16le'],
    ['utf16be-bom.txt', 'utf-16be'],
    ['gb18030.txt', 'gb18030'],
  ])('%s as %s', (name, encoding) => {
    const decoded = decodeText(sample(name))
    expect(decoded.ok && { encoding: decoded.value.encoding, text: decoded.value.text.replaceAll('\r\n', '\n') }).toEqual({ encoding, text: plain })
  })

  test('four-byte GB18030', () => {
    // U+20BB7 in GB18030.
    expect(decodeText(Uint8Array.of(0xd7, 0xbc, 0x95, 0x34, 0xb2, 0x35))).toEqual({ ok: true, value: { text: '准\u{20BB7}', encoding: 'gb18030' } })
  })
})

describe('decodeText refuses', () => {
  test.each([
    ['no bytes', new Uint8Array(), { kind: 'empty-file' }],
    ['a mark and nothing else', Uint8Array.of(0xef, 0xbb, 0xbf), { kind: 'empty-file' }],
    ['blanks', sample('blank.txt'), { kind: 'empty-file' }],
    ['a picture renamed', sample('picture-renamed.txt'), { kind: 'not-text', looksLike: 'image' }],
    ['a web page renamed', sample('web-page.txt'), { kind: 'not-text', looksLike: 'html' }],
    ['a web page in UTF-16', Uint8Array.of(0xff, 0xfe, ...[...'<html>'].flatMap((c) => [c.charCodeAt(0), 0])), { kind: 'not-text', looksLike: 'html' }],
    ['UTF-16 without a mark', sample('utf16le-without-bom.txt'), { kind: 'not-text', looksLike: 'binary' }],
    ['UTF-16 cut in half', sample('utf16le-bom.txt').subarray(0, 31), { kind: 'unknown-encoding' }],
    ['Big5, which decodes as GB18030 without an error', sample('big5.txt'), { kind: 'unknown-encoding' }],
    ['neither UTF-8 nor GB18030', Uint8Array.of(0x61, 0xff, 0xff, 0x61), { kind: 'unknown-encoding' }],
    ['control characters', Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 65)), { kind: 'not-text', looksLike: 'binary' }],
    ['one NUL in a text', utf8(`${'甲'.repeat(50)}\0`), { kind: 'not-text', looksLike: 'binary' }],
  ])('%s', (_, bytes, problem) => {
    expect(decodeText(bytes)).toEqual({ ok: false, problem })
  })

  test('30 MB, before looking at a single byte', () => {
    const bytes = new Proxy(new Uint8Array(0), {
      get: (target, key) => {
        if (key === 'length' || key === 'byteLength') return 30 * 1024 * 1024
        throw new Error(`read ${String(key)} of ${target.length}`)
      },
    })
    expect(decodeText(bytes)).toEqual({ ok: false, problem: { kind: 'too-large', sizeBytes: 31_457_280, limitBytes: 20_971_520 } })
  })

  test('the limit itself is read, one byte more is not', () => {
    const bytes = new Uint8Array(reportSizeLimit + 1).fill(0x41)
    expect(decodeText(bytes)).toEqual({ ok: false, problem: { kind: 'too-large', sizeBytes: reportSizeLimit + 1, limitBytes: reportSizeLimit } })
    expect(decodeText(bytes.subarray(1))).toMatchObject({ ok: true, value: { encoding: 'utf-8' } })
  })
})

test('any well-formed text comes back from UTF-8, unless it looks like something else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => `甲${text}`), (text) => {
      fc.pre(detectFormat(utf8(text)) === 'text')
      const decoded = decodeText(utf8(text))
      expect(decoded).toEqual({ ok: true, value: { text, encoding: 'utf-8' } })
    }),
  )
})

describe('detectFormat', () => {
  test.each([
    ['pdf', ascii('%PDF-1.7\n')],
    ['zip', ascii('PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml word/document.xml')],
    ['zip', ascii('PK\u0003\u0004\u0014\0\u0006\0xl/workbook.xml')],
    ['zip', ascii('PK\u0005\u0006')],
    ['ole', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['rtf', ascii('{\\rtf1\\ansi')],
    ['image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['image', ascii('GIF89a')],
    ['image', ascii('RIFF\u0010\0\0\0WEBPVP8 ')],
    ['binary', ascii('RIFF\u0010\0\0\0WAVEfmt ')],
    ['archive', Uint8Array.of(0x1f, 0x8b, 8)],
    ['html', utf8('\ufeff  <!-- saved --><HTML>')],
    ['html', ascii('<?xml version="1.0"?>\n<html xmlns="x">')],
    ['mht', ascii('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['text', utf8('<关于依法行政的意见>')],
    ['text', ascii('PK')],
    ['text', ascii('GIF is a format')],
    ['text', new Uint8Array()],
  ])('%s %#', (format, bytes) => {
    expect(detectFormat(bytes)).toBe(format)
  })
})
