/**
 * What tells one name from another to a reader: width, composition, blanks and characters that nobody sees do not. For comparing
 * only; names are kept and shown as typed.
 * @example plainName('甲县（新）') === plainName('甲县(新) ') // true
 */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '')
}
