/**
 * Length of a text as the method counts it: characters that are no white space, a surrogate pair being one. Source: METHOD §6A.29.
 * @example lengthOfText('甲 乙\n丙') // 3
 */
export function lengthOfText(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

/**
 * The same for a stretch of a text.
 * @example countCharacters('甲 乙\n丙', 2, 5) // 2
 */
export function countCharacters(text: string, start: number, end: number): number {
  return lengthOfText(text.slice(start, end))
}
