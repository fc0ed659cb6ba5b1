import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import { closesCircle, resultForReference } from '#core/ranking/resultForReference'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

const rubric = aRubric([aGroup('A', 100, [anItem('a', 90), anItem('b', 10)])], {
  vetoes: [anItem('I', 0, { kind: 'veto', criterion: '', effect: { kind: 'invalid' } }), anItem('S', 0, { kind: 'veto', criterion: '', effect: { kind: 'suspended' } })],
})

function result(values: Record<string, number | boolean | ItemState>) {
  const marks = new Map(Object.entries(values).map(([id, value]): [ItemId, { state: ItemState; answer: Answer | null }] => [
    id as ItemId,
    typeof value === 'string' ? { state: value, answer: null } : { state: 'scored', answer: typeof value === 'number' ? { kind: 'judge', points: value } : { kind: 'veto', applies: value } },
  ]))
  const mark = resultForReference(rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks), 'p')
  if (mark.answer?.kind !== 'reference') return mark.state
  return 'exact' in mark.answer ? mark.answer.exact : 'low' in mark.answer ? `${mark.answer.low}–${mark.answer.high}` : ''
}

test('a final total is handed on exactly, a provisional one with its range, an invalid one is 0, all others are pending (§6A.25)', () => {
  expect([result({ a: 60, b: 'notApplicable' }), result({ a: 73.5, b: 1 }), result({ a: 60, b: 1, I: true })]).toEqual(['200/3', '149/2', '0'])
  expect([result({ a: 60.5, b: 'pending' }), result({ a: 60 })]).toEqual(['121/2–141/2', '60–70'])
  expect([result({ a: 60, b: 1, S: true }), result({ a: 60, b: 1, S: 'pending' }), result({ a: 'notApplicable', b: 'notApplicable' })]).toEqual(Array.from({ length: 3 }, () => 'pending'))
  expect(resultForReference(null, 'p')).toEqual({ state: 'pending', answer: null })
})

test('references in a circle are seen, however long', () => {
  const references = new Map([['b', ['c']], ['c', ['d', 'e']], ['d', ['b']]])
  expect([closesCircle('a', 'a', references), closesCircle('e', 'b', references), closesCircle('a', 'b', references)]).toEqual([true, true, false])
})
