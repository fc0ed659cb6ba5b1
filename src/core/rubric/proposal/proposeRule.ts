import { comparePoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import { checkRule } from '#core/rubric/checkRule'
import { composeCount } from '#core/rubric/proposal/composeCount'
import { composeDeduct } from '#core/rubric/proposal/composeDeduct'
import { composeGains } from '#core/rubric/proposal/composeGains'
import { composeJudge, makeJudge } from '#core/rubric/proposal/composeJudge'
import { composeRank } from '#core/rubric/proposal/composeRank'
import { composeRatio } from '#core/rubric/proposal/composeRatio'
import { composeShortfall } from '#core/rubric/proposal/composeShortfall'
import { composeTimeliness } from '#core/rubric/proposal/composeTimeliness'
import { isFull, pointsOfAmount, statementsOf, type Composition, type Item, type Placed } from '#core/rubric/proposal/composition'
import { foldStandard, type FoldedStandard } from '#core/rubric/proposal/foldStandard'
import { joinStatements } from '#core/rubric/proposal/joinStatements'
import type { ProposalReason, RuleProposal, Span } from '#core/rubric/proposal/ruleProposal'
import type { Phrase } from '#core/rubric/proposal/splitStandard'
import type { Statement } from '#core/rubric/proposal/statement'
import type { Rule } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

export const longestStandard = 5_000

/**
 * Reads the wording of one scoring standard into a proposed rule for an item with these full marks (METHOD §4, R1–R11, R15).
 *
 * `sure` only if every clause was used, nothing was assumed, and the rule is sound and reaches the full marks exactly. What is not
 * understood becomes a judge rule with the standard word for word. A standard of more than 5,000 characters is not read. Never throws.
 * @example proposeRule('每少一次扣0.3分,累计不超过1.2分', 1.2) // deduct, one cause of 0.3 an event, cap 1.2; sure
 */
export function proposeRule(standard: string, full: number): RuleProposal {
  const refused = refusal(standard, full)
  if (refused !== null) return notUnderstood({ standard, full: Number.isFinite(full) && full > 0 ? pointsOf(full) : pointsOf(1) }, refused)
  const folded = foldStandard(standard)
  const item: Item = { standard, full: pointsOf(full) }
  const { placed, stated } = takeStatedFull(joinStatements(folded.text), item.full)
  const composed = compose(placed, item)
  if (composed === null) {
    const mixed = statementsOf(placed, 'gain', 'lose', 'rank', 'proportion', 'discretion').length > 1
    return notUnderstood(item, mixed ? { kind: 'mixed' } : { kind: 'nothing-understood' })
  }
  return weigh(composed, placed, stated, item, folded)
}

function refusal(standard: string, full: number): ProposalReason | null {
  if (!Number.isFinite(full) || full <= 0) return { kind: 'full-not-positive' }
  if (standard.length > longestStandard) return { kind: 'too-long', limit: longestStandard }
  return /\S/.test(standard) ? null : { kind: 'empty' }
}

function notUnderstood(item: Item, reason: ProposalReason): RuleProposal {
  return { rule: makeJudge(item), confidence: 'not-understood', understood: [], leftOver: item.standard.trim(), reasons: [reason] }
}

/** "1.5分:…" or "(3分)" in front names the full marks again. */
function takeStatedFull(placed: readonly Placed[], full: Points): { placed: readonly Placed[]; stated: { statement: Statement; differs: string | null } | null } {
  const first = placed[0]?.statement
  if (first?.kind !== 'gain' || first.condition !== '' || first.each || first.amount.kind !== 'points' || placed.length === 1) return { placed, stated: null }
  const differs = isFull(first.amount, full) ? null : writeExact(pointsOfAmount(first.amount, full))
  return { placed: placed.slice(1), stated: { statement: first, differs } }
}

/** The most telling words first: places, proportions and discretion say of themselves what they are. */
function compose(placed: readonly Placed[], item: Item): Composition | null {
  if (statementsOf(placed, 'rank').length > 0) return composeRank(placed, item)
  // Places in a wording that readRank does not know must not pass for events.
  if (statementsOf(placed, 'gain', 'lose').some(({ condition }) => /倒数|名次|第[一二三四五六七八九十\d]{1,3}(?:名|位)|每(?:进|前进|提升|上升|后移|下降|落后)(?:一|1)个?(?:名|位)/.test(condition))) return null
  if (statementsOf(placed, 'discretion').length > 0) return composeJudge(placed, item)
  if (statementsOf(placed, 'proportion').length > 0) return composeRatio(placed, item)
  const reference = statementsOf(placed, 'reference')[0]
  if (reference !== undefined) return { rule: { kind: 'reference', label: reference.label, full: 100 }, used: new Set<Statement>([reference]), reasons: [{ kind: 'full-assumed' }] }
  const timely = composeTimeliness(placed, item)
  if (timely !== null) return timely
  if (statementsOf(placed, 'lose').length > 0) return composeShortfall(placed, item) ?? composeDeduct(placed, item)
  return composeCount(placed, item) ?? composeGains(placed, item)
}

function weigh(composed: Composition, placed: readonly Placed[], stated: ReturnType<typeof takeStatedFull>['stated'], item: Item, folded: FoldedStandard): RuleProposal {
  const used = new Set<Statement>(composed.used)
  for (const { statement } of placed) if (statement.kind === 'remark') used.add(statement)
  const left = placed.map(({ statement }) => statement).filter((statement) => !used.has(statement))
  if (stated !== null) used.add(stated.statement)
  const unsound = unsoundness(composed.rule, item.full)
  const reasons: ProposalReason[] = [
    ...composed.reasons,
    ...(stated?.differs ? [{ kind: 'full-differs', stated: stated.differs } as const] : []),
    ...(left.length > 0 ? [{ kind: 'left-over' } as const] : []),
    ...(unsound.length > 0 ? [{ kind: 'not-sound', problems: unsound } as const] : []),
  ]
  const distinct = reasons.filter((reason, index) => reasons.findIndex((other) => JSON.stringify(other) === JSON.stringify(reason)) === index)
  return {
    rule: composed.rule,
    confidence: distinct.every((reason) => reason.kind === 'names-missing') ? 'sure' : 'doubtful',
    understood: spansOf([...used].flatMap((statement) => statement.phrases), folded),
    leftOver: spansOf(left.flatMap((statement) => statement.phrases), folded).map(({ start, end }) => item.standard.slice(start, end)).join('\n'),
    reasons: distinct,
  }
}

function unsoundness(rule: Rule, full: Points): string[] {
  const problems: SoundnessProblem[] = []
  if (comparePoints(full, zeroPoints) > 0) checkRule(rule, full, 'rule', problems)
  return problems.map((problem) => problem.kind)
}

function spansOf(phrases: readonly Phrase[], { offsets }: FoldedStandard): Span[] {
  return phrases
    .map(({ start, end }) => ({ start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }))
    .sort((a, b) => a.start - b.start)
}
