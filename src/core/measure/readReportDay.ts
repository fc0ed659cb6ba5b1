import type { CalendarDay } from '#core/calendarDay'
import type { Measured } from '#core/measure/suggestion'
import { findChineseDays } from '#core/text/parseChineseDay'

/** A1, A2: a day that is known of the report, with its places in the text. Null where it is not known: that is 待核, never a refusal. */
export function readReportDay(key: 'publicationDay' | 'signingDay', text: string, day: CalendarDay | null): Measured | null {
  if (day === null) return null
  const places = findChineseDays(text).filter((found) => found.day === day).map(({ start, end }) => ({ start, end }))
  return { found: { kind: 'day', day }, working: { key, values: { day } }, places: places.slice(-1) }
}
