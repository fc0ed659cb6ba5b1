import { makeCalendarDay, type CalendarDay } from '#core/calendarDay'
import { findChineseDays } from '#core/text/parseChineseDay'
import type { Proposed } from '#core/text/reportProposal'

const missing: Proposed<never> = { value: null, place: null, confidence: 'missing', source: 'none' }
const labelled = /(?:原文链接|原文网址|原文地址|来源网址|来源链接|信息来源|文章来源|来源|网址|链接)\s{0,3}[:\uff1a]\s{0,3}(https?:\/\/[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff"'<>)]{4,500})/g
const searched = 100_000

/**
 * Where the report stands on the web: the address from which the page was saved (certain), else one that its head or end names as
 * 来源 or 原文链接 (doubtful where there are several). Only http and https count.
 * @example findSourceAddress('来源:https://www.wangchuan.example/1.html\n……', null).value // 'https://www.wangchuan.example/1.html'
 */
export function findSourceAddress(text: string, address: string | null): Proposed<string> {
  if (address !== null && /^https?:\/\/\S{3,2000}$/i.test(address.trim())) return { value: address.trim(), place: null, confidence: 'certain', source: 'page-metadata' }
  const from = Math.max(0, text.length - searched)
  const stretches = from < searched ? [{ at: 0, words: text }] : [{ at: 0, words: text.slice(0, searched) }, { at: from, words: text.slice(from) }]
  const found = stretches.flatMap(({ at, words }) => [...words.matchAll(labelled)].map((match) => ({ value: match[1]!, end: at + match.index + match[0].length })))
  const [first] = found
  if (!first) return missing
  const isSure = found.every(({ value }) => value === first.value)
  return { value: first.value, place: { start: first.end - first.value.length, end: first.end }, confidence: isSure ? 'certain' : 'doubtful', source: 'publication-line' }
}

/**
 * The publication day of the page's own metadata joined with the one in the text: they agree or one is missing → certain as it was;
 * they differ → the text's, doubtful. An instant (2024-03-01T18:00:00Z) counts as the Beijing day; what is no day is missing.
 * @example withPageDay(missingDay, '2024-03-01 10:20').value // '2024-03-01'
 */
export function withPageDay(inText: Proposed<CalendarDay>, published: string | null): Proposed<CalendarDay> {
  const day = published === null ? null : readPageDay(published)
  if (day === null) return inText
  if (inText.value === null) return { value: day, place: null, confidence: 'certain', source: 'page-metadata' }
  return { ...inText, confidence: inText.value === day ? 'certain' : 'doubtful' }
}

const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const beijingHours = 8

function readPageDay(published: string): CalendarDay | null {
  const match = instant.exec(published.trim())
  if (!match) return findChineseDays(published.slice(0, 200))[0]?.day ?? null
  const [, year, month, date, hour, zone] = match
  const day = makeCalendarDay(Number(year), Number(month), Number(date))
  if (day === null) return null
  const offset = zone === 'Z' ? 0 : Number(zone!.slice(0, 3))
  const moved = Number(hour) - offset + beijingHours
  return moved < 0 || moved >= 24 ? neighbour(day, moved < 0 ? -1 : 1) : day
}

function neighbour(day: CalendarDay, by: 1 | -1): CalendarDay | null {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOf = (inYear: number, inMonth: number): number => [31, 30, 29, 28].find((last) => makeCalendarDay(inYear, inMonth, last) !== null)!
  const tried = makeCalendarDay(year, month, date + by)
  if (tried !== null) return tried
  if (by > 0) return month === 12 ? makeCalendarDay(year + 1, 1, 1) : makeCalendarDay(year, month + 1, 1)
  return month === 1 ? makeCalendarDay(year - 1, 12, 31) : makeCalendarDay(year, month - 1, lastOf(year, month - 1))
}
