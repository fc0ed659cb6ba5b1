/**
 * The decimal a person meant, as plain text: full-width digits and signs are narrowed, 。 and ． are the decimal point, thousands
 * separators go. '' for an empty field, null for what is no decimal (yet).
 * @example readDecimal('２。５') // '2.5'
 */
export function readDecimal(typed: string): string | null {
  const text = narrowDecimal(typed)
  if (text === '') return ''
  const parts = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!parts || (parts[2] === '' && (parts[3] ?? '') === '')) return null
  const whole = parts[2]!.replace(/^0+(?=\d)/, '') || '0'
  return `${parts[1]}${whole}${parts[3] ? `.${parts[3]}` : ''}`
}

/** The same characters in half width, nothing judged. */
export function narrowDecimal(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．｡]/g, '.')
    .replace(/[－−﹣–]/g, '-')
    .replace(/[\s\u3000,，]/g, '')
}
