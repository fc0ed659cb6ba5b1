import { strToU8 } from 'fflate'

/** A PDF of these objects, numbered from 1, the first its catalogue. */
export function makePdf(objects: readonly (string | { readonly dictionary: string; readonly stream: Uint8Array })[]): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.7\n')]
  const starts: number[] = []
  let length = parts[0]!.length
  const add = (part: Uint8Array): void => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, index) => {
    starts.push(length)
    if (typeof object === 'string') add(strToU8(`${index + 1} 0 obj\n${object}\nendobj\n`))
    else {
      add(strToU8(`${index + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`))
      add(object.stream)
      add(strToU8('\nendstream\nendobj\n'))
    }
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  add(strToU8(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`))
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * LZW that unpacks to most: each code stands for one character more than the one before, so `count` of them are count × (count + 1) / 2
 * bytes. At 3,800 the table is cleared and it begins again.
 */
export function codesOfLzw(count: number): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  const put = (code: number, width: number): void => {
    held = (held << width) | code
    bits += width
    for (; bits >= 8; bits -= 8) bytes.push((held >> (bits - 8)) & 255)
    held &= (1 << bits) - 1
  }
  let known = 0
  let width = 9
  for (let index = 0; index < count; index += 1) {
    if (index % 3800 === 0) {
      put(256, width)
      known = 0
      width = 9
      put(32, width)
      continue
    }
    put(258 + known, width)
    known += 1
    width = known + 259 >= 2048 ? 12 : known + 259 >= 1024 ? 11 : known + 259 >= 512 ? 10 : 9
  }
  put(257, width)
  put(0, 8)
  return Uint8Array.from(bytes)
}
