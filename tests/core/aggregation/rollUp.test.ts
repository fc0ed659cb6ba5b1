import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { rollUpUnit, rollUpUnits } from '#core/aggregation/rollUpUnits'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemId } from '#core/ids'
import { formatPoints, writeExact } from '#core/points'
import type { Rubric } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

const county = { kind: 'government', level: 'county' } as const

/** A number is a score, the other words are states. */
function marksOf(values: Record<string, number | Exclude<ItemState, 'scored'>>) {
  return new Map(
    Object.entries(values).map(([id, value]): [ItemId, { state: ItemState; answer: Answer | null }] => [
      id as ItemId,
      typeof value === 'number' ? { state: 'scored', answer: { kind: 'judge', points: value } } : { state: value, answer: null },
    ]),
  )
}

function treeOf(rubric: Rubric, values: Parameters<typeof marksOf>[0]): ScoreTree {
  return rollUpUnit(deepFreeze(rubric), county, 2024, marksOf(values))
}

function shown(tree: ScoreTree): string[] | null {
  return tree.total && [formatPoints(tree.total.low, 2), formatPoints(tree.total.high, 2)]
}

const x60 = aRubric([
  aGroup('X', 60, [anItem('x1', 20), anItem('x2', 10), anItem('x3', 30)]),
  aGroup('Y', 40, [anItem('y1', 40)]),
])

describe('N/A method (a): full × Σearned ÷ Σavailable', () => {
  test('国办: 63 of 75 → 84.00 (vector 6)', () => {
    const rubric = aRubric([aGroup('A', 75, [anItem('a', 75)]), aGroup('B', 25, [anItem('b', 25)])])
    expect(shown(treeOf(rubric, { a: 63, b: 'notApplicable' }))).toEqual(['84.00', '84.00'])
  })

  test('METHOD §5.2: 45 of 60 and 24 of 30 → 76.67', () => {
    const rubric = aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 30), anItem('c', 10)])])
    expect(shown(treeOf(rubric, { a: 45, b: 24, c: 'notApplicable' }))).toEqual(['76.67', '76.67'])
  })

  test('vector 5: 61.43, and 63.33 with Y wholly N/A', () => {
    expect(shown(treeOf(x60, { x1: 15, x2: 4, x3: 'notApplicable', y1: 24 }))).toEqual(['61.43', '61.43'])
    expect(shown(treeOf(x60, { x1: 15, x2: 4, x3: 'notApplicable', y1: 'notApplicable' }))).toEqual(['63.33', '63.33'])
  })

  test('N/A is not zero: the same marks with a zero give 43.00', () => {
    expect(shown(treeOf(x60, { x1: 15, x2: 4, x3: 0, y1: 24 }))).toEqual(['43.00', '43.00'])
  })

  test('all N/A gives no total (§6A.7, §6A.41)', () => {
    const tree = treeOf(x60, { x1: 'notApplicable', x2: 'notApplicable', x3: 'notApplicable', y1: 'notApplicable' })
    expect(tree.total).toBeNull()
    expect(writeExact(tree.available)).toBe('0')
  })
})

describe('provisional totals are ranges (§2, §6A.11)', () => {
  test('open items at their minimum, then at M; unscored and pending alike', () => {
    const tree = treeOf(x60, { x1: 15, x2: 'pending', y1: 24 })
    expect(shown(tree)).toEqual(['39.00', '79.00'])
    expect(tree.counts).toEqual({ scored: 2, notFound: 0, notApplicable: 0, pending: 1, unscored: 1 })
  })

  test('the low end is the rule’s minimum, not zero', () => {
    const rubric = aRubric([aGroup('A', 4, [anItem('a', 4, { kind: 'deduct', causes: [{ id: 'c', label: '', perEvent: 0.3, cap: 1.2 }] })])])
    expect(shown(treeOf(rubric, {}))).toEqual(['2.80', '4.00'])
  })

  test('a stored answer that no longer fits its rule is open, not zero', () => {
    const tree = rollUpUnit(x60, county, 2024, new Map([['x1' as ItemId, { state: 'scored' as const, answer: { kind: 'level' as const, level: 'gone' } }]]))
    expect(tree.counts.pending).toBe(1)
    expect(tree.earned.high).toEqual({ numerator: 100n, denominator: 1n })
  })
})

test('every node holds its own sums, in reading order, at any depth', () => {
  const rubric = aRubric([aGroup('A', 10, [aGroup('A-a', 6, [anItem('a1', 4), anItem('a2', 2)]), anItem('a3', 4)]), aGroup('B', 5, [anItem('b1', 5)])])
  const tree = treeOf(rubric, { a1: 3, a2: 'notApplicable', a3: 1.5, b1: 'pending' })
  const rows: string[] = []
  const walk = (node: ScoreTree['groups'][number]['children'][number]): void => {
    if (node.kind === 'item') rows.push(`${node.id} ${node.state} ${node.points ? writeExact(node.points) : '–'}`)
    else {
      rows.push(`${node.id} ${writeExact(node.earned.low)}–${writeExact(node.earned.high)} of ${writeExact(node.available)}/${writeExact(node.full)}`)
      node.children.forEach(walk)
    }
  }
  tree.groups.forEach(walk)
  expect(rows).toEqual(['A 4.5–4.5 of 8/10', 'A-a 3–3 of 4/6', 'a1 scored 3', 'a2 notApplicable –', 'a3 scored 1.5', 'B 0–5 of 5/5', 'b1 pending –'])
})

test('thirds and thousandths stay exact to the edge: 1.005 shows 1.01', () => {
  const third = { kind: 'itemMean', subItem: '', scale: [{ id: 'n', label: '', criterion: '', share: 0 }, { id: 'y', label: '', criterion: '', share: 1 }] } as const
  const rubric = aRubric([aGroup('A', 3.5, [anItem('a', 1, third), anItem('b', 1, third), anItem('c', 1, third), anItem('d', 0.5, { kind: 'judge', criterion: '', step: 0.005 })])])
  const answer: Answer = { kind: 'itemMean', marks: ['y', 'n', 'n'] }
  const marks = new Map<ItemId, { state: ItemState; answer: Answer | null }>(['a', 'b', 'c'].map((id) => [id as ItemId, { state: 'scored', answer }]))
  marks.set('d' as ItemId, { state: 'scored', answer: { kind: 'judge', points: 0.005 } })
  const tree = rollUpUnit(rubric, county, 2024, marks)
  expect(tree.total?.low).toEqual({ numerator: 201n, denominator: 200n })
  expect(shown(tree)).toEqual(['1.01', '1.01'])
})

test('several units are rolled up as each alone', () => {
  const sets: Parameters<typeof marksOf>[0][] = [{ x1: 15, x2: 4, x3: 9, y1: 24 }, { x1: 'pending' }, { x1: 0, x2: 0, x3: 0, y1: 0 }]
  const together = rollUpUnits(x60, 2024, sets.map((values) => ({ ...county, marks: marksOf(values) })))
  expect(together).toEqual(sets.map((values) => treeOf(x60, values)))
})
