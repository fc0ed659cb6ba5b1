import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { contributionsOf, sumRanges } from '#core/aggregation/contributionsOf'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import { comparePoints, dividePoints, formatPoints, multiplyPoints, pointsOf, sumPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { NotApplicableMethod, Rubric, RubricNode } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

// METHOD §5.2, §6A.7–10, §6A.41, vector 5.

const county = { kind: 'government', level: 'county' } as const
const methods: readonly NotApplicableMethod[] = ['global', 'withinParent', 'equalAdd', 'countFull', 'countZero']
const na = 'notApplicable' as const

type Values = Readonly<Record<string, number | Exclude<ItemState, 'scored'>>>

function treeOf(rubric: Rubric, values: Values) {
  const marks = new Map(Object.entries(values).map(([id, value]): [ItemId, { state: ItemState; answer: Answer | null }] => [
    id as ItemId,
    typeof value === 'number' ? { state: 'scored', answer: { kind: 'judge', points: value } } : { state: value, answer: null },
  ]))
  return rollUpUnit(deepFreeze(rubric), county, 2024, marks)
}

function totals(rubric: Rubric, values: Values): (string | null)[] {
  return methods.map((notApplicableMethod) => {
    const { base } = treeOf({ ...rubric, notApplicableMethod }, values)
    return base && formatPoints(base.low, 2)
  })
}

const xy = aRubric([aGroup('X', 60, [anItem('x1', 20), anItem('x2', 10), anItem('x3', 30)]), aGroup('Y', 40, [anItem('y1', 40)])])

describe('the five methods (vector 5)', () => {
  test('X = {20 earned 15, 10 earned 4, 30 N/A}, Y = {40 earned 24}: 61.43, 62.00, 60.25, 73, 43', () => {
    expect(totals(xy, { x1: 15, x2: 4, x3: na, y1: 24 })).toEqual(['61.43', '62.00', '60.25', '73.00', '43.00'])
  })
  test('with Y wholly N/A: a 63.33, b 63.33, c 59.25; d and e leave Y full and zero', () => {
    expect(totals(xy, { x1: 15, x2: 4, x3: na, y1: na })).toEqual(['63.33', '63.33', '59.25', '89.00', '19.00'])
  })
  test('60 and 40, 10 of the 40 N/A, 45 and 24: 76.67, 77, …, 79, 69', () => {
    const rubric = aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 30), anItem('c', 10)])])
    expect(totals(rubric, { a: 45, b: 24, c: na })).toEqual(['76.67', '77.00', '77.00', '79.00', '69.00'])
  })
  test('国办: 63 of 75 → 63 × 4/3 = 84', () => {
    const rubric = aRubric([aGroup('A', 75, [anItem('a', 75)]), aGroup('B', 25, [anItem('b', 25)])])
    expect(totals(rubric, { a: 63, b: na }).slice(0, 2)).toEqual(['84.00', '84.00'])
  })
  test('within the parent 1.6 of 3 becomes 6.4 of 12', () => {
    const rubric = aRubric([aGroup('A', 12, [anItem('a', 3), anItem('b', 9)]), aGroup('B', 88, [anItem('c', 88)])], { notApplicableMethod: 'withinParent' })
    const tree = treeOf(rubric, { a: 1.6, b: na, c: 0 })
    expect(tree.base && writeExact(tree.base.low)).toBe('6.4')
  })
  test('a stray item beside groups keeps its own weight; a group within a group goes up level by level', () => {
    const rubric = aRubric([aGroup('A', 100, [aGroup('A-a', 40, [aGroup('A-a-1', 10, [anItem('p', 10)]), anItem('q', 30)]), anItem('r', 60)])])
    // (b): the 10 go to q within A-a. (c): so do they, p's group has one sibling left.
    expect(totals(rubric, { p: na, q: 15, r: 60 })).toEqual(['83.33', '80.00', '80.00', '85.00', '75.00'])
  })
})

test('all N/A gives no total under every method (§6A.41), and nothing N/A gives the plain sum under every method', () => {
  expect(totals(xy, { x1: na, x2: na, x3: na, y1: na })).toEqual([null, null, null, null, null])
  expect(totals(xy, { x1: 15, x2: 4, x3: 10, y1: 24 })).toEqual(Array.from({ length: 5 }, () => '53.00'))
})

test('the share of N/A is in the tree, with a warning above 20 % (§6A.10)', () => {
  const at = (values: Values) => {
    const { notApplicable } = treeOf(xy, values)
    return [writeExact(notApplicable.share), notApplicable.warn]
  }
  expect([at({}), at({ x1: na }), at({ x1: na, x2: na }), at({ x3: na, x1: 'pending' })]).toEqual([['0', false], ['0.2', false], ['0.3', true], ['0.3', true]])
})

describe('weights (§5.1, §6A.10)', () => {
  test('weights equal to points give the same result', () => {
    const plain = aRubric([aGroup('A', 60, [anItem('a', 24), anItem('b', 36)]), aGroup('B', 40, [anItem('c', 40)])])
    const weighted = aRubric([
      { ...aGroup('A', 60, [anItem('a', 24, undefined, { weight: 40 }), anItem('b', 36, undefined, { weight: 60 })]), weight: 60 },
      { ...aGroup('B', 40, [anItem('c', 40)]), weight: 40 },
    ])
    for (const values of [{ a: 12, b: 9, c: 33 }, { a: 12, b: na, c: 33 }]) expect(totals(weighted, values)).toEqual(totals(plain, values))
  })

  test('87.80/81.70/81.15/87.50/95.00 by 25/25/30/10/10 → 84.97, and by 15/20/40/10/15 (vector 15)', () => {
    const marks = { a: 87.8, b: 81.7, c: 81.15, d: 87.5, e: 95 }
    const by = (weights: readonly number[]) =>
      aRubric(Object.keys(marks).map((id, index) => ({ ...aGroup(id.toUpperCase(), 100, [anItem(id, 100)]), weight: weights[index] as number })), { full: 100 })
    expect([totals(by([25, 25, 30, 10, 10]), marks)[0], totals(by([15, 20, 40, 10, 15]), marks)[0]]).toEqual(['84.97', '84.97'])
  })

  test('weights down the path, points below: 25 % of 100 in items of 3 and 2 are worth 15 and 10', () => {
    const rubric = aRubric([{ ...aGroup('A', 5, [anItem('a', 3), anItem('b', 2)]), weight: 25 }, { ...aGroup('B', 7, [anItem('c', 7)]), weight: 75 }], { full: 100 })
    const tree = treeOf(rubric, { a: 1, b: na, c: 7 })
    const [a, b] = tree.groups[0]!.children
    expect([a, b].map((item) => item?.kind === 'item' && writeExact(item.effective))).toEqual(['15', '10'])
    expect([writeExact(tree.groups[0]!.full), writeExact(tree.groups[0]!.earned.low), writeExact(tree.available)]).toEqual(['25', '5', '90'])
    expect(tree.base && formatPoints(tree.base.low, 2)).toBe('88.89')
  })
})

describe('body types', () => {
  test('an item that does not apply to departments is N/A for them, whatever stands in their card', () => {
    const rubric = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 40, undefined, { variants: [{ when: { kinds: ['department'] }, label: '部门', applies: false }] })])])
    const marks = new Map([['a' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 45 } }]])
    const department = rollUpUnit(rubric, { kind: 'department', level: 'city' }, 2024, marks)
    expect([department.counts.notApplicable, department.counts.unscored, department.base && writeExact(department.base.low), writeExact(department.notApplicable.share)]).toEqual([1, 0, '75', '0.4'])
    expect(rollUpUnit(rubric, county, 2024, marks).counts).toMatchObject({ notApplicable: 0, unscored: 1 })
  })

  test('other weights for other bodies', () => {
    const variant = (weight: number) => ({ variants: [{ when: { kinds: ['department' as const] }, label: '部门', weight }] })
    const rubric = aRubric([aGroup('A', 10, [anItem('a', 10, undefined, { weight: 60, ...variant(20) }), anItem('b', 10, undefined, { weight: 40, ...variant(80) })])], { full: 100 })
    const marks = new Map([['a' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 10 } }], ['b' as ItemId, { state: 'notFound' as const, answer: null }]])
    expect([county, { kind: 'department', level: 'county' } as const].map((unit) => rollUpUnit(rubric, unit, 2024, marks).base?.low)).toEqual([pointsOf(60), pointsOf(20)])
  })

  test('other full marks: the judge’s M is the body’s', () => {
    const rubric = aRubric([aGroup('A', 10, [
      anItem('a', 4, undefined, { variants: [{ when: { kinds: ['department'] }, label: '部门', full: 6 }] }),
      anItem('b', 6, undefined, { variants: [{ when: { kinds: ['department'] }, label: '部门', full: 4 }] }),
    ])])
    const marks = new Map([['a' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 6 } }], ['b' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 1 } }]])
    expect(rollUpUnit(rubric, { kind: 'department', level: 'county' }, 2024, marks).base?.low).toEqual(pointsOf(7))
    // For a government 6 is above M: the stored answer no longer fits and is open.
    expect(rollUpUnit(rubric, county, 2024, marks).counts.pending).toBe(1)
  })
})

// --- the definitions of §6A.7–9 written apart from the engine, as rates ---

function oracle(rubric: Rubric, method: NotApplicableMethod, rateOf: (id: string) => Points | null): Points | null {
  const full = (node: RubricNode) => pointsOf(node.full)
  const leaves = (node: RubricNode): RubricNode[] => (node.kind === 'item' ? [node] : node.children.flatMap(leaves))
  const all = rubric.groups.flatMap(leaves)
  const live = (node: RubricNode): boolean => leaves(node).some((leaf) => rateOf(leaf.id) !== null)
  if (!all.some(live)) return null
  const sum = (values: readonly Points[]) => sumPoints(values)
  if (method === 'global') {
    const applicable = all.filter(live)
    return dividePoints(multiplyPoints(pointsOf(rubric.full), sum(applicable.map((leaf) => multiplyPoints(full(leaf), rateOf(leaf.id) as Points)))), sum(applicable.map(full)))
  }
  if (method === 'withinParent') {
    const rate = (children: readonly RubricNode[]): Points => {
      const applicable = children.filter(live)
      const of = (node: RubricNode): Points => (node.kind === 'item' ? (rateOf(node.id) as Points) : rate(node.children))
      return dividePoints(sum(applicable.map((node) => multiplyPoints(full(node), of(node)))), sum(applicable.map(full)))
    }
    return multiplyPoints(pointsOf(rubric.full), rate(rubric.groups))
  }
  if (method === 'equalAdd') {
    const points = (children: readonly RubricNode[], target: Points): Points => {
      const applicable = children.filter(live)
      const held = sum(applicable.map(full))
      return sum(applicable.map((node) => {
        const own = sum([full(node), dividePoints(sum([target, { numerator: -held.numerator, denominator: held.denominator }]), pointsOf(applicable.length))])
        return node.kind === 'item' ? multiplyPoints(own, rateOf(node.id) as Points) : points(node.children, own)
      }))
    }
    return points(rubric.groups, pointsOf(rubric.full))
  }
  return sum(all.map((leaf) => multiplyPoints(full(leaf), rateOf(leaf.id) ?? (method === 'countFull' ? pointsOf(1) : zeroPoints))))
}

const deep = aRubric([
  aGroup('A', 30, [aGroup('A-a', 12, [anItem('a1', 5), anItem('a2', 7)]), anItem('a3', 8), aGroup('A-b', 10, [anItem('a4', 10)])]),
  aGroup('B', 20, [anItem('b1', 20)]),
  aGroup('C', 50, [aGroup('C-a', 50, [anItem('c1', 15), anItem('c2', 35)])]),
])
const ids = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2']
const fulls = [5, 7, 8, 10, 20, 15, 35]
const hundredths = fc.tuple(...ids.map(() => fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(na))))

describe('properties', () => {
  const valuesOf = (list: readonly (number | typeof na)[]): Values =>
    Object.fromEntries(ids.map((id, index) => [id, list[index] === na ? na : ((list[index] as number) * (fulls[index] as number)) / 100]))

  test.each(methods)('%s: the total is the definition’s, its contributions add to it, and it lies within bounds', (notApplicableMethod) => {
    fc.assert(fc.property(hundredths, (list) => {
      const rubric = { ...deep, notApplicableMethod }
      const tree = treeOf(rubric, valuesOf(list))
      const expected = oracle(rubric, notApplicableMethod, (id) => {
        const value = list[ids.indexOf(id)]
        return typeof value === 'number' ? pointsOf(String(value / 100)) : null
      })
      expect(tree.base?.low ?? null).toEqual(expected)
      const contributions = contributionsOf(tree)
      expect(contributions && sumRanges(contributions.values())).toEqual(tree.base)
      if (!expected) return
      expect([comparePoints(expected, zeroPoints) >= 0, comparePoints(expected, pointsOf(100)) <= 0]).toEqual([true, true])
    }), { numRuns: 300 })
  })

  test.each(methods)('%s: raising one item never lowers the total', (notApplicableMethod) => {
    fc.assert(fc.property(hundredths, fc.nat({ max: 6 }), (list, at) => {
      const rubric = { ...deep, notApplicableMethod }
      fc.pre(typeof list[at] === 'number')
      const raised = list.map((value, index) => (index === at ? 100 : value))
      const [before, after] = [treeOf(rubric, valuesOf(list)).base, treeOf(rubric, valuesOf(raised)).base]
      expect(before && after && comparePoints(before.low, after.low)).toBeLessThanOrEqual(0)
    }), { numRuns: 100 })
  })

  test.each(methods)('%s: the order of siblings changes nothing', (notApplicableMethod) => {
    fc.assert(fc.property(hundredths, (list) => {
      const mirrored = (nodes: readonly RubricNode[]): RubricNode[] => [...nodes].reverse().map((node) => (node.kind === 'group' ? { ...node, children: mirrored(node.children) } : node))
      const rubric = { ...deep, notApplicableMethod }
      const turned = { ...rubric, groups: mirrored(rubric.groups) as Rubric['groups'] }
      expect(treeOf(turned, valuesOf(list)).base).toEqual(treeOf(rubric, valuesOf(list)).base)
    }), { numRuns: 100 })
  })
})
