/**
 * Length of a text as the method counts it: characters that are no white space, a surrogate pair being one. Source: METHOD §6A.29.
 * @example lengthOfText('甲 乙\n丙') // 3
 */
export function lengthOfText(text: string): number {
  return [...text.replace(/\s/g, '')].length
}
