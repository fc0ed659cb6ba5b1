import { readLineMarker } from '#core/text/headingMarker'
import { parseBodyNames, type BodyName } from '#core/text/parseBodyName'
import { findChineseDays, type FoundDay } from '#core/text/parseChineseDay'
import { splitLines } from '#core/text/splitLines'

/** Who signed and when (落款), offsets in the text; `day` also when it is impossible (its day is null). */
export interface Signature {
  readonly start: number
  readonly end: number
  readonly bodies: readonly { readonly body: BodyName; readonly start: number; readonly end: number }[]
  readonly day: FoundDay | null
}

const signatureLines = 8
const passedOver = /^(?:[(\uff08].{1,20}[)\uff09]|附件?[:\uff1a].{0,60}|附件\d{0,2}|联系人[:\uff1a].{0,40}|(?:发布|发表|信息|文章)?(?:时间|日期|来源)[:\uff1a].{0,40})$/

/**
 * Finds the signature: the last lines of a text that are nothing but names of bodies and a day. (此件公开发布) and 附件 after it are
 * passed over. Null where the text just ends.
 * @example findSignature('……。\n望川县人民政府\n2024年1月29日')?.day?.day // '2024-01-29'
 */
export function findSignature(text: string): Signature | null {
  // A text may end in one long paragraph, so the lines are counted from the end, within a stretch that bounds the work.
  const from = Math.max(0, text.length - 4000)
  const lines = splitLines(text.slice(from)).filter((line) => line.text !== '')
  let found = null as Signature | null
  for (const line of lines.slice(-signatureLines).reverse()) {
    const start = line.start + from
    if (start === from && from > 0) break
    const read = readSignatureLine(line.text)
    if (!read) {
      if (!found && passedOver.test(line.text)) continue
      break
    }
    if (found?.day && read.day) break
    const bodies = read.bodies.map(({ body, start: at, end }) => ({ body, start: start + at, end: start + end }))
    const day: FoundDay | null = read.day ? { day: read.day.day, start: start + read.day.start, end: start + read.day.end } : (found?.day ?? null)
    found = { start, end: found?.end ?? line.end + from, bodies: [...bodies, ...(found?.bodies ?? [])], day }
  }
  return found
}

function readSignatureLine(line: string): { bodies: Signature['bodies']; day: FoundDay | null } | null {
  if (line.length > 80 || readLineMarker(line)) return null
  const day = findChineseDays(line).at(-1) ?? null
  if (day && !/^[\s)\uff09]*$/.test(line.slice(day.end))) return null
  const names = (day ? line.slice(0, day.start) : line).replace(/[(\uff08\s]+$/, '')
  if (names === '') return day ? { bodies: [], day } : null
  const bodies = parseBodyNames(names)
  const named = bodies.reduce((length, { start, end }) => length + end - start, 0)
  if (bodies.length === 0 || named < names.replace(/[\s\u3000、,\uff0c]/g, '').length) return null
  // A short word such as 办公室 or a bare place name ends many a sentence; alone it signs nothing.
  return bodies.every(({ body }) => body.form !== 'place' && (body.place !== '' || day !== null || body.name.length >= 4)) ? { bodies, day } : null
}
