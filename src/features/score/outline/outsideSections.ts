import type { ItemScoreNode, ScoreTree, SourceScoreNode, VetoNode } from '#core/aggregation/scoreTree'
import type { Settlement } from '#core/aggregation/settleTotal'
import type { ItemId } from '#core/ids'
import { equalPoints, formatPoints, pointsOf, writeExact, type Points } from '#core/points'
import type { Rubric } from '#core/rubric/rubric'
import type { ItemState } from '#core/scoring/itemState'
import { effectWords } from '#features/score/card/ruleWords'

type Translate = (key: string, values?: Record<string, unknown>) => string

export interface OutsideRow {
  readonly id: ItemId
  readonly name: string
  readonly state: ItemState
  /** Points, a state or what a veto does, in words. */
  readonly result: string
  readonly applies: boolean
}

/** One of the parts beside the own items, as the outline shows it: other sources of the base total, or what follows it. */
export interface OutsideSection {
  readonly kind: 'source' | 'bonus' | 'negative' | 'veto'
  /** What it does to the total: "+1.50"; '–' while nothing is known to. Of the sources: what the base comes to with them. */
  readonly subtotal: string
  /** Gate, cap, floor: what decides it, in words. */
  readonly words: readonly string[]
  readonly rows: readonly OutsideRow[]
}

/** Other sources of the total, 加分, 负面清单 and 一票否决 of a unit, those that the rubric has. Where the two ends of the range differ, both are said. */
export function outsideSections(t: Translate, rubric: Rubric, tree: ScoreTree, decimals: number): OutsideSection[] {
  const sections: OutsideSection[] = [
    { kind: 'source', subtotal: tree.base ? both(show(tree.base.low), show(tree.base.high)) : '–', words: sourceWords(), rows: tree.sources?.items.map(sourceRow) ?? [] },
    { kind: 'bonus', subtotal: amount('bonus', '+'), words: bonusWords(), rows: tree.bonus.map((item) => rowOf(item, '+')) },
    { kind: 'negative', subtotal: amount('negative', '−'), words: negativeWords(), rows: tree.negative.map((item) => rowOf(item, '−')) },
    { kind: 'veto', subtotal: vetoSubtotal(), words: [t(tree.vetoOpen ? 'score.section.vetoOpen' : 'score.section.none')], rows: tree.vetoes.map(vetoRow) },
  ]
  return sections.filter(({ rows }) => rows.length > 0)

  function amount(key: 'bonus' | 'negative', sign: string): string {
    if (!tree.settled) return '–'
    const ends = [tree.settled.low[key], tree.settled.high[key]].map((points) => (points.numerator === 0n ? show(points) : `${sign}${show(points)}`))
    return both(ends[0] as string, ends[1] as string)
  }

  function both(low: string, high: string): string {
    return low === high ? low : t('score.outline.range', { low, high })
  }

  function sourceWords(): string[] {
    if (!tree.sources) return []
    const { own, sources } = tree
    return [t('score.section.ownSource', { label: sources.label, own: own ? both(show(own.low), show(own.high)) : '–', weight: writeExact(sources.weight) }), t('score.section.sourceMissing')]
  }

  /** A source that nobody has entered is open, not none: the outline says what it is out of, and its weight. */
  function sourceRow({ id, name, state, points, full, weight }: SourceScoreNode): OutsideRow {
    const result = points ? show(points) : state === 'unscored' ? '–' : t(`ui.itemState.${state}`)
    return { id, name, state, result: t('score.section.sourceResult', { result, full: writeExact(full), weight: writeExact(weight) }), applies: false }
  }

  function bonusWords(): string[] {
    const { bonus } = rubric
    const words: string[] = []
    if (bonus?.gate) words.push(t(`score.section.gate${gateNow()}${bonus.gate.inclusive ? '' : 'Over'}`, { base: writeExact(pointsOf(bonus.gate.base)) }))
    words.push(...capWords('bonus', bonus?.cap))
    if (bonus?.capAtFull) words.push(t('score.section.capAtFull'))
    return [...words, t('score.section.none')]
  }

  function gateNow(): 'Reached' | 'Missed' | 'Open' {
    const gates = tree.settled ? [tree.settled.low.gate, tree.settled.high.gate] : []
    if (gates[0] !== gates[1] || gates.length === 0) return 'Open'
    return gates[0] === 'reached' ? 'Reached' : 'Missed'
  }

  function negativeWords(): string[] {
    const floors = tree.settled && tree.settled.low.floor.numerator > 0n ? [t('score.section.floor')] : []
    return [...capWords('negative', rubric.negative?.cap), ...floors, t('score.section.none')]
  }

  /** That the cap holds back something, or only what it is. */
  function capWords(key: 'bonus' | 'negative', cap: number | undefined): string[] {
    if (cap === undefined) return []
    const most = writeExact(pointsOf(cap))
    const end: Settlement | undefined = tree.settled?.high
    const sum = end?.[key === 'bonus' ? 'bonusSum' : 'negativeSum']
    const held = end && sum && end.gate !== 'missed' && equalPoints(end[key], pointsOf(cap)) && !equalPoints(sum, pointsOf(cap))
    return [held ? t('score.section.capped', { sum: show(sum), applied: most }) : t(key === 'bonus' ? 'score.section.cap' : 'score.section.capTakes', { cap: most })]
  }

  function rowOf(item: ItemScoreNode, sign: string): OutsideRow {
    const result = item.points ? (item.points.numerator > 0n ? `${sign}${show(item.points)}` : show(item.points)) : item.state === 'unscored' ? '–' : t(`ui.itemState.${item.state}`)
    return { id: item.id, name: item.name, state: item.state, result, applies: false }
  }

  function vetoRow(veto: VetoNode): OutsideRow {
    const result = veto.applies ? effectWords(t, veto.effect) : veto.state === 'pending' || veto.state === 'notApplicable' ? t(`ui.itemState.${veto.state}`) : veto.state === 'unscored' ? '–' : t('score.form.veto.appliesNot')
    return { id: veto.id, name: veto.name, state: veto.state, result, applies: veto.applies }
  }

  function vetoSubtotal(): string {
    const count = tree.vetoes.filter(({ applies }) => applies).length
    return count === 0 ? t('score.section.vetoNone') : t('score.section.vetoApplies', { count })
  }

  function show(points: Points): string {
    return formatPoints(points, decimals)
  }
}
