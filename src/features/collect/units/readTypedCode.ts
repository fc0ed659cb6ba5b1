/**
 * A code of GB/T 2260 as people type or paste it: six digits, or the twelve of the statistical code, whose first six are the county.
 * null: left empty, the code is unknown.
 * @example readTypedCode('４４５３８１') // '445381'
 */
export function readTypedCode(typed: string): string | null | 'not-a-code' {
  const text = typed.normalize('NFKC').replace(/\s+/g, '')
  if (text === '') return null
  return /^[1-9]\d{5}(?:\d{6})?$/.test(text) ? text.slice(0, 6) : 'not-a-code'
}
