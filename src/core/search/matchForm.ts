/**
 * The form in which texts are matched, of the same length: full-width ASCII as half-width, the ideographic space as a space, A–Z as a–z.
 * @example matchForm('ＡＢ，C') // 'ab,c'
 */
export function matchForm(text: string): string {
  return text.replace(/[A-Z\u3000\uff01-\uff5e]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code === 0x3000 ? 0x20 : code >= 0xff01 ? code - 0xfee0 : code).toLowerCase()
  })
}
