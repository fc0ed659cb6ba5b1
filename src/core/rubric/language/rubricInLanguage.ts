import type { Rubric } from '#core/rubric/rubric'

/**
 * The rubric to be read in this language: texts that have English are given in English, the others as they stand. For the eye only;
 * what is scored, hashed, stored or sent is the rubric as it was adopted. Ids, points and rules are the same; Chinese gives the rubric
 * itself.
 * @example rubricInLanguage(annualReportQuality, 'en').groups[0].name // 'Publication and form'
 */
export function rubricInLanguage(rubric: Rubric, language: string): Rubric {
  return language === 'en' ? (inEnglish(rubric) as Rubric) : rubric
}

/** Parts without English are given back as they are. */
function inEnglish(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = value.map(inEnglish)
    return entries.some((entry, index) => entry !== value[index]) ? entries : value
  }
  if (typeof value !== 'object' || value === null) return value
  const { en, ...own } = value as Readonly<Record<string, unknown>>
  const fields = Object.entries(own).map(([name, field]) => [name, inEnglish(field)] as const)
  if (en === undefined) return fields.some(([name, field]) => field !== own[name]) ? Object.fromEntries(fields) : value
  // A text that is not there is not made by its translation: no date label without one, say.
  const english = Object.entries(en as Readonly<Record<string, unknown>>).filter(([name, text]) => typeof own[name] === 'string' && text !== undefined)
  return { ...Object.fromEntries(fields), ...Object.fromEntries(english) }
}
