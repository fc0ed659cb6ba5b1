import type { Rubric } from '#core/rubric/rubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'

/** Rubrics that come with the program, loaded when one is chosen. */
export const shippedRubrics: readonly { readonly key: string; readonly load: () => Promise<Rubric> }[] = [
  { key: 'annual-report-quality', load: async () => sound((await import('#rubrics/annual-report-quality.json')).default) },
]

/** A shipped rubric that is unsound cannot happen: tests/rubrics parses every one. */
function sound(value: unknown): Rubric {
  const parsed = parseSoundRubric(value)
  if (!parsed.ok) throw new Error('a shipped rubric is unsound')
  return parsed.value
}
