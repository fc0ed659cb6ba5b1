import { sha256OfText } from '#core/digest/sha256OfText'
import type { Sha256 } from '#core/ids'
import { canonicalJson } from '#core/rubric/canonicalJson'
import type { Rubric } from '#core/rubric/rubric'

/**
 * The two names of a rubric: SHA-256 of its canonical JSON.
 *
 * `hash` is its identity: any change of content, wording included, gives another. Only `$schema`, an aid of editors, is left out.
 * `structureHash` leaves out every wording and stays when a rubric is only reworded or its legal basis brought up to date: results
 * under equal structure hashes are comparable from year to year (METHOD §6). Ids, points, rules, their numbers and days, the order
 * of nodes, weights, variants, bonus, negative list, vetoes and whether 不适用 is allowed are structure; settled examples and
 * consistency rules, which change no number, are not. Neither depends on the order of keys in the file.
 */
export function hashRubric(rubric: Rubric): { readonly hash: Sha256; readonly structureHash: Sha256 } {
  const content = { ...rubric, $schema: undefined }
  return { hash: sha256OfText(canonicalJson(content)), structureHash: sha256OfText(canonicalJson(structureOf(content))) }
}

/**
 * Fields that hold words for people, or that change no number. `measure` is both: what the x of an interval is, in words, and what the
 * program counts for an item and a person confirms. A field not named here counts as structure: forgetting one can only be too strict.
 */
export const wordingFields: ReadonlySet<string> = new Set([
  'version', 'name', 'summary', 'bases', 'basis', 'guidance', 'cueWords', 'criterion', 'label', 'dateLabel', 'measure', 'subItem',
  'numerator', 'denominator', 'examples', 'consistency', 'en',
])

function structureOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structureOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => !wordingFields.has(name) && field !== undefined)
      // The condition of 不适用 is wording; that there is one is structure.
      .map(([name, field]) => [name, name === 'notApplicable' ? true : structureOf(field)]),
  )
}
