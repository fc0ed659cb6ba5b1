import type { CalendarDay } from '#core/calendarDay'
import { findChineseDays, isDayLine, parseChineseDay, type FoundDay } from '#core/text/parseChineseDay'
import type { Proposed } from '#core/text/reportProposal'
import type { ReportHead } from '#core/text/findTitle'
import type { Signature } from '#core/text/findSignature'
import { splitLines, type TextLine } from '#core/text/splitLines'

const missingDay: Proposed<CalendarDay> = { value: null, place: null, confidence: 'missing', source: 'none' }
const publicationLabel = /(发布时间|发布日期|发表时间|发表日期|发稿时间|公开日期|信息时间|更新时间|时间|日期)\s{0,3}[:\uff1a]\s{0,3}$/
const signingLabel = /(?:成文日期|成文时间|发文日期|印发日期|生成日期)\s{0,3}[:\uff1a]\s{0,3}$/
const sureLabel = /^(?:发布|发表|发稿|公开)/

/**
 * When the report was signed (成文日期): the day of the signature, else a day labelled so in the head (certain), else one in brackets under
 * the title (doubtful). A day that does not exist, or a month alone, is no day.
 * @example findSignedDay(head, findSignature('……。\n望川县人民政府\n2024年2月30日')).confidence // 'missing'
 */
export function findSignedDay(head: ReportHead, signature: Signature | null): Proposed<CalendarDay> {
  if (signature?.day?.day) return propose(signature.day, 'certain', 'signature')
  const labelled = labelledDays(head.lines).find(({ label }) => signingLabel.test(label))
  if (labelled) return propose(labelled.found, 'certain', 'publication-line')
  const bracketed = head.lines.find((line) => /^[(\uff08]/.test(line.text) && parseChineseDay(line.text) !== null)
  if (!bracketed) return missingDay
  return { value: parseChineseDay(bracketed.text), place: { start: bracketed.start, end: bracketed.end }, confidence: 'doubtful', source: 'opening' }
}

/**
 * When the report was published (发布日期), where the page said so: 发布时间:2024-03-01 at its head or its end is certain; 更新时间, a bare 时间,
 * an unlabelled day with a time of day, or two different days are doubtful. Usually it is missing, which means 待核 and never "not published".
 * @example findPublishedDay(text, findTitle(text)).value // null for most reports
 */
export function findPublishedDay(text: string, head: ReportHead): Proposed<CalendarDay> {
  const from = Math.max(0, text.length - 1000)
  const tail = splitLines(text.slice(from)).filter((line) => line.text !== '').slice(-6)
    .map((line) => ({ ...line, start: line.start + from, end: line.end + from }))
  const lines = [...head.lines, ...tail.filter((line) => line.start > (head.lines.at(-1)?.start ?? -1) && line.text.length <= 200)]
  const labelled = labelledDays(lines).filter(({ label }) => publicationLabel.test(label) && !signingLabel.test(label))
  const best = labelled.find(({ label }) => sureLabel.test(publicationLabel.exec(label)![1]!)) ?? labelled[0]
  if (best) {
    const isSure = sureLabel.test(publicationLabel.exec(best.label)![1]!)
    const agree = labelled.every(({ label, found }) => !sureLabel.test(publicationLabel.exec(label)![1]!) || found.day === best.found.day)
    return propose(best.found, isSure && agree ? 'certain' : 'doubtful', 'publication-line')
  }
  for (const line of head.lines) {
    const found = findChineseDays(line.text)[0]
    if (found?.start !== 0 || !found.day || !/^\s{0,4}\d{1,2}[:\uff1a]\d{2}/.test(line.text.slice(found.end))) continue
    return propose(shift(found, line.start), 'doubtful', 'publication-line')
  }
  return missingDay
}

/** Days with the words before them in their line, or the line above where a label stands alone. */
function labelledDays(lines: readonly TextLine[]): { label: string; found: FoundDay }[] {
  return lines.flatMap((line, index) =>
    findChineseDays(line.text.slice(0, 400)).flatMap((found) => {
      if (!found.day) return []
      const before = line.text.slice(0, found.start)
      const label = before === '' && isDayLine(line.text) ? (lines[index - 1]?.text ?? '') : before
      return [{ label: label.slice(-20), found: shift(found, line.start) }]
    }),
  )
}

function shift(found: FoundDay, by: number): FoundDay {
  return { day: found.day, start: found.start + by, end: found.end + by }
}

function propose(found: FoundDay, confidence: 'certain' | 'doubtful', source: Proposed<CalendarDay>['source']): Proposed<CalendarDay> {
  return { value: found.day, place: { start: found.start, end: found.end }, confidence, source }
}
