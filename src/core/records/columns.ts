import { packAnswer, unpackAnswer } from '#core/records/packAnswer'
import type { Answer } from '#core/scoring/answer'
import { itemStates } from '#core/scoring/itemState'
import type { ItemState } from '#core/scoring/itemState'

/** Joins the values of a column. Ids and packed answers never hold it. */
export const separator = '\u001f'

export function splitColumn(column: string, count: number): readonly string[] | null {
  if (count === 0) return column === '' ? [] : null
  const values = column.split(separator)
  return values.length === count ? values : null
}

/** Joined values, none of which holds the separator: ids are checked for control characters, packed answers escape them. */
export function joinColumn(values: readonly string[]): string {
  return values.join(separator)
}

/** Packed answers of a list of judgements, '' where there is none. */
export function packAnswers(judgements: readonly { readonly answer: Answer | null }[]): string[] {
  return judgements.map(({ answer }) => (answer === null ? '' : packAnswer(answer)))
}

export function stateDigit(state: ItemState): string {
  return digits[itemStates.indexOf(state)] as string
}

/** The state of the digit at `index`; undefined for anything else. */
export function stateAt(states: string, index: number): ItemState | undefined {
  return itemStates[states.charCodeAt(index) - 48]
}

/**
 * Reads packed answers; equal ones are read once and shared, since a project repeats few answers many times.
 * Undefined = not a packed answer.
 */
export function makeAnswerReader(): (packed: string) => Answer | null | undefined {
  const known = new Map<string, Answer | undefined>()
  return (packed) => {
    if (packed === '') return null
    const found = known.get(packed)
    if (found !== undefined || known.has(packed)) return found
    const result = unpackAnswer(packed)
    const answer = result.ok ? result.value : undefined
    if (known.size < 10_000) known.set(packed, answer)
    return answer
  }
}

const digits = '01234'
