import { describe, expect, test } from 'vitest'
import { formatPoints, pointsOf } from '#core/points'
import { flattenItems } from '#core/rubric/flattenItems'
import { fullOf, fullOfElement } from '#core/rubric/fullOf'
import { bodyOf } from '#core/rubric/bodyOf'
import { ruleFor, variantFor } from '#core/rubric/ruleFor'
import { everyRule, itemWith, rubricWithEveryRule } from './rubricWithEveryRule'

const item = {
  ...itemWith('A1', everyRule.judge),
  variants: [
    { when: { kinds: ['department' as const], levels: ['city' as const, 'county' as const] }, rule: everyRule.level, label: '市县部门' },
    { when: { levels: ['city' as const] }, rule: everyRule.count, label: '市级' },
    { when: { kinds: ['department' as const] }, rule: everyRule.ratio, label: '部门' },
  ],
}

describe('ruleFor', () => {
  test.each([
    ['department', 'county', everyRule.level, '市县部门'],
    ['department', 'city', everyRule.level, '市县部门'],
    ['government', 'city', everyRule.count, '市级'],
    ['department', 'province', everyRule.ratio, '部门'],
    ['government', 'province', everyRule.judge, undefined],
  ] as const)('%s of a %s: the first variant that fits, else the own rule', (kind, level, rule, label) => {
    expect(ruleFor(item, { kind, level })).toBe(rule)
    expect(variantFor(item, { kind, level })?.label).toBe(label)
  })

  test('an item without variants has one rule for all', () => {
    expect(ruleFor(itemWith('A1', everyRule.judge), { kind: 'government', level: 'city' })).toBe(everyRule.judge)
  })
})

describe('flattenItems and fullOf', () => {
  test('items come in the order of the file, from any depth', () => {
    const deep = { ...rubricWithEveryRule, groups: [{ kind: 'group' as const, id: 'X', name: '外', full: 39, children: rubricWithEveryRule.groups }] }
    const ids = [...Object.keys(everyRule).filter((kind) => kind !== 'negative' && kind !== 'veto'), 'B1', 'B2', 'C1', 'C2', 'C3']
    expect(flattenItems(rubricWithEveryRule).map(({ id }) => id)).toEqual(ids)
    expect(flattenItems(deep).map(({ id }) => id)).toEqual(ids)
  })

  test('full points are exact, an element has its highest mark', () => {
    expect(fullOf({ full: 1.2 })).toEqual({ numerator: 6n, denominator: 5n })
    expect(everyRule.checklist.elements.map((element) => formatPoints(fullOfElement(element), 1))).toEqual(['1.5', '1.0'])
  })
})

describe('bodyOf', () => {
  const varied = {
    ...itemWith('A1', everyRule.judge),
    weight: 30,
    variants: [
      { when: { kinds: ['department' as const] }, applies: false as const, label: '部门' },
      { when: { levels: ['city' as const] }, full: 3, weight: 12.5, label: '市级' },
    ],
  }

  test('what the variant does not say is the item’s own', () => {
    expect(bodyOf(varied, { kind: 'government', level: 'county' })).toEqual({ rule: everyRule.judge, full: pointsOf(2), weight: pointsOf(30), applies: true, label: null })
    expect(bodyOf(varied, { kind: 'government', level: 'city' })).toEqual({ rule: everyRule.judge, full: pointsOf(3), weight: pointsOf(12.5), applies: true, label: '市级' })
    expect(bodyOf(varied, { kind: 'department', level: 'city' })).toEqual({ rule: everyRule.judge, full: pointsOf(2), weight: pointsOf(30), applies: false, label: '部门' })
    expect(ruleFor(varied, { kind: 'department', level: 'city' })).toBe(everyRule.judge)
  })
})
