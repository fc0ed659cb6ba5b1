/** A share in percent with one decimal, half up: (1, 3) → "33.3%". For the screen only; nothing is computed from it. */
export function percentWords(part: number, whole: number): string {
  if (whole <= 0) return '–'
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
