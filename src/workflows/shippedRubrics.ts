import type { Rubric } from '#core/rubric/rubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'

/** Rubrics that come with the program, in the order of the picker, each loaded when it is chosen. */
export const shippedRubrics: readonly { readonly key: string; readonly load: () => Promise<Rubric> }[] = [
  { key: 'annual-report-quality', load: async () => sound((await import('#rubrics/annual-report-quality.json')).default) },
  { key: 'law-based-government-2021', load: async () => sound((await import('#rubrics/law-based-government-2021.json')).default) },
  { key: 'county-annual-assessment', load: async () => sound((await import('#rubrics/county-annual-assessment.json')).default) },
  { key: 'case-file-review', load: async () => sound((await import('#rubrics/case-file-review.json')).default) },
  { key: 'accountability-report-review', load: async () => sound((await import('#rubrics/accountability-report-review.json')).default) },
  { key: 'public-satisfaction', load: async () => sound((await import('#rubrics/public-satisfaction.json')).default) },
]

/** A shipped rubric that is unsound cannot happen: tests/rubrics parses every one. */
function sound(value: unknown): Rubric {
  const parsed = parseSoundRubric(value)
  if (!parsed.ok) throw new Error('a shipped rubric is unsound')
  return parsed.value
}
