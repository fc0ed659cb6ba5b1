import { describe, expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import { mergeItem, type AssignedScore, type ItemRuling } from '#core/merging/mergeItem'
import type { MergeRule } from '#core/merging/mergePoints'
import { needsRuling } from '#core/merging/needsRuling'
import { pointsOf, writeExact } from '#core/points'
import { bodyOf } from '#core/rubric/bodyOf'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { scoreItem } from '#core/scoring/scoreItem'

// METHOD §5.4, §6A.6, 12–17, 31–35.

const county = { kind: 'government', level: 'county' } as const
type Given = Answer | Exclude<ItemState, 'scored'>

function assigned(full: number, rule: Rule, given: Given, more: Partial<AssignedScore> = {}): AssignedScore {
  const [state, answer] = typeof given === 'string' ? [given, null] : (['scored', given] as const)
  const score = scoreItem(anItem('X', full, rule), county, 2025, state, answer)
  if (!score.ok) throw new Error(score.problem.kind)
  return { score: score.value, answer, chair: false, recused: false, ...more }
}

function merge(full: number, rule: Rule, list: readonly (Given | AssignedScore)[], by: MergeRule = 'mean', ruling: ItemRuling | null = null) {
  const entries = list.map((one) => (typeof one === 'object' && 'score' in one && 'chair' in one ? one : assigned(full, rule, one as Given)))
  const merged = mergeItem(bodyOf(anItem('X', full, rule), county), by, entries, ruling)
  const { score } = merged
  const value = score.points ? writeExact(score.points) : score.range ? `${writeExact(score.range.low)}–${writeExact(score.range.high)}` : ''
  return [score.state, value, merged.ruling, merged.n]
}

const judge: Rule = { kind: 'judge', criterion: '', step: 0.1 }
const points = (value: number): Answer => ({ kind: 'judge', points: value })
const four: Rule = { kind: 'level', levels: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, label: '', criterion: '', points: index })) }
const level = (id: string): Answer => ({ kind: 'level', level: id })
const share: Rule = { kind: 'ratio', numerator: '', denominator: '', zeroAt: 0, fullAt: 1 }
const ratio = (numerator: number, denominator: number): Answer => ({ kind: 'ratio', numerator, denominator })
const scale: Rule = { kind: 'scale', steps: [1, 2, 3, 4, 5].map((value) => ({ value, label: '' })) }
const step = (value: number): Answer => ({ kind: 'scale', counts: { [value]: 1 }, unknown: 0 })

describe('judgements are merged on points', () => {
  test('never snapped to a level again', () => expect(merge(3, four, [level('c'), level('d')])).toEqual(['scored', '2.5', null, 2]))
  test('a missing answer counts as minimum, then as M (§6A.13); pending beside scored is missing (§6A.32)', () => {
    expect(merge(5, judge, [points(4), points(4), 'unscored'])).toEqual(['pending', '8/3–13/3', null, 2])
    expect(merge(5, judge, [points(4), points(4), 'pending'])).toEqual(['pending', '8/3–13/3', null, 2])
  })
  test('recusal and 不了解 leave n', () => {
    expect(merge(5, judge, [points(4), assigned(5, judge, 'unscored', { recused: true })])).toEqual(['scored', '4', null, 1])
    expect(merge(5, scale, [step(5), step(4), { kind: 'scale', counts: {}, unknown: 1 }])).toEqual(['scored', '4.5', null, 2])
  })
  test('trimmed mean of five, median, nobody', () => {
    const five = [5, 4.8, 4.6, 4.6, 4.5].map(points)
    expect(merge(5, judge, five, 'trimmedMean')).toEqual(['scored', '14/3', null, 5])
    expect(merge(5, judge, five, 'median')).toEqual(['scored', '4.6', null, 5])
    expect([merge(5, judge, ['unscored', 'unscored']), merge(5, judge, ['unscored', 'pending'])]).toEqual([['unscored', '0–5', null, 0], ['pending', '0–5', null, 0]])
  })
})

describe('what needs a ruling is pending until it is ruled', () => {
  test('levels two or more apart (§6A.15)', () => {
    expect([merge(3, four, [level('a'), level('c')]), merge(3, four, [level('a'), level('b')])]).toEqual([['pending', '0–3', 'levels-apart', 2], ['scored', '0.5', null, 2]])
    expect([merge(5, scale, [step(5), step(3)]), merge(5, scale, [step(5), step(4)])].map((list) => list[2])).toEqual(['levels-apart', null])
    expect(merge(3, four, [level('c'), 'notFound'])[2]).toBe('levels-apart')
  })
  test('others: more than 20 % of M, exactly 20 % is not', () => {
    expect([merge(5, judge, [points(3), points(4)])[2], merge(5, judge, [points(3), points(4.1)])[2]]).toEqual([null, 'points-apart'])
  })
  test('facts are not averaged: different answers, even with equal points (§6A.14, §6A.34)', () => {
    expect(merge(3, share, [ratio(1, 2), ratio(2, 4)])).toEqual(['pending', '0–3', 'answers-differ', 2])
    expect(merge(3, share, [ratio(1, 2), ratio(1, 2)])).toEqual(['scored', '1.5', null, 2])
    expect(merge(3, share, ['notFound', ratio(0, 2)])[2]).toBe('answers-differ')
  })
  test('a missing answer on a fact leaves the whole item open (§6A.32)', () => expect(merge(3, share, [ratio(1, 2), 'unscored'])).toEqual(['pending', '0–3', null, 1]))
  test('不适用 against points (§6A.16)', () => expect(merge(5, judge, [points(3), 'notApplicable'])).toEqual(['pending', '0–5', 'mixed-states', 1]))
  test('consensus means that all points are equal (§6A.35)', () => {
    expect([merge(5, judge, [points(3), points(3)], 'consensus'), merge(5, judge, [points(3), points(3.1)], 'consensus')]).toEqual([['scored', '3', null, 2], ['pending', '0–5', 'no-consensus', 2]])
  })
  test('open answers are missing, not different', () => {
    expect(needsRuling(judge, pointsOf(5), [assigned(5, judge, points(3)), assigned(5, judge, 'pending'), assigned(5, judge, 'unscored')])).toBeNull()
  })
})

describe('不适用, chair and rulings', () => {
  test('where several assess it needs a second one (§6A.6, §6A.33)', () => {
    expect(merge(5, judge, ['notApplicable', 'unscored'])).toEqual(['pending', '0–5', null, 0])
    expect(merge(5, judge, ['notApplicable', 'notApplicable', 'unscored'])).toEqual(['notApplicable', '', null, 0])
    expect(merge(5, judge, ['notApplicable'])).toEqual(['notApplicable', '', null, 0])
  })
  test('under "chair decides" other entries neither open nor dispute the item (§6A.35)', () => {
    const chair = assigned(5, judge, points(2), { chair: true })
    expect(merge(5, judge, [points(5), chair, 'unscored', 'notApplicable'], 'chair')).toEqual(['scored', '2', null, 1])
    expect(merge(5, judge, [points(5), assigned(5, judge, 'pending', { chair: true })], 'chair')).toEqual(['pending', '0–5', null, 1])
  })
  test('a ruling beats any merge; points are held within [0, M] (§6A.12)', () => {
    expect(merge(5, judge, [points(1), points(5)], 'mean', { kind: 'points', points: pointsOf(7) })).toEqual(['scored', '5', null, 1])
    expect(merge(5, judge, [points(1), 'notApplicable'], 'mean', { kind: 'notApplicable' })).toEqual(['notApplicable', '', null, 1])
  })
})

describe('what the first reading of the rules left out', () => {
  const whole = (full: number, rule: Rule, list: readonly Given[], ruling: ItemRuling | null = null) => mergeItem(bodyOf(anItem('X', full, rule), county), 'mean', list.map((one) => assigned(full, rule, one)), ruling)

  test('a formula that leaves the item out needs no signature, but everybody’s answer (§6A.6, §6A.32)', () => {
    expect(merge(3, share, [ratio(0, 0), ratio(0, 0)])).toEqual(['notApplicable', '', null, 0])
    const waiting = whole(3, share, [ratio(0, 0), ratio(0, 0), 'unscored'])
    expect([waiting.score.state, waiting.countersignatureMissing]).toEqual(['pending', false])
    expect(whole(3, share, [ratio(0, 0), 'unscored']).countersignatureMissing).toBe(false)
    expect(whole(3, share, ['notApplicable', 'unscored']).countersignatureMissing).toBe(true)
    expect(merge(3, share, [ratio(0, 0), 'notApplicable'])).toEqual(['notApplicable', '', null, 0])
  })
  test('facts that both leave the item out are compared as given, too (§6A.34)', () => expect(merge(3, share, [ratio(0, 0), ratio(2, 0)])[2]).toBe('answers-differ'))
  test('all elements N/A needs no signature; against points it is a mixed state (§6A.16, §6A.33)', () => {
    const mark = { points: 0, criterion: '' }
    const list: Rule = { kind: 'checklist', elements: ['a', 'b'].map((id) => ({ id, label: '', marks: [mark, { points: 1, criterion: '' }], notApplicable: { when: '' } })) }
    const out: Answer = { kind: 'checklist', marks: { a: 'notApplicable', b: 'notApplicable' } }
    expect([merge(2, list, [out, out]), merge(2, list, [out, { kind: 'checklist', marks: { a: 1, b: 'notApplicable' } }])]).toEqual([['notApplicable', '', null, 0], ['pending', '0–2', 'mixed-states', 1]])
    expect(merge(2, list, [{ kind: 'checklist', marks: { a: 1, b: 'notApplicable' } }, { kind: 'checklist', marks: { a: 1, b: 1 } }])).toEqual(['scored', '2', null, 2])
  })
  test('a source is left out by two or not at all; against a score it is a mixed state (§6A.16, §6A.26)', () => {
    const rule: Rule = { kind: 'sources', sources: ['in', 'out'].map((id) => ({ id, label: '', weight: 50, full: 100 })) }
    const given = (out: number | 'notApplicable'): Answer => ({ kind: 'sources', scores: { in: 80, out } })
    expect(merge(10, rule, [given('notApplicable')])).toEqual(['scored', '8', null, 1])
    expect(merge(10, rule, [given('notApplicable'), given('notApplicable')])).toEqual(['scored', '8', null, 2])
    const alone = whole(10, rule, [given('notApplicable'), 'unscored'])
    expect([alone.score.state, alone.countersignatureMissing]).toEqual(['pending', true])
    expect(merge(10, rule, [given('notApplicable'), given(80)])).toEqual(['pending', '0–10', 'mixed-states', 2])
  })
  test('a kind of event that is left out happened no times; a result is the number it is, wherever it was taken from', () => {
    const counted: Rule = { kind: 'count', kinds: [{ id: 'a', label: '', points: 1 }, { id: 'b', label: '', points: 1 }] }
    expect(merge(3, counted, [{ kind: 'count', events: { a: 0, b: 2 } }, { kind: 'count', events: { b: 2 } }])).toEqual(['scored', '2', null, 2])
    const reference: Rule = { kind: 'reference', label: '', full: 100 }
    expect(merge(3, reference, [{ kind: 'reference', score: 73.5 }, { kind: 'reference', exact: '147/2', from: 'p' }])).toEqual(['scored', '2.205', null, 2])
    expect(merge(3, reference, [{ kind: 'reference', score: 104 }, { kind: 'reference', score: 101 }])[2]).toBe('answers-differ')
  })
  test('a provisional result keeps its range where one assessor, or all alike, took it (§6A.25)', () => {
    const reference: Rule = { kind: 'reference', label: '', full: 100 }
    const between: Answer = { kind: 'reference', low: '70', high: '80', from: 'p' }
    expect([merge(10, reference, [between]), merge(10, reference, [between, between]), merge(10, reference, [between, 'unscored'])]).toEqual([['pending', '7–8', null, 0], ['pending', '7–8', null, 0], ['pending', '0–10', null, 0]])
    expect(merge(10, reference, [between, { kind: 'reference', score: 75 }])).toEqual(['pending', '0–10', null, 1])
  })
  test('a value by rank that all gave waits for its place, and is handed on (§6A.24)', () => {
    const byRank: Rule = { kind: 'byRank', measure: '', unit: '', best: 'high', award: { kind: 'proportional' } }
    const agreed = whole(6, byRank, [{ kind: 'byRank', value: 30 }, { kind: 'byRank', value: 30 }])
    expect([agreed.score.state, agreed.score.points, agreed.answer, agreed.n]).toEqual(['scored', null, { kind: 'byRank', value: 30 }, 2])
    expect([merge(6, byRank, [{ kind: 'byRank', value: 30 }, { kind: 'byRank', value: 31 }])[2], merge(6, byRank, [{ kind: 'byRank', value: 30 }, 'unscored'])[0]]).toEqual(['answers-differ', 'pending'])
  })
  test('a veto is a fact: claimed by one and denied by another it needs a ruling; one that nobody claims is none', () => {
    const veto: Rule = { kind: 'veto', criterion: '', effect: { kind: 'zero' } }
    const says = (applies: boolean): Answer => ({ kind: 'veto', applies })
    const read = (list: readonly Given[], ruling: ItemRuling | null = null) => {
      const merged = whole(0, veto, list, ruling)
      return [merged.score.state, merged.answer?.kind === 'veto' ? merged.answer.applies : null, merged.ruling]
    }
    expect([read([says(true), says(true)]), read([says(true), says(false)]), read([says(true), 'unscored'])]).toEqual([['scored', true, null], ['pending', null, 'answers-differ'], ['pending', null, null]])
    expect([read([says(false), 'unscored']), read(['unscored', 'unscored'])]).toEqual([['scored', false, null], ['unscored', null, null]])
    expect(read([says(true), says(false)], { kind: 'veto', applies: true })).toEqual(['scored', true, null])
  })
  test('a ruling does not bring back what the rubric leaves out for such bodies', () => {
    const item = anItem('X', 5, judge, { variants: [{ when: { levels: ['county'] }, label: '县', applies: false }] })
    expect(mergeItem(bodyOf(item, county), 'mean', [], { kind: 'points', points: pointsOf(3) }).score.state).toBe('notApplicable')
  })
})
