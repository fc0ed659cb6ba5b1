/** What an OLE container (the old files of Office and WPS) holds. 'locked': a newer Office file behind a password. */
export type OleContent = 'doc' | 'wps' | 'xls' | 'ppt' | 'locked' | 'ole'

/**
 * Told by the names of the streams in its directory, whose entries begin every 128 bytes: broken chains and cut files do not matter.
 * WPS writes Word's streams and leaves one of its own beside them; Microsoft Works, whose files end in .wps too, has others.
 * @example detectOle(bytesOfAWordFile) // 'doc'
 */
export function detectOle(bytes: Uint8Array): OleContent {
  const names = streamNames(bytes)
  for (const [content, ...signs] of signsOf) {
    if (signs.some((sign) => names.has(sign))) return content
  }
  return 'ole'
}

const signsOf: readonly (readonly [OleContent, ...string[]])[] = [
  ['locked', 'EncryptedPackage', 'EncryptionInfo'],
  ['wps', 'WpsCustomData', 'MatOST'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook', 'Book'],
  ['ppt', 'PowerPoint Document'],
]

const entryBytes = 128

function streamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  for (let at = 512; at + entryBytes <= bytes.length && names.size < 1000; at += entryBytes) {
    // 64 bytes of UTF-16 name, its length in bytes with the final NUL, the type: 1 storage, 2 stream, 5 root.
    const length = bytes[at + 64]! + bytes[at + 65]! * 256
    const type = bytes[at + 66]
    if (length < 4 || length > 64 || length % 2 === 1 || (type !== 1 && type !== 2 && type !== 5)) continue
    let name = ''
    for (let i = at; i < at + length - 2 && bytes[i + 1] === 0 && bytes[i]! >= 0x20; i += 2) name += String.fromCharCode(bytes[i]!)
    if (name.length === length / 2 - 1) names.add(name)
  }
  return names
}
