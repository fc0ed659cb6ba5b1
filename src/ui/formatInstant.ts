import type { Instant } from '#core/ids'

/** Local wall-clock time of a UTC instant: "14:03:22". */
export function clockTime(instant: Instant): string {
  const date = new Date(instant)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
}

/** Local day and time: "2025-03-01 14:03"; today only the time. */
export function dayAndTime(instant: Instant, now: Date): string {
  const date = new Date(instant)
  const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
  return date.toDateString() === now.toDateString() ? time : `${localDay(date)} ${time}`
}

function localDay(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
