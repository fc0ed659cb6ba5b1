import { readFileSync } from 'node:fs'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric, RubricItem } from '#core/rubric/rubric'

/** A shipped rubric, read from its file; the whole list of problems is the message when it is unsound. */
export function loadShipped(key: string): Rubric {
  const parsed = parseSoundRubric(JSON.parse(readFileSync(`rubrics/${key}.json`, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}

/** Bonus, negative list and vetoes, in this order. */
export function itemsOutside(rubric: Rubric): RubricItem[] {
  return [...(rubric.bonus?.items ?? []), ...(rubric.negative?.items ?? []), ...(rubric.vetoes ?? [])]
}
