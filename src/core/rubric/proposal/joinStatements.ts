import type { Placed } from '#core/rubric/proposal/composition'
import { isEach, readStatement } from '#core/rubric/proposal/readStatement'
import { splitStandard } from '#core/rubric/proposal/splitStandard'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'

type Open = StatementOf<'open'>

/** Words that say something about points; a phrase with one of them must be understood by itself. */
const scoring = /分(?!管|析|工|类|级|布|配|别|解|局|包|支|担|清|期|批|散|歧|流|区|享|会)|扣|否决|加倍|折|%|减/
const betweenLimits = /之间|其间|期间|\d%?[-~至到]\d/

/**
 * The statements of a folded standard in order. Phrases without an amount are conditions of the amount that follows in their sentence
 * ("未按要求备案的,每件扣1分"); a requirement that opens the standard belongs to the amount of the next sentence.
 */
export function joinStatements(text: string): Placed[] {
  const sentences = splitStandard(text).map((phrases) => phrases.map(readStatement))
  const placed: Placed[] = []
  let waiting: Open[] = []
  sentences.forEach((statements, sentence) => {
    for (const statement of statements) {
      if (statement.kind === 'open') waiting.push(statement)
      else {
        const joined = join(waiting, statement)
        // What cannot take the waiting phrases leaves them as they are.
        if (joined === statement) placed.push(...waiting.map((open) => ({ statement: open, sentence })))
        placed.push({ statement: joined, sentence })
        waiting = []
      }
    }
    // Only a requirement at the very beginning waits for the next sentence.
    const opens = placed.length === 0 && waiting.every((open) => !scoring.test(open.condition))
    if (!opens) {
      placed.push(...waiting.map((open) => ({ statement: open, sentence })))
      waiting = []
    }
  })
  placed.push(...waiting.map((open) => ({ statement: open, sentence: sentences.length })))
  return placed
}

function join(waiting: readonly Open[], statement: Statement): Statement {
  if (waiting.length === 0) return statement
  const conditions = waiting.map((open) => open.condition)
  const phrases = [...waiting.flatMap((open) => open.phrases), ...statement.phrases]
  switch (statement.kind) {
    case 'gain':
    case 'lose': {
      const condition = [...conditions, statement.condition].filter((part) => part !== '').join(',')
      // "每被通报一次,扣2分": the amount stands alone, the event before the comma.
      const each = statement.each || (statement.condition === '' && isEach(statement.kind, conditions.at(-1) ?? ''))
      return { ...statement, condition, each, phrases }
    }
    case 'discretion':
    case 'remark': return { ...statement, phrases }
    case 'proportion': return conditions.every((condition) => betweenLimits.test(condition) || condition.length <= 20)
      ? { ...statement, between: statement.between || conditions.some((condition) => betweenLimits.test(condition)), phrases }
      : statement
    default: return statement
  }
}
