import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashRubric, wordingFields } from '#core/rubric/hashRubric'
import { diffRubrics, type RubricDifference } from '#core/rubric/diffRubrics'
import type { Rubric } from '#core/rubric/rubric'
import { placeNodes } from '#core/rubric/version/placeNodes'
import { arbitraryRubric } from './arbitraryRubric'
import { withUniqueIds } from './version/uniqueIds'

const rubric = arbitraryRubric.map(withUniqueIds)

/** What the listed differences come to, read without any hash. */
function sumOf({ fields, nodes }: RubricDifference): RubricDifference['overall'] {
  const kinds = [...fields.map(({ kind }) => kind), ...nodes.flatMap(({ changes }) => changes.map((change) => (change === 'reworded' ? 'wording' : 'structure')))]
  return kinds.includes('structure') ? 'structure' : kinds.length > 0 ? 'wording' : 'same'
}

/** The rubric with every word for people followed by `suffix`. */
function reworded(value: unknown, suffix: string, name = ''): unknown {
  if (typeof value === 'string') return wordingFields.has(name) ? `${value}${suffix}` : value
  if (Array.isArray(value)) return value.map((entry) => reworded(entry, suffix, name === 'cueWords' ? name : ''))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, reworded(inner, suffix, field === 'when' && typeof inner === 'string' ? 'label' : field)]))
}

/** One edit at one place of the JSON, chosen by a number; words, numbers and order alike. */
function edited(original: Rubric, choice: number): Rubric {
  const edits: (() => void)[] = []
  const copy = structuredClone(original) as Rubric
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      if (value.length > 0) edits.push(() => value.pop(), () => value.reverse())
    } else {
      for (const [field, inner] of Object.entries(value)) {
        const target = value as Record<string, unknown>
        if (field === 'id' || field === 'kind' || field === 'items' || field === 'groups') continue
        if (typeof inner === 'string') edits.push(() => { target[field] = `${inner}改` })
        if (typeof inner === 'number') edits.push(() => { target[field] = inner === 7 ? 8 : 7 })
        if (field === 'notApplicable' || field === 'cap' || field === 'variants') edits.push(() => { delete target[field] })
      }
    }
    Object.values(value).forEach(walk)
  }
  walk(copy)
  edits[choice % edits.length]?.()
  return copy
}

describe('diffRubrics', () => {
  test('a rubric is no different from itself, whatever the order of keys', () => {
    fc.assert(fc.property(rubric, (one) => {
      const shuffled = Object.fromEntries(Object.entries(one).reverse()) as unknown as Rubric
      expect(diffRubrics(one, shuffled)).toEqual({ overall: 'same', fields: [], nodes: [] })
    }), { numRuns: 60 })
  })

  test('the listed differences and the hashes say the same: of two rubrics', () => {
    fc.assert(fc.property(rubric, rubric, (before, after) => {
      const difference = diffRubrics(before, after)
      expect(difference.overall).toBe(sumOf(difference))
    }), { numRuns: 60 })
  })

  test('the listed differences and the hashes say the same: after one to three edits', () => {
    fc.assert(fc.property(rubric, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (before, choices) => {
      const difference = diffRubrics(before, choices.reduce(edited, before))
      expect(difference.overall).toBe(sumOf(difference))
    }), { numRuns: 300 })
  })

  test('other words alone ⇔ the same structure hash', () => {
    fc.assert(fc.property(rubric, (before) => {
      const after = reworded(before, '改') as Rubric
      expect(diffRubrics(before, after).overall).toBe('wording')
      expect(hashRubric(after).structureHash).toBe(hashRubric(before).structureHash)
      expect(diffRubrics(before, { ...after, full: before.full === 3 ? 4 : 3 }).overall).toBe('structure')
    }), { numRuns: 60 })
  })

  test('forth and back: added is removed, moved is moved', () => {
    fc.assert(fc.property(rubric, rubric, (a, b) => {
      const [there, back] = [diffRubrics(a, b), diffRubrics(b, a)]
      const count = (difference: RubricDifference, change: string) => difference.nodes.filter(({ changes }) => changes.some((each) => each === change)).length
      expect([count(back, 'removed'), count(back, 'added'), count(back, 'restructured'), count(back, 'reworded'), count(back, 'renamed')])
        .toEqual([count(there, 'added'), count(there, 'removed'), count(there, 'restructured'), count(there, 'reworded'), count(there, 'renamed')])
    }), { numRuns: 60 })
  })

  test('every node is accounted for: nodes of the old one − removed = nodes of the new one − added', () => {
    fc.assert(fc.property(rubric, rubric, (before, after) => {
      const { nodes } = diffRubrics(before, after)
      expect(placeNodes(before).length - nodes.filter((node) => !node.after).length).toBe(placeNodes(after).length - nodes.filter((node) => !node.before).length)
    }), { numRuns: 60 })
  })
})
