import { zipSync } from 'fflate'

const endBytes = 22
const entryBytes = 46

interface Entry {
  readonly name: string
  /** Its line in the central directory. */
  readonly from: number
  readonly to: number
  /** Where its local entry starts. */
  readonly local: number
}

/**
 * A zip archive with one part replaced. The other parts are copied packed, so the cost does not grow with what they hold.
 * For archives that we wrote ourselves: entries in order, no comment, no zip64. Throws when the part is not there.
 */
export function replaceZipPart(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - endBytes
  const directory = view.getUint32(end + 16, true)
  const entries = readEntries(bytes, view, directory, end)
  const old = entries.find((entry) => entry.name === name)
  if (!old) throw new Error(`no such part: ${name}`)
  const oldEnd = Math.min(directory, ...entries.map(({ local }) => local).filter((local) => local > old.local))

  // A zip of the new part alone gives its local entry and its line in the directory, checksum included.
  const single = zipSync({ [name]: content }, { level: 6, mtime: '1980-01-01T12:00:00' })
  const singleView = new DataView(single.buffer, single.byteOffset, single.byteLength)
  const singleDirectory = singleView.getUint32(single.length - endBytes + 16, true)
  const shift = singleDirectory - (oldEnd - old.local)

  const lines = entries.map((entry) => {
    const line = entry === old ? single.slice(singleDirectory, single.length - endBytes) : bytes.slice(entry.from, entry.to)
    new DataView(line.buffer).setUint32(42, entry.local > old.local ? entry.local + shift : entry.local, true)
    return line
  })
  const closing = bytes.slice(end)
  const closingView = new DataView(closing.buffer)
  closingView.setUint32(12, lines.reduce((sum, line) => sum + line.length, 0), true)
  closingView.setUint32(16, directory + shift, true)
  return joined([bytes.subarray(0, old.local), single.subarray(0, singleDirectory), bytes.subarray(oldEnd, directory), ...lines, closing])
}

function readEntries(bytes: Uint8Array, view: DataView, directory: number, end: number): Entry[] {
  const entries: Entry[] = []
  for (let from = directory; from < end; ) {
    const nameBytes = view.getUint16(from + 28, true)
    const to = from + entryBytes + nameBytes + view.getUint16(from + 30, true) + view.getUint16(from + 32, true)
    const name = new TextDecoder().decode(bytes.subarray(from + entryBytes, from + entryBytes + nameBytes))
    entries.push({ name, from, to, local: view.getUint32(from + 42, true) })
    from = to
  }
  return entries
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
