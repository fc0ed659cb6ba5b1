import { comparePoints, dividePoints, multiplyPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import { severalAtOnce } from '#core/rubric/proposal/readStatement'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Amount, Statement } from '#core/rubric/proposal/statement'
import type { Rule } from '#core/rubric/rubric'

/** A statement and the sentence it stands in; phrases without an amount have been joined to the amount behind them. */
export interface Placed {
  readonly statement: Statement
  readonly sentence: number
}

/** What the statements are composed for. */
export interface Item {
  readonly full: Points
  /** The standard as it was given. */
  readonly standard: string
}

/** A rule made of statements. Statements that are not in `used` are left over. */
export interface Composition {
  readonly rule: Rule
  readonly used: ReadonlySet<Statement>
  readonly reasons: readonly ProposalReason[]
}

const unusual = /加倍|翻倍|双倍|折半|取高|就高|从高|不重复|不累计|以此类推|依此类推|依次类推|逐次|递增|递减|在此基础上|除外|视同|折算|折合|第[一二三四五六七八九\d]{1,2}次|首次|再次|连续|超出部分|其中|否决|扣|不了解|不清楚|分别|各$|各自|每[日天](?!$)|\d分(?!以上|以下|及|含|[-~至到(]|之间|钟)/

const range = /\d{1,3}分?[-~至到]\d{1,3}分/g

/** Points of an amount for these full marks. */
export function pointsOfAmount(amount: Amount, full: Points): Points {
  switch (amount.kind) {
    case 'full': return full
    case 'zero': return zeroPoints
    case 'points': return pointsOf(amount.decimal)
    case 'share': return dividePoints(multiplyPoints(full, pointsOf(amount.percent)), pointsOf(100))
  }
}

/** As a rubric holds it. A value without a finite decimal of at most six places cannot be a proposal. */
export function decimalOf(points: Points): number | null {
  const written = writeExact(points)
  return written.includes('/') ? null : Number(written)
}

/** What in the wording of a condition asks for a second look; `each`: its amount counts for every event. */
export function doubtsOfWording({ condition, each }: { readonly condition: string; readonly each: boolean }): ProposalReason[] {
  const several = severalAtOnce(condition)
  const word = unusual.exec(condition.replace(range, ''))
  return [
    ...(several === null ? [] : [{ kind: 'several-at-once', text: several } as const]),
    ...(word === null ? [] : [{ kind: 'unusual-word', word: word[0] } as const]),
    // 每 that was not taken for events: so much a quarter, or for each of them?
    ...(!each && condition.includes('每') ? [{ kind: 'unusual-word', word: '每' } as const] : []),
  ]
}

/** Of an amount: a bare percentage does not say what it is a share of. */
export function doubtsOfAmount(amount: Amount): ProposalReason[] {
  return amount.kind === 'share' && !amount.ofItem ? [{ kind: 'percent-of-what' }] : []
}

/** Whether an amount gives the full marks, in words or as the same number. */
export function isFull(amount: Amount, full: Points): boolean {
  return comparePoints(pointsOfAmount(amount, full), full) === 0
}

export function statementsOf<K extends Statement['kind']>(placed: readonly Placed[], ...kinds: readonly K[]): Extract<Statement, { readonly kind: K }>[] {
  return placed.flatMap(({ statement }) => ((kinds as readonly string[]).includes(statement.kind) ? [statement as Extract<Statement, { readonly kind: K }>] : []))
}

/** Short enough for the name of a level or an element; the whole wording goes into the criterion. */
export function labelOf(condition: string): string {
  return condition.length <= 24 ? condition : `${condition.slice(0, 23)}…`
}

/** 否则 and its like: whatever the cases before it leave. */
export const otherwise = /^(?:否则|反之|其余|其他|其它|余下|之后|此后|逾期|未达到的?|达不到的?|不符合的?|未达标的?|不达标的?)(?:情形|情况|的情况|单位|名次|的|报送的?|报送)?$/
