export type FileFormat = 'text' | 'pdf' | 'ole' | 'zip' | 'rtf' | 'archive' | 'image' | 'html' | 'mht' | 'binary'

/**
 * What bytes are, by what they begin with and never by the file's name: a picture renamed .txt is a picture. 'text' means only that
 * nothing speaks against it; `decodeText` decides. 'zip' is any such container (docx, ofd, xlsx …: `detectZip`), 'ole' the old one of
 * Office (`detectOle`), 'archive' another packer's file.
 * @example detectFormat(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d)) // 'pdf'
 */
export function detectFormat(bytes: Uint8Array): FileFormat {
  for (const [format, ...signatures] of magic) {
    if (signatures.some((signature) => beginsWith(bytes, signature))) return format
  }
  if (beginsWith(bytes, [0x52, 0x49, 0x46, 0x46])) return asciiHead(bytes, 16).includes('WEBP') ? 'image' : 'binary'
  const head = asciiHead(bytes, 1024).trimStart()
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (mhtStart.test(head)) return 'mht'
  if (htmlStart.test(head)) return 'html'
  return 'text'
}

const magic: readonly (readonly [FileFormat, ...(readonly number[])[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06]],
  [
    'image',
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
    [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
  ['archive', [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
]

/** The tag a page begins with; comments and an XML declaration may stand before it. */
const htmlStart = /^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,400}>\s{0,20})?<(?:!doctype\s{1,4}html|html|head|body|meta|title|div|table|script|style|p|h[1-6]|span|article|section)\b/i

/** The header fields a saved page in one file begins with. */
const mhtStart = /^(?:MIME-Version:|From: ["<]?Saved by|Snapshot-Content-Location:|Content-Type: multipart\/related)/i

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte)
}

/** The ASCII characters among the first bytes; other bytes (a byte-order mark, UTF-16's zeros) fall out. */
function asciiHead(bytes: Uint8Array, count: number): string {
  let head = ''
  for (const byte of bytes.subarray(0, count)) {
    if (byte > 0 && byte < 0x80) head += String.fromCharCode(byte)
  }
  return head
}
