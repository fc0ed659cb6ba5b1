import type { SoundnessProblem } from '#core/rubric/rubricProblem'
import { fieldPath } from '#core/rubric/shape'

/** English beside texts that are not there: it would be shown nowhere and get lost in a spreadsheet. */
export function checkEnglish(value: unknown, path: string, problems: SoundnessProblem[]): void {
  if (Array.isArray(value)) {
    value.forEach((entry, index) => checkEnglish(entry, `${path}[${index}]`, problems))
    return
  }
  if (typeof value !== 'object' || value === null) return
  const holder = value as Readonly<Record<string, unknown>>
  for (const [name, field] of Object.entries(holder)) {
    if (name !== 'en') checkEnglish(field, fieldPath(path, name), problems)
    else if (typeof field === 'object' && field !== null) {
      for (const text of Object.keys(field)) {
        if (typeof holder[text] !== 'string') problems.push({ kind: 'translates-nothing', path: fieldPath(fieldPath(path, 'en'), text) })
      }
    }
  }
}
