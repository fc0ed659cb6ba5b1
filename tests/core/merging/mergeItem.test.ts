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
