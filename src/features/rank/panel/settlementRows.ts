import type { ItemScoreNode, ScoreTree, SourceScoreNode, SourcesScore, VetoNode } from '#core/aggregation/scoreTree'
import type { Settlement } from '#core/aggregation/settleTotal'
import { equalPoints, formatPoints, subtractPoints, sumPoints, writeExact, zeroPoints, pointsOf, type Points } from '#core/points'
import type { VetoEffect } from '#core/rubric/rubric'
import type { Speak } from '../problems'

/** One step from the base to the total. */
export interface SettlementRow {
  /** Name of the own items as a source; the other kinds are called what they are. */
  readonly label?: string
  readonly kind: 'own' | 'sources' | 'base' | 'bonus' | 'negative' | 'floor' | 'veto' | 'total'
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

/** How a unit's total follows from its sources and its base; null where the rubric has the own items only, or there is no total. */
export function settlementOf(t: Speak, tree: ScoreTree, decimals: number): { readonly rows: readonly SettlementRow[]; readonly formula: string } | null {
  const hasAfter = tree.bonus.length + tree.negative.length + tree.vetoes.length > 0
  if (!tree.settled || (!hasAfter && !tree.sources)) return null
  const { low, high } = tree.settled
  const { own, sources } = tree
  const rows: SettlementRow[] = [
    { kind: 'own', label: sources?.label ?? '', amount: own ? both(show(own.low), show(own.high)) : '', words: sources ? t('rank.panel.weight', { weight: writeExact(sources.weight) }) : '', items: [] },
    { kind: 'sources', amount: '', words: '', items: sources?.items.map(sourceItem) ?? [] },
    { kind: 'base', amount: range((end) => show(end.base)), words: '', items: [] },
    { kind: 'bonus', amount: range((end) => signed(end.bonus)), words: bonusWords(), items: recorded(tree.bonus, '+') },
    { kind: 'negative', amount: range((end) => signed(subtractPoints(zeroPoints, end.negative))), words: negativeWords(), items: recorded(tree.negative, '−') },
    { kind: 'floor', amount: range((end) => signed(end.floor)), words: '', items: [] },
    { kind: 'veto', amount: range((end) => signed(end.veto)), words: vetoWords(), items: tree.vetoes.filter(({ applies, state }) => applies || state === 'pending').map(vetoItem) },
    { kind: 'total', amount: range((end) => show(end.total)), words: '', items: [] },
  ]
  const hasParts = { own: sources !== null, sources: sources !== null, base: true, total: hasAfter, bonus: tree.bonus.length > 0, negative: tree.negative.length > 0, floor: low.floor.numerator > 0n, veto: tree.vetoes.length > 0 }
  return { rows: rows.filter(({ kind }) => hasParts[kind]), formula: [...(sources ? [formulaOfSources(sources)] : []), ...(hasAfter ? [formulaOf(low)] : [])].join(t('rank.panel.formulaThen')) }

  function range(read: (end: Settlement) => string): string {
    return both(read(low), read(high))
  }

  function both(from: string, to: string): string {
    return from === to ? from : t('rank.range', { low: from, high: to })
  }

  /** What a source came to, out of what, at which weight; a state in words, with its range where one is known. */
  function sourceItem({ id, name, points, range: held, state, full, weight }: SourceScoreNode): SettlementItem {
    const result = points ? show(points) : t(`ui.itemState.${state}`) + (held && state === 'pending' ? ` ${both(show(held.low), show(held.high))}` : '')
    return { id, name, result: t('rank.panel.sourceResult', { result, full: writeExact(full), weight: writeExact(weight) }) }
  }

  /** full × Σ w × s ÷ its full, ÷ Σ w, with the values of the low end. */
  function formulaOfSources({ weight, items }: SourcesScore): string {
    const applying = items.flatMap((item) => (item.range ? [{ weight: item.weight, score: item.range.low, full: item.full }] : []))
    const all = [{ weight, score: own?.low ?? zeroPoints, full: tree.full }, ...applying]
    const terms = all.map((term) => `${writeExact(term.weight)} × ${show(term.score)} ÷ ${writeExact(term.full)}`)
    return `${writeExact(tree.full)} × (${terms.join(' + ')}) ÷ ${writeExact(sumPoints(all.map((term) => term.weight)))} = ${show(low.base)}`
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
