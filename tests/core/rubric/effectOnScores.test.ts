import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import { pointsOf } from '#core/points'
import type { Mark, Scorecard } from '#core/records/packScorecard'
import { defaultSettings } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { effectOnScores, type ItemEffect, type ScoredWork } from '#core/rubric/effectOnScores'
import type { LevelRule, Rubric, RubricItem } from '#core/rubric/rubric'
import { changeMarks, policyOf, type ChosenPolicies } from '#core/rubric/version/changeMarks'
import { compareTotals, type ComparedWork } from '#core/rubric/version/compareTotals'
import type { Answer } from '#core/scoring/answer'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ItemPolicy } from '#core/rubric/version/itemPolicy'

const [east, west] = ['east', 'west'] as UnitId[] as [UnitId, UnitId]
const [first, second] = ['P1', 'P2'] as AssessorId[] as [AssessorId, AssessorId]

function levels(...points: readonly number[]): LevelRule {
  return { kind: 'level', levels: points.map((each, index) => ({ id: `L${index}`, label: `第${index}档`, criterion: '看正文', points: each })) }
}

const level = (id: string): Answer => ({ kind: 'level', level: id })
const judged = (points: number): Answer => ({ kind: 'judge', points })

type Draft = Answer | 'notFound' | 'notApplicable' | 'pending' | 'unscored'

function aCard(unitId: UnitId, assessorId: AssessorId, drafts: Readonly<Record<string, Draft>>): Scorecard {
  const marks = Object.entries(drafts).map(([itemId, draft]): [ItemId, Mark] => [
    itemId as ItemId,
    { state: typeof draft === 'string' ? draft : 'scored', answer: typeof draft === 'string' ? null : draft, ...noGrounds, note: '理由', entryId: `${unitId}-${assessorId}-${itemId}` as EntryId },
  ])
  return { unitId, assessorId, marks: new Map(marks) }
}

const a = anItem('a', 4, levels(0, 1, 4))
const b = anItem('b', 6)
const rubric = deepFreeze(aRubric([aGroup('A', 10, [a, b])]))
const work: ScoredWork = deepFreeze({
  year: 2024,
  units: [{ id: east, kind: 'government', level: 'county' }, { id: west, kind: 'department', level: 'county' }],
  cards: [
    aCard(east, first, { a: level('L1'), b: judged(5) }),
    aCard(east, second, { a: level('L2'), b: 'pending' }),
    aCard(west, first, { a: 'notApplicable', b: 'unscored' }),
  ],
})

function withItems(...items: readonly RubricItem[]): Rubric {
  return deepFreeze(aRubric([aGroup('A', items.reduce((sum, item) => sum + item.full, 0), items)]))
}

function inShort(effects: readonly ItemEffect[]) {
  return effects.map(({ itemId, cause, preset, counts: { kept, recalculated, misfit, dropped } }) => [itemId, cause, preset, [kept, recalculated, misfit, dropped]])
}

/** One assessor's cards of `work`, as they are ranked. */
function workOf(before: Rubric, after: Rubric, by: AssessorId): ComparedWork {
  const units = work.units.map((unit, position): UnitRecord => ({ ...unit, projectId: 'P' as ProjectId, name: unit.id, group: '', code: null, position, createdAt: at, archivedAt: null, removedAt: null }))
  return { before, after, project: { year: 2024, settings: defaultSettings }, units, cards: work.cards.filter(({ assessorId }) => assessorId === by) }
}

const at = '2025-03-01T06:30:00.000Z' as Instant

/** Every effect of `work`, the cards aside. */
function effectsOf(after: Rubric) {
  return inShort(effectOnScores(rubric, after, work))
}

describe('effectOnScores', () => {
  test('the same rubric keeps everything; a mark that was taken back is none', () => {
    expect(effectsOf(rubric)).toEqual([['a', 'unchanged', null, [3, 0, 0, 0]], ['b', 'unchanged', null, [2, 0, 0, 0]]])
  })

  test('other words: kept, and may be reopened', () => {
    const effects = effectOnScores(rubric, withItems({ ...a, guidance: '看第三部分。' }, b), work)
    expect(inShort(effects)[0]).toEqual(['a', 'reworded', 'keep', [3, 0, 0, 0]])
    expect(effects[0]?.policies).toEqual(['keep', 'reopen'])
  })

  test('other points of a level: recalculated where it was chosen, from → to', () => {
    const effects = effectOnScores(rubric, withItems({ ...a, rule: levels(0, 1.5, 4) }, b), work)
    expect(inShort(effects)[0]).toEqual(['a', 'restructured', 'keep', [2, 1, 0, 0]])
    expect(effects[0]?.recalculated).toEqual([{ kind: 'recalculated', unitId: east, assessorId: first, from: pointsOf(1), to: pointsOf(1.5) }])
    expect(effects[0]?.units).toEqual(new Map([[east, { kept: 1, recalculated: 1, misfit: 0, dropped: 0 }], [west, { kept: 1, recalculated: 0, misfit: 0, dropped: 0 }]]))
  })

  test('a level more changes nothing; a level taken away reopens the item', () => {
    const more: LevelRule = { kind: 'level', levels: [...levels(0, 1).levels, { id: 'L9', label: '新', criterion: '看', points: 2 }, levels(0, 1, 4).levels[2]!] }
    expect(effectsOf(withItems({ ...a, rule: more }, b))[0]).toEqual(['a', 'restructured', 'keep', [3, 0, 0, 0]])
    const fewer: LevelRule = { kind: 'level', levels: [levels(0).levels[0]!, levels(0, 1, 4).levels[2]!] }
    expect(effectsOf(withItems({ ...a, rule: fewer }, b))[0]).toEqual(['a', 'choice-removed', 'reopen', [2, 0, 1, 0]])
  })

  test('another kind of rule reopens; answers that do not fit are named, a state that still does is kept', () => {
    expect(effectsOf(withItems({ ...a, rule: { kind: 'passFail', criterion: '有' } }, b))[0]).toEqual(['a', 'rule-replaced', 'reopen', [1, 0, 2, 0]])
  })

  test('points given by hand out of another full mark are reopened though they would fit', () => {
    expect(effectsOf(withItems(a, { ...b, full: 8 }))[1]).toEqual(['b', 'scale-changed', 'reopen', [2, 0, 0, 0]])
  })

  test('不适用 no longer allowed: those marks do not fit, the others stand', () => {
    const { notApplicable: _taken, ...strict } = a
    expect(effectsOf(withItems(strict, b))[0]).toEqual(['a', 'restructured', 'keep', [2, 0, 1, 0]])
  })

  test('a variant under which the item does not apply: points go, nothing is reopened', () => {
    const after = withItems({ ...a, variants: [{ when: { kinds: ['government'] }, label: '政府', applies: false }] }, b)
    const [effect] = effectOnScores(rubric, after, work)
    expect(effect?.recalculated.map(({ from, to }) => [from, to])).toEqual([[pointsOf(1), null], [pointsOf(4), null]])
    expect(changeMarks([effect!], new Map([['a' as ItemId, 'reopen']]), 2024, work.units[0]!, work.cards[0]!)).toEqual([])
  })

  test('a variant of bodies that nobody scored reopens nothing', () => {
    const after = withItems({ ...a, variants: [{ when: { levels: ['province'] }, label: '省级', rule: { kind: 'passFail', criterion: '有' } }] }, b)
    expect(effectsOf(after)[0]).toEqual(['a', 'restructured', 'keep', [3, 0, 0, 0]])
  })

  test('removed: no longer counted; new: unscored; both have nothing to choose', () => {
    expect(effectsOf(withItems(a, anItem('c', 5)))).toEqual([['a', 'unchanged', null, [3, 0, 0, 0]], ['c', 'added', null, [0, 0, 0, 0]], ['b', 'removed', null, [0, 0, 0, 2]]])
  })

  test('an item that was removed once and comes back with its marks is reopened', () => {
    expect(inShort(effectOnScores(withItems(a), rubric, work))[1]).toEqual(['b', 'returned', 'reopen', [1, 1, 0, 0]])
  })

  test('a new name carries the marks over, or leaves them behind', () => {
    const effects = effectOnScores(rubric, withItems(a, { ...b, id: 'b2' as ItemId }), work)
    expect(inShort(effects)[1]).toEqual(['b2', 'renamed', 'carry', [2, 0, 0, 0]])
    const card = work.cards[0]!
    expect(changeMarks(effects, new Map(), 2024, work.units[0]!, card)).toEqual([{ kind: 'carried', effect: effects[1], itemId: 'b2', replaces: null, mark: card.marks.get('b' as ItemId) }])
    expect(changeMarks(effects, new Map([['b2' as ItemId, 'leave']]), 2024, work.units[0]!, card)).toEqual([])
  })
})

describe('compareTotals', () => {
  const range = (low: number, high: number) => ({ low: pointsOf(low), high: pointsOf(high) })

  test('before and after, by the chosen policy: kept with new points, or open until answered', () => {
    const after = withItems({ ...a, rule: levels(0, 1.5, 4) }, b)
    const effects = effectOnScores(rubric, after, work)
    const totals = (by: AssessorId, policies: ChosenPolicies) => compareTotals(workOf(rubric, after, by), effects, policies).map((change) => [change.unitId, change.before, change.after, change.reopened])
    expect(totals(first, new Map())).toEqual([[east, range(6, 6), range(6.5, 6.5), 0], [west, range(0, 10), range(0, 10), 0]])
    const reopen: ChosenPolicies = new Map([['a' as ItemId, 'reopen']])
    expect(totals(first, reopen)).toEqual([[east, range(6, 6), range(5, 9), 1], [west, range(0, 10), range(0, 10), 1]])
    expect(totals(second, reopen)).toEqual([[east, range(4, 10), range(0, 10), 1]])
  })

  test('points by place are those among the units of the group', () => {
    const byRank = (full: number): RubricItem => anItem('r', full, { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'proportional' } })
    const [old, now] = [withItems(byRank(10)), withItems(byRank(20))]
    const cards = [aCard(east, first, { r: { kind: 'byRank', value: 40 } }), aCard(west, first, { r: { kind: 'byRank', value: 30 } })]
    const units = work.units.map((unit) => ({ ...unit, kind: 'government' as const }))
    const effects = effectOnScores(old, now, { ...work, units, cards })
    expect(inShort(effects)).toEqual([['r', 'restructured', 'keep', [0, 2, 0, 0]]])
    const changes = compareTotals({ ...workOf(old, now, first), units: workOf(old, now, first).units.map((unit) => ({ ...unit, kind: 'government' })), cards }, effects, new Map())
    expect(changes.map((change) => [change.before, change.after])).toEqual([[range(10, 10), range(20, 20)], [range(7.5, 7.5), range(15, 15)]])
  })

  test('a policy that is not open to an item is not followed', () => {
    const [effect] = effectOnScores(rubric, rubric, work)
    expect(policyOf(effect!, new Map([['a' as ItemId, 'reopen']]))).toBeNull()
  })
})

describe('properties', () => {
  const answer = fc.oneof<fc.Arbitrary<Draft>[]>(fc.constantFrom('L0', 'L1', 'L2', 'L3').map(level), fc.constantFrom('notFound', 'notApplicable', 'pending', 'unscored'), fc.integer({ min: 0, max: 6 }).map(judged))
  const rule = fc.oneof(fc.constantFrom(levels(0, 4), levels(0, 1, 4), levels(0, 2, 3, 4)), fc.constant(b.rule))
  const item = fc.record({ rule, guidance: fc.constantFrom('看正文。', '看附表。'), strict: fc.boolean() }).map(({ rule: one, guidance, strict }) => {
    const { notApplicable, ...rest } = { ...a, rule: one, guidance }
    return strict ? rest : { ...rest, notApplicable }
  })
  const scored = fc.array(answer, { minLength: 1, maxLength: 4 }).map((answers): ScoredWork => ({ ...work, cards: answers.map((each, index) => aCard(index % 2 === 0 ? east : west, `P${index}` as AssessorId, { a: each })) }))
  const policy = fc.constantFrom<ItemPolicy>('keep', 'reopen')

  test('every mark comes to exactly one thing, per item as per unit', () => {
    fc.assert(fc.property(item, item, scored, (before, after, some) => {
      const marks = some.cards.filter(({ marks: of }) => of.get('a' as ItemId)?.state !== 'unscored').length
      const effects = effectOnScores(withItems(before), withItems(after), some)
      expect(effects.length).toBe(marks === 0 ? 0 : 1)
      for (const { counts, units, recalculated } of effects) {
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(marks)
        for (const kind of Object.keys(counts) as (keyof typeof counts)[]) expect([...units.values()].reduce((sum, unit) => sum + unit[kind], 0)).toBe(counts[kind])
        expect(recalculated.length).toBe(counts.recalculated)
      }
    }))
  })

  test('nothing that stands after adopting is refused by the new version, whatever was chosen', () => {
    fc.assert(fc.property(item, item, scored, policy, (before, after, some, chosen) => {
      const effects = effectOnScores(withItems(before), withItems(after), some)
      const policies: ChosenPolicies = new Map([['a' as ItemId, chosen]])
      for (const card of some.cards) {
        const unit = some.units.find(({ id }) => id === card.unitId)!
        const left = changeMarks(effects, policies, 2024, unit, card).length === 0
        const changed = effects.some(({ change }) => change === 'structure')
        if (left && changed) expect(effectOnScores(withItems(before), withItems(after), { ...some, cards: [card] }).every(({ counts }) => counts.misfit === 0)).toBe(true)
      }
    }))
  })

  test('what is only reworded keeps every total', () => {
    fc.assert(fc.property(item, scored, (before, some) => {
      const [old, now] = [withItems(before), withItems({ ...before, guidance: '另一说法。' })]
      const cards = some.cards.slice(0, 2)
      const changes = compareTotals({ ...workOf(old, now, first), cards }, effectOnScores(old, now, some), new Map())
      expect(changes.map(({ after }) => after)).toEqual(changes.map(({ before: was }) => was))
      expect(changes.length).toBe(cards.length)
    }))
  })
})
