import { expect, test } from 'vitest'
import type { RubricItem } from '#core/rubric/rubric'
import { lawBasedDimensions, lawBasedTable } from './lawBasedTable'
import { loadShipped } from './loadShipped'
import { writeRule, writeVariants } from './writeRule'

const rubric = loadShipped('law-based-government-2021')

test('law-based-government-2021 has the nine dimensions of METHOD, 42 items and 100 points', () => {
  expect(rubric.groups.map((group) => [group.id, group.name, group.full])).toEqual(lawBasedDimensions)
  expect(lawBasedTable.length).toBe(42)
  expect(lawBasedTable.reduce((sum, { full }) => sum + full, 0)).toBe(100)
})

test('says of every item what the table of METHOD says', () => {
  const rows = rubric.groups.flatMap((dimension) =>
    dimension.children.map((node) => {
      const leaf = node as RubricItem
      return {
        id: leaf.id as string,
        name: leaf.name,
        full: leaf.full,
        rule: writeRule(leaf.rule),
        ...(leaf.variants && { variants: writeVariants(leaf) }),
        ...(leaf.notApplicable && { mayNotApply: true as const }),
      }
    }),
  )
  expect(rows).toEqual(lawBasedTable)
})

test('adjusts the base total as METHOD says: bonus to 5, negative list to 10, two vetoes', () => {
  const lines = (list: readonly RubricItem[]) => list.map(({ id, name, full, rule }) => `${id} ${name} ${full}: ${writeRule(rule)}`)
  expect({ ...rubric.bonus, items: lines(rubric.bonus!.items) }).toEqual({ items: ['P1 国家级示范命名 3: count 3 2 cap 3', 'P2 国家级典型推广 3: count 1 cap 3'], cap: 5 })
  expect({ ...rubric.negative, items: lines(rubric.negative!.items) }).toEqual({
    items: ['N1 重大决策未经合法性审查 2: negative 0.5', 'N2 违法行政被通报 4: negative 1', 'N3 负有责任的较大以上事故、事件 6: negative 2'],
    cap: 10,
  })
  expect(lines(rubric.vetoes!)).toEqual(['V1 重大违法行政造成恶劣影响 0: veto lower by 1', 'V2 数据造假 0: veto cap at 59'])
})
