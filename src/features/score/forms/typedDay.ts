import { makeCalendarDay, type CalendarDay } from '#core/calendarDay'

/**
 * Reads a day as people type it: 2024-1-29, 2024.1.29, 2024/01/29, 2024年1月29日, 20240129, full-width digits too.
 * Null for anything that is no day of the calendar.
 * @example typedDay('2024年1月29日') // '2024-01-29'
 */
export function typedDay(text: string): CalendarDay | null {
  const folded = text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
  const parts = /^(\d{4})(?:[-./年。．／－])(\d{1,2})(?:[-./月。．／－])(\d{1,2})日?$/.exec(folded) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(folded)
  return parts ? makeCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}
