import type { ItemScoreNode, ScoreTree, VetoNode } from '#core/aggregation/scoreTree'
import type { Settlement } from '#core/aggregation/settleTotal'
import { equalPoints, formatPoints, subtractPoints, writeExact, zeroPoints, pointsOf, type Points } from '#core/points'
import type { VetoEffect } from '#core/rubric/rubric'
import type { Speak } from '../problems'

/** One step from the base to the total. */
export interface SettlementRow {
  readonly kind: 'base' | 'bonus' | 'negative' | 'floor' | 'veto' | 'total'
  /** "+4.00", "−2.00"; the two ends of the range where they differ. */
  readonly amount: string
  /** What decided it: gate, cap, effects of vetoes. */
  readonly words: string
  readonly items: readonly SettlementItem[]
}

export interface SettlementItem {
  readonly id: string
  readonly name: string
  readonly result: string
}

/** How a unit's total follows from its base; null where the rubric has nothing but the base, or there is no total. */
export function settlementOf(t: Speak, tree: ScoreTree, decimals: number): { readonly rows: readonly SettlementRow[]; readonly formula: string } | null {
  if (!tree.settled || tree.bonus.length + tree.negative.length + tree.vetoes.length === 0) return null
  const { low, high } = tree.settled
  const rows: SettlementRow[] = [
    { kind: 'base', amount: range((end) => show(end.base)), words: '', items: [] },
    { kind: 'bonus', amount: range((end) => signed(end.bonus)), words: bonusWords(), items: recorded(tree.bonus, '+') },
    { kind: 'negative', amount: range((end) => signed(subtractPoints(zeroPoints, end.negative))), words: negativeWords(), items: recorded(tree.negative, '−') },
    { kind: 'floor', amount: range((end) => signed(end.floor)), words: '', items: [] },
    { kind: 'veto', amount: range((end) => signed(end.veto)), words: vetoWords(), items: tree.vetoes.filter(({ applies, state }) => applies || state === 'pending').map(vetoItem) },
    { kind: 'total', amount: range((end) => show(end.total)), words: '', items: [] },
  ]
  const hasParts = { base: true, total: true, bonus: tree.bonus.length > 0, negative: tree.negative.length > 0, floor: low.floor.numerator > 0n, veto: tree.vetoes.length > 0 }
  return { rows: rows.filter(({ kind }) => hasParts[kind]), formula: formulaOf(low) }

  function range(read: (end: Settlement) => string): string {
    const [from, to] = [read(low), read(high)]
    return from === to ? from : t('rank.range', { low: from, high: to })
  }

  function bonusWords(): string {
    if (low.bonusSum.numerator === 0n && high.bonusSum.numerator === 0n) return tree.bonus.some(isRecorded) ? '' : t('rank.panel.none')
    const sum = show(low.bonusSum)
    if (low.gate === 'missed') return t('rank.panel.gateMissed', { sum })
    return equalPoints(low.bonus, low.bonusSum) ? '' : t('rank.panel.bonusCapped', { sum })
  }

  function negativeWords(): string {
    if (!tree.negative.some(isRecorded)) return t('rank.panel.none')
    return equalPoints(low.negative, low.negativeSum) ? '' : t('rank.panel.negativeSum', { sum: show(low.negativeSum) })
  }

  function vetoWords(): string {
    return tree.vetoes.some(({ applies, state }) => applies || state === 'pending') ? '' : t('rank.panel.none')
  }

  function recorded(items: readonly ItemScoreNode[], sign: string): SettlementItem[] {
    return items.filter(isRecorded).map(({ id, name, points, state }) => ({
      id, name, result: points ? (points.numerator > 0n ? sign : '') + show(points) : t(`ui.itemState.${state}`),
    }))
  }

  function vetoItem({ id, name, applies, effect }: VetoNode): SettlementItem {
    return { id, name, result: applies ? effectInWords(t, effect) : t('rank.panel.vetoPending') }
  }

  /** The formula with the values filled in, of the low end. */
  function formulaOf(end: Settlement): string {
    const named = { base: show(end.base), bonus: show(end.bonus), negative: show(end.negative), total: show(subtractPoints(end.total, end.veto)) }
    const before = t(end.floor.numerator > 0n ? 'rank.panel.formulaFloor' : 'rank.panel.formula', named)
    if (end.veto.numerator === 0n) return before
    const effect = tree.vetoes.filter(({ applies }) => applies).map((veto) => effectInWords(t, veto.effect)).join(t('rank.method.bandComma'))
    return t('rank.panel.formulaVeto', { before, effect, total: show(end.total) })
  }

  function show(points: Points): string {
    return formatPoints(points, decimals)
  }

  function signed(points: Points): string {
    if (points.numerator === 0n) return show(points)
    return points.numerator > 0n ? `+${show(points)}` : `−${show(subtractPoints(zeroPoints, points))}`
  }
}

function isRecorded({ state }: { readonly state: string }): boolean {
  return state !== 'unscored' && state !== 'notApplicable'
}

export function effectInWords(t: Speak, effect: VetoEffect): string {
  if (effect.kind === 'capTotal') return t('rank.panel.effect.capTotal', { at: writeExact(pointsOf(effect.at)) })
  return effect.kind === 'lowerBand' ? t('rank.panel.effect.lowerBand', { by: effect.by }) : t(`rank.panel.effect.${effect.kind}`)
}
