import { strToU8, zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { joinParagraphs } from '#exchange/pdf/joinParagraphs'
import { pdfLines } from '#exchange/pdf/pdfLines'
import { plainRadicals } from '#exchange/pdf/plainRadicals'
import { unpackedBytes } from '#exchange/pdf/unpackedBytes'
import { readDocument } from '#exchange/readDocument'
import { codesOfLzw, makePdf } from '../../samples/hostile/makePdf'

const page = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F0 5 0 R >> >> >>'] as const
const font = (encoding: string, ordering: string) => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
  `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
  '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
]

function showing(hex: string, encoding: string, ordering = 'GB1'): Uint8Array {
  return makePdf([...page, { dictionary: '', stream: strToU8(`BT /F0 16 Tf 90 700 Td <${hex}> Tj ET`) }, ...font(encoding, ordering)])
}

const utf16 = (text: string) => [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
const words = '霁川县法治政府建设情况报告'

describe('a PDF that carries no fonts is read by the character maps of the program', () => {
  test.each([
    ['UniGB-UCS2-H', utf16(words)],
    ['UniGB-UTF16-H', utf16(words)],
    // The same words in GBK.
    ['GBK-EUC-H', 'f6ab b4a8 cfd8 b7a8 d6ce d5fe b8ae bda8 c9e8 c7e9 bff6 b1a8 b8e6'.replaceAll(' ', '')],
  ])('%s', async (encoding, hex) => {
    expect(await readDocument('a.pdf', showing(hex, encoding))).toEqual({
      ok: true, value: { format: 'pdf', encoding: null, text: words, pages: [0], title: null, address: null, published: null },
    })
  })

  test('traditional ones, too', async () => {
    expect(await readDocument('a.pdf', showing(utf16('臺北市政府法制局工作情況報告書'), 'UniCNS-UCS2-H', 'CNS1'))).toMatchObject({ ok: true, value: { text: '臺北市政府法制局工作情況報告書' } })
  })
})

describe('lines and paragraphs', () => {
  const piece = (text: string, x: number, y: number, size = 16) => ({ text, x, y, width: text.length * size, size })

  test('pieces at one height are a line from left to right; a wide gap is a cell', () => {
    expect(pdfLines([piece('件数', 300, 700), piece('事项', 90, 700), piece('注', 122, 705, 8), piece(' ', 0, 0), piece('复议', 90, 672)]).map((line) => line.text)).toEqual(['事项注\t件数', '复议'])
  })

  test('a full line goes on in the next; an indent, a short line and another size begin anew', () => {
    const lines = pdfLines([
      piece('霁川县报告', 200, 800, 22),
      piece('甲'.repeat(24), 122, 700), piece('乙'.repeat(26), 90, 672), piece('丙丙。', 90, 644),
      piece('丁'.repeat(24), 122, 616), piece('戊。', 90, 588),
      piece('一、己', 122, 560), piece('庚'.repeat(24), 122, 532),
    ])
    expect(joinParagraphs(lines)).toEqual(['霁川县报告', `${'甲'.repeat(24)}${'乙'.repeat(26)}丙丙。`, `${'丁'.repeat(24)}戊。`, '一、己', '庚'.repeat(24)])
  })

  test('characters written as radicals', () => {
    expect(plainRadicals('⼈⺠政府⻓、⼀⽅⻅⻔⿓')).toBe('人民政府长、一方见门龍')
  })
})

describe('what a stream unpacks to', () => {
  const zeros = new Uint8Array(3_000_000)

  test.each([
    ['deflated', zlibSync(zeros), ['FlateDecode'], 3_000_000],
    ['deflated twice', zlibSync(zlibSync(zeros)), ['FlateDecode', 'FlateDecode'], 3_000_000],
    ['deflated, in hexadecimal', strToU8([...zlibSync(zeros)].map((byte) => byte.toString(16).padStart(2, '0')).join('')), ['AHx', 'Fl'], 3_000_000],
    ['LZW', codesOfLzw(1000), ['LZWDecode'], 500_500],
    ['runs', Uint8Array.of(2, 65, 66, 67, 129, 65, 128), ['RL'], 131],
    ['base 85', strToU8('zz87cUR~>'), ['A85'], 12],
    ['a picture', zeros, ['DCTDecode'], 0],
    ['what is no deflate', Uint8Array.from({ length: 50 }, () => 0xff), ['FlateDecode'], 0],
    ['nothing packed', zeros, [], 0],
  ])('%s', (_, packed, filters, size) => {
    expect(unpackedBytes(packed, filters, 10_000_000)).toBe(size)
  })

  test('is counted little further than the limit', () => {
    const counted = unpackedBytes(zlibSync(new Uint8Array(50_000_000), { level: 9 }), ['FlateDecode'], 1_000_000)
    expect(counted).toBeGreaterThan(1_000_000)
    expect(counted).toBeLessThan(3_000_000)
  })
})
