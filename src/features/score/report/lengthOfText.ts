/** Length as METHOD §6A.29 counts it: characters that are no white space, a surrogate pair being one. */
export function lengthOfText(text: string): number {
  return [...text.replace(/\s/g, '')].length
}
