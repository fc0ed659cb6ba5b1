/**
 * An id like the given one that is still free: its closing number counts up ("C5" → "C6"); without a number one is appended
 * ("C-a" → "C-a-2").
 * @example freshId(new Set(['C5', 'C6']), 'C5') // 'C7'
 */
export function freshId(taken: ReadonlySet<string>, like: string): string {
  const [, stem, digits] = /^(.*?)(\d*)$/.exec(like) as unknown as [string, string, string]
  const head = digits === '' ? (stem === '' ? 'X' : `${stem}-`) : stem
  let number = digits === '' ? (stem === '' ? 1 : 2) : Number(digits) + 1
  while (taken.has(`${head}${number}`)) number += 1
  return `${head}${number}`
}
