import { pointsOf, writeExact, zeroPoints } from '#core/points'
import type { VetoRule } from '#core/rubric/rubric'
import { gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R14 一票否决: brings no points of its own; its effect on the total, the place and the band is settleTotal's. Not found: does not
 * apply. While it is pending the unit has no place. Source: METHOD §4, §6A.20.
 */
export function scoreVeto(rule: VetoRule, applies: boolean): RuleResult {
  if (typeof applies !== 'boolean') return refuses({ kind: 'unknown-choice', choice: String(applies) })
  if (!applies) return gives(zeroPoints, '—')
  if (rule.effect.kind === 'zero') return gives(zeroPoints, '→ 0')
  return gives(zeroPoints, rule.effect.kind === 'capTotal' ? `≤ ${writeExact(pointsOf(rule.effect.at))}` : '!')
}
