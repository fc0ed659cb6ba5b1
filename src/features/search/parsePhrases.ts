import { matchForm } from '#core/text/matchForm'

/** More than these are no question any more; what is longer is cut. */
export const mostPhrases = 6
export const longestPhrase = 100

/**
 * What was typed as exact phrases, each once: blanks of either width part them, straight quotation marks hold one together. Marks of
 * Chinese print (“放管服”改革) are searched for like any other character. Phrases that differ in width or case only are the same one.
 * @example parsePhrases('“放管服”改革 "出庭 应诉"') // ['“放管服”改革', '出庭 应诉']
 */
export function parsePhrases(typed: string): string[] {
  const phrases: string[] = []
  let rest = typed.trimStart()
  while (rest !== '' && phrases.length < mostPhrases) {
    const held = /^["＂]([^"＂]*)(?:["＂]|$)/.exec(rest)
    const whole = held?.[0] ?? /^[^\s"＂]+/.exec(rest)![0]
    const phrase = (held?.[1] ?? whole).slice(0, longestPhrase)
    rest = rest.slice(whole.length).trimStart()
    if (phrase.trim() !== '' && !phrases.some((known) => matchForm(known) === matchForm(phrase))) phrases.push(phrase)
  }
  return phrases
}
