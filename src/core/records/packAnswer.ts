import { aDay } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import type { CalendarDay } from '#core/calendarDay'
import type { Answer } from '#core/scoring/answer'
import { assertNever } from '#core/brand'

/**
 * An answer as a short string: a letter for its kind, then its content. Equal answers give equal strings (keys in code unit
 * order); numbers keep their shortest notation, −0 becomes 0. Control characters, % ; = are written %hh, so that packed answers
 * can be joined by U+001F. Missing is no answer and has no packed form: columns hold '' there.
 * @example packAnswer({ kind: 'ratio', numerator: 3, denominator: 4 }) // 'R3;4'
 * @example packAnswer({ kind: 'checklist', marks: { a: 1.5, b: 'notApplicable' } }) // 'C;a=1.5;b=x'
 */
export function packAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'level':
      return `L${escape(answer.level)}`
    case 'passFail':
      return 'date' in answer ? `D${answer.date}` : answer.passed ? 'P1' : 'P0'
    case 'checklist':
      return `C${packPairs(answer.marks)}`
    case 'deduct':
      return `X${packPairs(answer.events)}`
    case 'ratio':
      return `R${answer.numerator};${answer.denominator}`
    case 'count':
      return `N${packPairs(answer.events)}`
    case 'interval':
      return `I${answer.value}`
    case 'itemMean':
      return `M${answer.marks.map((id) => `;${escape(id)}`).join('')}`
    case 'judge':
      return `J${answer.points}`
    case 'timeliness':
      return 'date' in answer ? `T${answer.date}` : 'T!'
    case 'byRank':
      return `K${answer.value}`
    case 'reference':
      if ('low' in answer) return `B${escape(answer.low)};${escape(answer.high)};${escape(answer.from)}`
      return 'exact' in answer ? `E${escape(answer.exact)};${escape(answer.from)}` : `F${answer.score}`
    case 'sources':
      return `S${packPairs(answer.scores)}`
    case 'scale':
      return `Q${answer.unknown}${packPairs(answer.counts)}`
    case 'negative':
      return `G${answer.events}`
    case 'veto':
      return answer.applies ? 'V1' : 'V0'
    default:
      return assertNever(answer)
  }
}

/** The answer that packs to this string; any other string is a problem. Answers are shared and must not be changed. */
export function unpackAnswer(packed: string): Result<Answer, RecordProblem> {
  const content = packed.slice(1)
  const answer = readContent(packed.charAt(0), content)
  return answer !== null && packAnswer(answer) === packed
    ? success(answer)
    : failure({ kind: 'invalid-record', record: 'answer', path: '', expected: `a packed answer, not ${JSON.stringify(packed.slice(0, 80))}` })
}

function readContent(letter: string, content: string): Answer | null {
  switch (letter) {
    case 'L':
      return { kind: 'level', level: unescape(content) }
    case 'P':
      return { kind: 'passFail', passed: content === '1' }
    case 'D':
      return isDay(content) ? { kind: 'passFail', date: content } : null
    case 'C':
      return withPairs(content, true, (marks) => ({ kind: 'checklist', marks }))
    case 'X':
      return withPairs(content, false, (events) => ({ kind: 'deduct', events: events as Record<string, number> }))
    case 'R':
      return readRatio(content)
    case 'N':
      return withPairs(content, false, (events) => ({ kind: 'count', events: events as Record<string, number> }))
    case 'I':
      return withNumber(content, (value) => ({ kind: 'interval', value }))
    case 'M':
      return { kind: 'itemMean', marks: content.split(';').slice(1).map(unescape) }
    case 'J':
      return withNumber(content, (points) => ({ kind: 'judge', points }))
    case 'T':
      if (content === '!') return { kind: 'timeliness', never: true }
      return isDay(content) ? { kind: 'timeliness', date: content } : null
    case 'K':
      return withNumber(content, (value) => ({ kind: 'byRank', value }))
    case 'F':
      return withNumber(content, (score) => ({ kind: 'reference', score }))
    case 'E':
      return readExactReference(content)
    case 'B':
      return readProvisionalReference(content)
    case 'S':
      return withPairs(content, true, (scores) => ({ kind: 'sources', scores }))
    case 'Q':
      return readScale(content)
    case 'G':
      return withNumber(content, (events) => ({ kind: 'negative', events }))
    case 'V':
      return { kind: 'veto', applies: content === '1' }
    default:
      return null
  }
}

function packPairs(pairs: Readonly<Record<string, number | 'notApplicable'>>): string {
  return Object.keys(pairs)
    .sort()
    .map((key) => `;${escape(key)}=${pairs[key] === 'notApplicable' ? 'x' : String(pairs[key])}`)
    .join('')
}

function withPairs(content: string, mayNotApply: boolean, make: (pairs: Record<string, number | 'notApplicable'>) => Answer): Answer | null {
  const pairs: [string, number | 'notApplicable'][] = []
  for (const part of content.split(';').slice(1)) {
    const cut = part.indexOf('=')
    if (cut < 0) return null
    const text = part.slice(cut + 1)
    const value = mayNotApply && text === 'x' ? 'notApplicable' : readNumber(text)
    if (value === null) return null
    pairs.push([unescape(part.slice(0, cut)), value])
  }
  // fromEntries defines fields of its own even for names such as __proto__.
  return make(Object.fromEntries(pairs))
}

function readRatio(content: string): Answer | null {
  const [first, second, ...rest] = content.split(';')
  const numerator = readNumber(first ?? '')
  const denominator = readNumber(second ?? '')
  return numerator === null || denominator === null || rest.length > 0 ? null : { kind: 'ratio', numerator, denominator }
}

function readExactReference(content: string): Answer | null {
  const [exact, from, ...rest] = content.split(';')
  return exact === undefined || from === undefined || rest.length > 0 ? null : { kind: 'reference', exact: unescape(exact), from: unescape(from) }
}

function readProvisionalReference(content: string): Answer | null {
  const [low, high, from, ...rest] = content.split(';')
  if (low === undefined || high === undefined || from === undefined || rest.length > 0) return null
  return { kind: 'reference', low: unescape(low), high: unescape(high), from: unescape(from) }
}

function readScale(content: string): Answer | null {
  const cut = content.indexOf(';')
  const unknown = readNumber(cut < 0 ? content : content.slice(0, cut))
  if (unknown === null) return null
  return withPairs(cut < 0 ? '' : content.slice(cut), false, (counts) => ({ kind: 'scale', counts: counts as Record<string, number>, unknown }))
}

function withNumber(content: string, make: (value: number) => Answer): Answer | null {
  const value = readNumber(content)
  return value === null ? null : make(value)
}

function readNumber(text: string): number | null {
  const value = Number(text)
  return text !== '' && Number.isFinite(value) && String(value) === text ? value : null
}

function isDay(text: string): text is CalendarDay {
  return aDay(text, '') === null
}

// eslint-disable-next-line no-control-regex
const special = /[\u0000-\u001f%;=]/g

function escape(text: string): string {
  return text.replace(special, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function unescape(text: string): string {
  return text.replace(/%([0-9a-f]{2})/g, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
