import { readFileSync } from 'node:fs'
import { deflateSync, strToU8, zipSync, zlibSync } from 'fflate'
import type { ImportProblem } from '#core/text/importProblem'
import { codesOfLzw, makePdf } from './makePdf'

/** A file that somebody may drop and that must not get in, with the reason it must be refused for. */
export interface HostileFile {
  readonly name: string
  /** Where the idea comes from, and what it did to programs that trusted it. */
  readonly source: string
  readonly make: () => Uint8Array
  readonly problem: ImportProblem['kind']
}

const mega = 2 ** 20
const types = strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
const relations = strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
const open = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const close = '</w:body></w:document>'

function docx(document: string | Uint8Array): Uint8Array {
  return zipSync({ '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': typeof document === 'string' ? strToU8(document) : document })
}

/** The bytes of a docx whose directory declares its document to be small; what is packed is large. */
function lyingDocx(): Uint8Array {
  const bytes = docx(strToU8(`${open}${'<w:p><w:r><w:t>依</w:t></w:r></w:p>'.repeat(1_500_000)}${close}`))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + 17)) === 'word/document.xml') view.setUint32(at + 24, 5000, true)
  }
  return bytes
}

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const entry = 1024
  ;[...stream].forEach((character, index) => bytes.set([character.charCodeAt(0), 0], entry + index * 2))
  bytes.set([(stream.length + 1) * 2, 0, 2], entry + 64)
  return bytes
}

const onePage = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'] as const

const spaces = (megabytes: number) => new Uint8Array(megabytes * mega).fill(32)
const packed = (filter: string, stream: Uint8Array) => makePdf([...onePage, { dictionary: `/Filter ${filter}`, stream }])

function zipBomb(name: string): Uint8Array {
  // Zeros pack a thousand to one; 512 MB in half a megabyte.
  const block = deflateSync(new Uint8Array(8 * mega), { level: 9 })
  return zipSync({ ...Object.fromEntries(Array.from({ length: 64 }, (_, index) => [`${name}${index}.xml`, block])) }, { level: 0 })
}

export const hostileFiles: readonly HostileFile[] = [
  { name: 'a picture called 报告.txt', source: 'a file renamed', make: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), problem: 'not-text' },
  { name: 'a program called 报告.docx', source: 'a file renamed', make: () => strToU8('MZ\0\0\u0003\0\0\0'.repeat(40)), problem: 'not-text' },
  { name: 'Word 97', source: 'Microsoft [MS-CFB], [MS-DOC]', make: () => ole('WordDocument'), problem: 'not-text' },
  { name: 'Word behind a password', source: 'Microsoft [MS-OFFCRYPTO]: EncryptedPackage in an OLE container', make: () => ole('EncryptedPackage'), problem: 'locked' },
  { name: 'RTF', source: 'old exports', make: () => strToU8('{\\rtf1\\ansi\\ansicpg936 text}'), problem: 'not-text' },
  { name: 'OFD', source: 'GB/T 33190, electronic official documents', make: () => zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') }), problem: 'not-text' },
  { name: 'a workbook', source: 'the wrong file of the folder', make: () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), problem: 'not-text' },
  { name: 'an archive of reports', source: 'a folder packed by its sender', make: () => zipSync({ '甲.txt': strToU8('报告') }), problem: 'not-text' },
  { name: 'a zip cut off', source: 'a download that broke', make: () => docx(`${open}<w:p/>${close}`).subarray(0, -60), problem: 'damaged' },
  { name: 'a zip bomb', source: 'David Fifield, A better zip bomb (2019): declared sizes', make: () => zipBomb('word/'), problem: 'not-text' },
  { name: 'a docx that unpacks to 200 MB', source: 'the same, inside a Word file', make: () => docx(`${open}${'<w:p><w:r><w:t>依法</w:t></w:r></w:p>'.repeat(5_000_000)}${close}`), problem: 'unpacks-too-large' },
  { name: 'a docx that lies about its size', source: 'the same, with a false directory', make: lyingDocx, problem: 'damaged' },
  { name: 'a docx nested 100,000 deep', source: 'stack overflow in recursive readers', make: () => docx(`${open}${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}${close}`), problem: 'over-limit' },
  { name: 'a docx of 400,000 elements', source: 'trees that outgrow memory', make: () => docx(`${open}${'<w:p/>'.repeat(400_000)}${close}`), problem: 'over-limit' },
  { name: 'a docx with entities', source: 'billion laughs (CVE-2003-1564)', make: () => docx(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${open}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>${close}`), problem: 'damaged' },
  { name: 'a page nested 100,000 deep', source: 'stack overflow in DOM builders', make: () => strToU8(`<html><body>${'<div>'.repeat(100_000)}依法行政`), problem: 'over-limit' },
  { name: 'a page of 500,000 elements', source: 'generated tables', make: () => strToU8(`<html><body><table>${'<tr><td>1</td></tr>'.repeat(250_000)}</table>`), problem: 'over-limit' },
  { name: 'a page of 19 MB in one line', source: 'a page that saved its pictures inside', make: () => strToU8(`<html><body><p>${'依法行政'.repeat(1_500_000)}</p>`), problem: 'over-limit' },
  { name: 'a page of script only', source: 'pages that fetch their text', make: () => strToU8('<html><head><title>x</title></head><body><script>load()</script></body></html>'), problem: 'no-text-left' },
  { name: 'a page in Big5', source: 'encodings that decode as others without error', make: () => strToU8('<html><head><meta charset="big5"></head><body><p>\u00a4\u00a4</p>'), problem: 'unknown-encoding' },
  { name: 'a saved page without a page', source: 'a broken .mht', make: () => strToU8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x--\n'), problem: 'damaged' },
  { name: 'a PDF cut off', source: 'a download that broke', make: () => strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), problem: 'damaged' },
  { name: 'a PDF of pictures', source: 'a scanner', make: () => makePdf([...onePage, { dictionary: '', stream: strToU8('q 595 0 0 842 0 0 cm /Im0 Do Q') }]), problem: 'scanned-pdf' },
  { name: 'a PDF of 5,000 pages', source: 'a page tree that repeats one page', make: () => makePdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${'3 0 R '.repeat(5000)}] /Count 5000 >>`, onePage[2], { dictionary: '', stream: strToU8('BT ET') }]), problem: 'over-limit' },
  { name: 'a PDF whose page unpacks to 300 MB', source: 'CVE-2019-14267 and kin: deflate bombs in content streams', make: () => makePdf([...onePage, { dictionary: '/Filter /FlateDecode', stream: zlibSync(new Uint8Array(300 * mega).fill(32), { level: 9 }) }]), problem: 'unpacks-too-large' },
  { name: 'a PDF that unpacks twice', source: 'the same, in two filters', make: () => packed('[/FlateDecode /FlateDecode]', zlibSync(zlibSync(spaces(200), { level: 9 }), { level: 9 })), problem: 'unpacks-too-large' },
  { name: 'a PDF packed with LZW', source: 'the same, in the older filter', make: () => packed('/LZW', codesOfLzw(38_000)), problem: 'unpacks-too-large' },
  { name: 'a PDF whose page calls itself a picture', source: 'what is passed over while counting', make: () => packed('/FlateDecode /Type /XObject /Subtype /Image', zlibSync(spaces(300), { level: 9 })), problem: 'scanned-pdf' },
  { name: 'a PDF of forms in a circle', source: 'forms that show themselves', make: () => makePdf([...onePage.slice(0, 2), onePage[2].replace('/Contents', '/Resources << /XObject << /A 5 0 R >> >> /Contents'), { dictionary: '', stream: strToU8('/A Do') }, { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>', stream: strToU8('/A Do /A Do') }]), problem: 'scanned-pdf' },
  { name: 'a PDF whose pages go round in a circle', source: 'a page tree that holds itself', make: () => makePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 /Parent 2 0 R >>']), problem: 'damaged' },
  { name: 'a PDF behind a password', source: 'LibreOffice Writer, exported with a password to open', make: () => new Uint8Array(readFileSync(new URL('./locked.pdf', import.meta.url))), problem: 'locked' },
  { name: 'a PDF whose font means nothing', source: 'fonts without a map to characters', make: () => makePdf([...onePage.slice(0, 2), onePage[2].replace('/Contents', '/Resources << /Font << /F0 5 0 R >> >> /Contents'), { dictionary: '', stream: strToU8(`BT /F0 16 Tf 90 700 Td <${'01020304050607'.repeat(8)}> Tj ET`) }, '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>', '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>', '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 900] /ItalicAngle 0 /Ascent 900 /Descent 0 /CapHeight 700 /StemV 80 >>']), problem: 'garbled-pdf' },
  { name: 'WPS', source: 'WPS Office leaves a stream of its own', make: () => ole('WpsCustomData'), problem: 'not-text' },
  { name: 'a page deep in its parents', source: 'work that grows with depth times lines', make: () => strToU8(`<html><body>${'<div>'.repeat(240)}${'<p>依法行政，依法行政，依法行政，依法行政。</p>'.repeat(60_000)}`), problem: 'over-limit' },
  { name: 'a text of 30 MB', source: 'the wrong file', make: () => new Uint8Array(30 * mega).fill(65), problem: 'too-large' },
  { name: '2,000,000 lines of a character each', source: 'regular expressions over many lines', make: () => strToU8('依\n'.repeat(2_000_000)), problem: 'over-limit' },
  { name: 'an empty file', source: 'a download that never began', make: () => new Uint8Array(), problem: 'empty-file' },
  { name: 'white space', source: 'a page that lost its text', make: () => strToU8(' \n\t\u3000\n'.repeat(100)), problem: 'empty-file' },
  { name: 'noise', source: 'an encrypted disk', make: () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256 | 0x80), problem: 'unknown-encoding' },
]
