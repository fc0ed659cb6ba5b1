import type { Brand } from '#core/brand'

/** A calendar day "2024-03-01". Never a Date: `new Date("2024-03-01")` is another day west of Greenwich. */
export type CalendarDay = Brand<string, 'CalendarDay'>

/** A day that returns every year, counted from the report year: 1 March of the year after = {yearsAfter: 1, month: 3, day: 1}. */
export interface AnnualDay {
  readonly yearsAfter: number
  readonly month: number
  readonly day: number
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Reads "2024-03-01". Returns null for anything that is no day of the Gregorian calendar ("2023-02-29").
 * @example parseCalendarDay('2024-02-29') // '2024-02-29'
 */
export function parseCalendarDay(text: string): CalendarDay | null {
  const match = shape.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text as CalendarDay
}

export function makeCalendarDay(year: number, month: number, day: number): CalendarDay | null {
  return parseCalendarDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The calendar day on which an annual deadline falls for the reports of `year`. 29 February becomes 1 March in common years. */
export function dayInYear(annual: AnnualDay, year: number): CalendarDay {
  const day = makeCalendarDay(year + annual.yearsAfter, annual.month, annual.day)
  return day ?? (makeCalendarDay(year + annual.yearsAfter, annual.month + 1, 1) as CalendarDay)
}

/** Days since 1970-01-01 (negative before); the difference of two is the number of days between them. */
export function dayNumber(day: CalendarDay): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
