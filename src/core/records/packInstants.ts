import { dayNumber } from '#core/calendarDay'
import type { CalendarDay } from '#core/calendarDay'
import type { Instant } from '#core/ids'
import { separator } from '#core/records/columns'

/**
 * Instants as a short column: milliseconds since the one before (the first: since 1970), in base 36, joined by U+001F. The instants
 * are checked (anInstant); they come back letter for letter.
 * @example packInstants(['1970-01-01T00:00:01.000Z', '1970-01-01T00:00:01.036Z']) // 'rs' U+001F '10'
 */
export function packInstants(instants: readonly Instant[]): string {
  const steps: string[] = []
  let before = 0
  let day = ''
  let midnight = 0
  for (const instant of instants) {
    // Entries made one after another mostly share the day.
    if (!instant.startsWith(day) || day === '') {
      day = instant.slice(0, 10)
      midnight = dayNumber(day as CalendarDay) * dayLength
    }
    const at = midnight + two(instant, 11) * 3_600_000 + two(instant, 14) * 60_000 + two(instant, 17) * 1_000 + digit(instant, 20) * 100 + two(instant, 21)
    steps.push((at - before).toString(36))
    before = at
  }
  return steps.join(separator)
}

/** What packInstants was given; '' for a step that is none, and after it, which no check takes for an instant. */
export function unpackInstants(steps: readonly string[]): string[] {
  let at = 0
  return steps.map((step) => {
    at += /^-?[0-9a-z]+$/.test(step) ? Number.parseInt(step, 36) : Number.NaN
    return writeInstant(at)
  })
}

const dayLength = 86_400_000
/** Days since 1970 of 0001-01-01 and 9999-12-31. */
const firstDay = -719_162
const lastDay = 2_932_896

function writeInstant(at: number): string {
  const day = Math.floor(at / dayLength)
  if (!(day >= firstDay && day <= lastDay)) return ''
  const rest = at - day * dayLength
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${writeDay(day)}T${pad(Math.floor(rest / 3_600_000), 2)}:${pad(Math.floor(rest / 60_000) % 60, 2)}:${pad(Math.floor(rest / 1_000) % 60, 2)}.${pad(rest % 1_000, 3)}Z`
}

/** The reverse of dayNumber: years begin in March, so that the leap day is the last of its year. */
function writeDay(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function two(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}
