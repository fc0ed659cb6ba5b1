import { checkRubric } from '#core/rubric/checkRubric'
import { placedNodes, placeOfPath, type NodePlace } from '#core/rubric/edit/nodePlace'
import { isUntranslated, placesOfNodes, textsOf } from '#core/rubric/language/textsOf'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { isCueOfYear, parseCue } from '#core/search/parseCue'

/** Something that an owner should look at; `place` is the node it leads to. */
export type Finding =
  /** Forbids adoption. */
  | { readonly severity: 'error'; readonly place: NodePlace; readonly problem: RubricProblem }
  /** Allowed, but seldom meant. */
  | { readonly severity: 'warning'; readonly place: NodePlace; readonly kind: 'short-guidance' | 'no-cue-words' | 'no-basis' | 'basis-unchecked' | 'partly-translated' }

/** Guidance under so many characters does not let two strangers score alike. */
const shortGuidance = 10

/**
 * All that parseSoundRubric would refuse, and warnings. Unlike it, soundness is asked even while words are missing, as long as
 * nothing worse is wrong: an owner who is typing wants to see that the points do not add up.
 */
export function draftFindings(rubric: Rubric): Finding[] {
  const parsed = parseRubric(rubric)
  const problems: RubricProblem[] = [...(parsed.ok ? [] : parsed.problem), ...checkRubric(rubric)]
  return [...problems.map((problem): Finding => ({ severity: 'error', place: placeOfPath(problem.path), problem })), ...warningsOf(rubric), ...untranslated(rubric)]
}

function warningsOf(rubric: Rubric): Finding[] {
  return placedNodes(rubric).flatMap(({ place, node, section }): Finding[] => {
    if (node.kind === 'group') return []
    const length = node.guidance.replace(/\s/g, '').length
    const found: Finding[] = []
    if (length > 0 && length < shortGuidance) found.push({ severity: 'warning', place, kind: 'short-guidance' })
    // What the program counts shows its own places.
    if (section === 'base' && node.cueWords.length === 0 && node.measure === undefined) found.push({ severity: 'warning', place, kind: 'no-cue-words' })
    if (node.basis.length === 0) found.push({ severity: 'warning', place, kind: 'no-basis' })
    else if (node.basis.some((reference) => !reference.checked)) found.push({ severity: 'warning', place, kind: 'basis-unchecked' })
    return found
  })
}

/** Where English is missing, once the owner has begun with it: the rubric itself and its nodes, each without what lies below. */
function untranslated(rubric: Rubric): Finding[] {
  const all = textsOf(rubric)
  if (all.every(({ english }) => english === null)) return []
  const own = [
    { place: '' as NodePlace, texts: textsOf(rubric, placesOfNodes) },
    ...placedNodes(rubric).map(({ place, node }) => ({ place, texts: textsOf(node, ['children']) })),
  ]
  return own.flatMap(({ place, texts }): Finding[] => (texts.some(isUntranslated) ? [{ severity: 'warning', place, kind: 'partly-translated' }] : []))
}

/**
 * Cues of which no word and no synonym occurs in any of the texts, item by item. White space in the texts is passed over. With a report
 * year, cues for other years are not asked for.
 */
export function absentCueWords(rubric: Rubric, texts: readonly string[], year: number | null = null): { readonly place: NodePlace; readonly words: readonly string[] }[] {
  const dense = texts.map((text) => text.replace(/\s/g, ''))
  const known = new Map<string, boolean>()
  const occurs = (word: string): boolean => {
    const sought = word.replace(/\s/g, '')
    if (!known.has(sought)) known.set(sought, dense.some((text) => text.includes(sought)))
    return known.get(sought) as boolean
  }
  const isAbsent = (written: string): boolean => {
    const cue = parseCue(written)
    return (year === null || isCueOfYear(cue, year)) && !cue.words.some(occurs)
  }
  return placedNodes(rubric).flatMap(({ place, node }) => {
    const words = node.kind === 'item' ? node.cueWords.filter(isAbsent) : []
    return words.length > 0 ? [{ place, words }] : []
  })
}
