import { textsOf, type FoundText } from '#core/rubric/language/textsOf'
import { withEnglish } from '#core/rubric/language/withEnglish'
import type { RubricItem } from '#core/rubric/rubric'
import { writeLines } from '#core/tables/rubricSheet/writeRule'

/** These two have columns of their own. */
const ownColumns = ['name', 'guidance']

/**
 * The English of an item's rule, variants, conditions, bases and examples as lines "text | English", each text once, in the order in
 * which they stand. Once there is any, texts without are listed too, to be filled in. A text that stands in several places has a line for
 * each where its English differs.
 * @example writeEnglish(item) // "有具体事项 | Specific matters\n提及 | "
 */
export function writeEnglish(item: RubricItem): string {
  const places = placesByText(item)
  if ([...places.values()].flat().every(({ english }) => english === null)) return ''
  return writeLines([...places].flatMap(([text, found]) => {
    const english = found.map((each) => each.english ?? undefined)
    const lines = english.every((each) => each === english[0]) ? english.slice(0, 1) : english
    return lines.length === 1 && lines[0] === undefined && text.trim() === '' ? [] : lines.map((each) => [text, each])
  }))
}

type Line = { readonly parts: readonly string[] }

/** The item with the English of these lines; lines that fit no text are given back, so that nothing gets lost unseen. */
export function readEnglish<L extends Line>(item: RubricItem, lines: readonly L[]): { readonly item: RubricItem; readonly unread: readonly L[] } {
  const places = placesByText(item)
  const linesOf = new Map<string, L[]>()
  for (const line of lines) linesOf.set(line.parts[0] ?? '', [...(linesOf.get(line.parts[0] ?? '') ?? []), line])
  const unread: L[] = []
  let translated = item
  for (const [text, own] of linesOf) {
    const found = places.get(text) ?? []
    const fits = own.every(({ parts }) => parts.length <= 2) && (own.length === 1 ? found.length > 0 : own.length === found.length)
    if (!fits) unread.push(...own)
    else found.forEach(({ path }, index) => { translated = withEnglish(translated, path, (own[index] ?? own[0])?.parts[1] ?? null) })
  }
  return { item: translated, unread }
}

/** Places of one text in an order that does not depend on that of the fields, which differs between a file and a sheet. */
function placesByText(item: RubricItem): Map<string, FoundText[]> {
  const places = new Map<string, FoundText[]>()
  for (const found of textsOf(item, ownColumns)) places.set(found.text, [...(places.get(found.text) ?? []), found])
  for (const found of places.values()) found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return places
}

function orderOf({ path }: FoundText): string {
  return path.map((step) => (typeof step === 'number' ? String(step).padStart(9, '0') : step)).join('.')
}
