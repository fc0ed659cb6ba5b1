import { makeCalendarDay, parseCalendarDay, type CalendarDay } from '#core/calendarDay'

const shapes = [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, /^(\d{4})(\d{2})(\d{2})$/]

/**
 * A calendar day as people type it: 2024-01-29, 2024.1.29, 2024/1/29, 2024年1月29日, 20240129, in full width too.
 * null: left empty, the day is unknown (待核). 'not-a-day': something stands there that is no day.
 */
export function readTypedDay(typed: string): CalendarDay | null | 'not-a-day' {
  const text = typed.normalize('NFKC').replace(/\s+/g, '').replaceAll('。', '.')
  if (text === '') return null
  const exact = parseCalendarDay(text)
  if (exact) return exact
  for (const shape of shapes) {
    const match = shape.exec(text)
    if (match) return makeCalendarDay(Number(match[1]), Number(match[2]), Number(match[3])) ?? 'not-a-day'
  }
  return 'not-a-day'
}

/** The report year as typed; 1949 to 2100. */
export function readTypedYear(typed: string): number | null | 'not-a-year' {
  const text = typed.normalize('NFKC').replace(/\s+/g, '').replace(/年度?$/, '')
  if (text === '') return null
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 1949 && year <= 2100 ? year : 'not-a-year'
}
