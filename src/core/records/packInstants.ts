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
      midnight = dayNumber(day as CalendarDay) * 86_400_000
    }
    const at = midnight + two(instant, 11) * 3_600_000 + two(instant, 14) * 60_000 + two(instant, 17) * 1_000 + digit(instant, 20) * 100 + two(instant, 21)
    steps.push((at - before).toString(36))
    before = at
  }
  return steps.join(separator)
}

/** What packInstants was given; '' for a step that is none, which no check takes for an instant. */
export function unpackInstants(steps: readonly string[]): string[] {
  let at = 0
  return steps.map((step) => {
    at += /^-?[0-9a-z]+$/.test(step) ? Number.parseInt(step, 36) : Number.NaN
    return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : ''
  })
}

function two(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}
