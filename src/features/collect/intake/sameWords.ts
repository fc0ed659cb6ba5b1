import type { ReportProposal } from '#core/text/reportProposal'

const known = new WeakMap<ReportProposal, string>()

/**
 * A key that two texts share when they have the same words, whatever blanks and line breaks their formats put between them: the Word file and
 * the web page of one report. Texts of one key are still to be compared (haveSameWords): the key is short, not proof.
 */
export function wordsKey(proposal: ReportProposal): string {
  const standing = known.get(proposal)
  if (standing !== undefined) return standing
  const words = wordsOf(proposal)
  let hash = 0
  for (let at = 0; at < words.length; at += 1) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0
  const key = `${words.length} ${hash}`
  known.set(proposal, key)
  return key
}

export function haveSameWords(a: ReportProposal, b: ReportProposal): boolean {
  return a.textHash === b.textHash || wordsOf(a) === wordsOf(b)
}

function wordsOf({ text }: ReportProposal): string {
  return text.replace(/\s/g, '')
}
