import { textsOf } from '#core/rubric/language/textsOf'
import { withEnglish } from '#core/rubric/language/withEnglish'
import type { Rubric } from '#core/rubric/rubric'

/** The rubric with English beside every text that is not empty, told apart by a number: "English 1", "English 2", … */
export function withEnglishEverywhere(rubric: Rubric): Rubric {
  return textsOf(rubric).filter(({ text }) => text.trim() !== '').reduce((translated, { path }, index) => withEnglish(translated, path, `English ${index + 1}`), rubric)
}
