import { addPoints, comparePoints, maxPoints, writeExact, zeroPoints, type Points } from '#core/points'
import {
  decimalOf, doubtsOfAmount, doubtsOfWording, isFull, labelOf, otherwise, pointsOfAmount, statementsOf, type Composition, type Item, type Placed,
} from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'
import type { Rule } from '#core/rubric/rubric'

type Gain = StatementOf<'gain'>

interface Worth {
  readonly gain: Gain
  readonly points: Points
}

const gradeWord = /优秀|优良|良好|^优$|^良$|^中$|^差$|中等|一般|较好|较差|^好$|很好|合格|达标|及格|满意|全部|部分|基本|大部分|少数|完全|全面|较为|比较|^[A-E][级档等类]?$|[一二三四五]等|[一二三]档|国家级|省级|市级|县级|以上|以下|以内|不足|低于|高于|超过|少于|多于|不少于|\d[-~至到]\d|^\d{1,6}(?:次|件|项|个|篇|人|份|起)(?:的)?$|^[一二三四五]项/
/** Wordings of the lowest case, below which there is nothing more to say. */
const lowest = /差|不合格|不达标|不及格|不满意|以下|不足|低于|少于|小于|没有|^无|^未|^不/
const negation = /^(?:未能|没有|未按要求|未|不|没|无|逾期|非)/

/**
 * Points given under conditions, none of them per event: passFail (all or nothing, 否则), checklist (parts that add up to the full
 * marks), level (cases of which one holds). Adds up to M → elements; the highest is M → levels; both or neither is a doubt.
 */
export function composeGains(placed: readonly Placed[], item: Item): Composition | null {
  const gains = statementsOf(placed, 'gain')
  const caps = statementsOf(placed, 'cap').filter((cap) => cap.of !== 'lose')
  if (gains.length === 0 || gains.some((gain) => gain.each)) return null
  const given = gains.filter((gain) => gain.amount.kind !== 'zero')
  const zeros = gains.filter((gain) => gain.amount.kind === 'zero')
  const reasons = gains.flatMap((gain) => [...doubtsOfWording(gain), ...doubtsOfAmount(gain.amount)])
  const rule = given.length < 2 ? passFailOf(given[0], zeros, item, reasons) : partsOf(given, zeros, caps, item, reasons)
  return rule === null ? null : { rule, used: new Set<Statement>([...gains, ...(given.length < 2 ? [] : caps)]), reasons }
}

function passFailOf(gain: Gain | undefined, zeros: readonly Gain[], { full, standard }: Item, reasons: ProposalReason[]): Rule | null {
  if (gain === undefined) {
    reasons.push({ kind: 'cases-not-said' })
    return { kind: 'passFail', criterion: standard.trim() }
  }
  if (!isFull(gain.amount, full)) reasons.push({ kind: 'full-differs', stated: writeExact(pointsOfAmount(gain.amount, full)) })
  const beside = zeros.filter((zero) => !isRest(zero.condition, gain.condition))
  if (zeros.length === beside.length) reasons.push({ kind: 'cases-not-said' })
  // What the zero cases add to the criterion is kept word for word.
  return { kind: 'passFail', criterion: gain.condition === '' || beside.length > 0 ? standard.trim() : gain.condition }
}

/** Whether one condition is what the other leaves: 否则, or the same words with a negation in front. */
function isRest(rest: string, condition: string): boolean {
  if (otherwise.test(rest)) return true
  if (!negation.test(rest)) return false
  const core = rest.replace(negation, '').replace(/的$/, '')
  const plain = condition.replace(/的$/, '').replace(/^(?:能够|能|已经|已|有)/, '')
  return core.length >= 2 && (plain === core || plain.endsWith(core))
}

function partsOf(given: readonly Gain[], zeros: readonly Gain[], caps: readonly StatementOf<'cap'>[], { full }: Item, reasons: ProposalReason[]): Rule | null {
  const worths = given.map((gain) => ({ gain, points: pointsOfAmount(gain.amount, full) }))
  const sum = worths.map(({ points }) => points).reduce(addPoints, zeroPoints)
  const most = worths.map(({ points }) => points).reduce(maxPoints, zeroPoints)
  const grades = given.filter((gain) => gradeWord.test(gain.condition)).length
  const additive = comparePoints(sum, full) === 0 || (caps.length > 0 && comparePoints(sum, full) > 0 && caps.every((cap) => isFull(cap.amount, full)))
  if (given.some((gain) => gain.condition === '')) reasons.push({ kind: 'cases-not-said' })
  // Levels below the full marks cannot be meant where the parts add up to them.
  if (additive && (grades === 0 || comparePoints(most, full) < 0)) {
    if (grades > 0 || comparePoints(most, full) === 0) reasons.push({ kind: 'levels-or-elements' })
    if (zeros.length > 0) reasons.push({ kind: 'cases-not-said' })
    return checklistOf(worths)
  }
  if (caps.some((cap) => !isFull(cap.amount, full))) reasons.push({ kind: 'cap-scope' })
  // One of the two must say that the cases exclude each other: words of degree throughout, or a case for nothing.
  if (comparePoints(most, full) !== 0 || (grades < given.length && zeros.length === 0) || comparePoints(sum, full) === 0) reasons.push({ kind: 'levels-or-elements' })
  return levelsOf(worths, zeros, reasons)
}

function checklistOf(worths: readonly Worth[]): Rule | null {
  const elements = worths.map(({ gain, points }, index) => ({ id: `e${index + 1}`, label: labelOf(gain.condition), points: decimalOf(points), criterion: gain.condition }))
  if (elements.some(({ points, label }) => points === null || label === '')) return null
  return {
    kind: 'checklist',
    elements: elements.map(({ id, label, points, criterion }) => ({ id, label, marks: [{ points: 0, criterion: '未做到' }, { points: points as number, criterion }] })),
  }
}

function levelsOf(worths: readonly Worth[], zeros: readonly Gain[], reasons: ProposalReason[]): Rule | null {
  const least = zeros.length > 0 ? [] : [...worths].sort((a, b) => comparePoints(a.points, b.points)).slice(0, 1)
  if (least.some(({ gain }) => !lowest.test(gain.condition))) reasons.push({ kind: 'cases-not-said' })
  const all = [...zeros.map((gain) => ({ gain, points: zeroPoints })), ...worths]
  const steps = all
    .map(({ gain, points }, index) => ({ points, index, decimal: decimalOf(points), condition: gain.condition }))
    .sort((a, b) => comparePoints(a.points, b.points) || b.index - a.index)
  if (steps.some(({ decimal, condition }) => decimal === null || condition === '')) return null
  return {
    kind: 'level',
    levels: steps.map(({ decimal, condition }, index) => ({ id: `l${index}`, label: labelOf(condition), criterion: condition, points: decimal as number })),
  }
}
