import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import type { ItemId } from '#core/ids'
import type { ItemCondition } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { checkConsistency } from '#core/scoring/checkConsistency'
import type { ItemState } from '#core/scoring/itemState'

const veto = anItem('V', 0, { kind: 'veto', criterion: '', effect: { kind: 'zero' } })

function rubricWith(when: ItemCondition['is'], then: ItemCondition['is'], ids: readonly [string, string] = ['a', 'b']) {
  return deepFreeze(aRubric([aGroup('A', 6, [anItem('a', 4), anItem('b', 2)])], {
    vetoes: [veto],
    consistency: [{ id: 'r', when: [{ item: ids[0] as ItemId, is: when }], then: [{ item: ids[1] as ItemId, is: then }], message: '不一致。' }],
  }))
}

function broken(rubric: ReturnType<typeof rubricWith>, values: Record<string, number | boolean | ItemState>) {
  const marks = new Map(Object.entries(values).map(([id, value]): [ItemId, { state: ItemState; answer: Answer | null }] => [
    id as ItemId,
    typeof value === 'number' ? { state: 'scored', answer: { kind: 'judge', points: value } }
    : typeof value === 'boolean' ? { state: 'scored', answer: { kind: 'veto', applies: value } } : { state: value, answer: null },
  ]))
  return checkConsistency(rubric, { kind: 'government', level: 'county' }, 2024, marks)
}

describe('checkConsistency', () => {
  test('败诉 scored and 应诉 empty: a warning with the message, what is wrong and why', () => {
    expect(broken(rubricWith('settled', 'settled'), { a: 1 })).toEqual([{ rule: 'r', message: '不一致。', items: ['b'], because: ['a'] }])
    expect(broken(rubricWith('settled', 'settled'), { a: 1, b: 'notFound' })).toEqual([])
    expect(broken(rubricWith('settled', 'settled'), { a: 'pending' })).toEqual([])
  })

  test('a full mark here contradicts 0 there, once both are known', () => {
    const rubric = rubricWith('full', 'above-zero')
    expect(broken(rubric, { a: 4, b: 0 })).toHaveLength(1)
    const silent: readonly Record<string, number | ItemState>[] = [{ a: 4 }, { a: 4, b: 'pending' }, { a: 4, b: 'notApplicable' }, { a: 3.9, b: 0 }, { a: 4, b: 0.5 }]
    expect(silent.flatMap((values) => broken(rubric, values))).toEqual([])
  })

  test.each<[ItemCondition['is'], Record<string, number | boolean | ItemState>, number]>([
    ['zero', { a: 1, b: 0 }, 0], ['zero', { a: 1, b: 1 }, 1],
    ['below-full', { a: 1, b: 2 }, 1], ['below-full', { a: 1, b: 1.9 }, 0],
    ['not-applicable', { a: 1, b: 'notApplicable' }, 0], ['not-applicable', { a: 1, b: 1 }, 1], ['not-applicable', { a: 1 }, 0],
  ])('then %s, %j: %i', (is, values, count) => {
    expect(broken(rubricWith('above-zero', is), values)).toHaveLength(count)
  })

  test('a veto that applies is above zero, one that does not is zero', () => {
    expect(broken(rubricWith('above-zero', 'zero', ['V', 'a']), { V: true, a: 1 })).toHaveLength(1)
    expect(broken(rubricWith('above-zero', 'zero', ['V', 'a']), { V: false, a: 1 })).toHaveLength(0)
    expect(broken(rubricWith('zero', 'above-zero', ['V', 'a']), { V: false, a: 0 })).toHaveLength(1)
  })

  test('a rubric without rules has nothing to say', () => {
    expect(checkConsistency(aRubric([aGroup('A', 4, [anItem('a', 4)])]), { kind: 'government', level: 'county' }, 2024, new Map())).toEqual([])
  })
})
