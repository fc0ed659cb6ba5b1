import type { Instant } from '#core/ids'

/** The local calendar day of an instant, for file names: "20250301". */
export function localDay(instant: Instant): string {
  const date = new Date(instant)
  return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`
}

/** The instant for the eye, local and with its zone: "2025-03-01 14:30 (UTC+08:00)". */
export function localMoment(instant: Instant): string {
  const date = new Date(instant)
  const ahead = -date.getTimezoneOffset()
  const zone = `UTC${ahead < 0 ? '−' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())} (${zone})`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
