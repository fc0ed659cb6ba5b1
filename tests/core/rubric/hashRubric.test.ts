import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#core/rubric/canonicalJson'
import { hashRubric } from '#core/rubric/hashRubric'
import type { Rubric } from '#core/rubric/rubric'
import { arbitraryRubric } from './arbitraryRubric'
import { rubricWithEveryRule } from './rubricWithEveryRule'

type Json = Record<string, unknown>
const original = hashRubric(rubricWithEveryRule)

/** The rubric after `change` at every object for which `change` gives another one. */
function changed(change: (node: Json) => Json): Rubric {
  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(change(value as Json)).map(([name, field]) => [name, walk(field)]))
  }
  return walk(rubricWithEveryRule) as Rubric
}

function inEvery(name: string, value: unknown): Rubric {
  return changed((node) => (name in node ? { ...node, [name]: value } : node))
}

describe('hashRubric', () => {
  test('is the SHA-256 of the canonical JSON without $schema', () => {
    const { $schema, ...content } = rubricWithEveryRule
    expect($schema).toBe('./rubric.schema.json')
    expect(original.hash).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'))
  })

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(arbitraryRubric, fc.func(fc.integer()), (rubric, orderOf) => {
        function shuffle(value: unknown): unknown {
          if (Array.isArray(value)) return value.map(shuffle)
          if (typeof value !== 'object' || value === null) return value
          return Object.fromEntries(Object.entries(value).sort(([a], [b]) => orderOf(a) - orderOf(b)).map(([name, field]) => [name, shuffle(field)]))
        }
        expect(hashRubric(shuffle(rubric) as Rubric)).toEqual(hashRubric(rubric))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test.each([['$schema'], ['a field without a value']])('%s is no content', (name) => {
    const other = name === '$schema' ? { ...rubricWithEveryRule, $schema: 'elsewhere.json' } : { ...rubricWithEveryRule, note: undefined }
    expect(hashRubric(other)).toEqual(original)
  })

  test.each([
    ['version'], ['name'], ['summary'], ['title'], ['short'], ['note'], ['guidance'], ['criterion'], ['label'], ['dateLabel'],
    ['measure'], ['subItem'], ['numerator'], ['denominator'], ['place'],
  ])('other words in %s: another rubric of the same structure', (name) => {
    const { hash, structureHash } = hashRubric(inEvery(name, '另一种说法'))
    expect(structureHash).toBe(original.structureHash)
    expect(hash).not.toBe(original.hash)
  })

  const rewordings: readonly (readonly [string, Rubric])[] = [
    ['cue words', inEvery('cueWords', [])],
    ['settled examples', inEvery('examples', [])],
    ['consistency rules', inEvery('consistency', [])],
    ['legal bases and references to them', changed((node) => ({ ...node, ...('bases' in node && { bases: [] }), ...('basis' in node && Array.isArray(node['basis']) && { basis: [] }) }))],
  ]
  test.each(rewordings)('other %s: the same structure', (_name, rubric) => {
    const { hash, structureHash } = hashRubric(rubric)
    expect(structureHash).toBe(original.structureHash)
    expect(hash).not.toBe(original.hash)
  })

  test('the condition of 不适用 is wording, that there is one is structure', () => {
    expect(hashRubric(inEvery('notApplicable', { when: '另一条件' })).structureHash).toBe(original.structureHash)
    const without = changed((node) => Object.fromEntries(Object.entries(node).filter(([name]) => name !== 'notApplicable')))
    expect(hashRubric(without).structureHash).not.toBe(original.structureHash)
  })

  test.each([
    ['key', 'other'], ['id', 'other'], ['full', 3], ['points', 1], ['cap', 1], ['floor', 0], ['perEvent', 0.1], ['zeroAt', 0.1],
    ['fullAt', 0.9], ['onEmpty', undefined], ['x', 1], ['y', 1], ['shape', 'linear'], ['closed', 'left'], ['unit', '字'], ['share', 0.5],
    ['step', 0.2], ['deadline', { yearsAfter: 2, month: 3, day: 1 }], ['until', { yearsAfter: 2, month: 3, day: 1 }], ['otherwise', 0.5],
    ['kinds', ['government']], ['levels', ['province']], ['weight', 50], ['best', 'low'], ['award', { kind: 'proportional' }], ['rate', 1], ['value', 9],
    ['gate', undefined], ['capAtFull', false], ['applies', undefined], ['effect', { kind: 'zero' }], ['leastSettledShare', 1], ['bonus', undefined],
    ['negative', undefined], ['totalSources', undefined], ['mergeAt', 'items'], ['vetoes', []], ['notApplicableMethod', 'global'], ['rubric', 'other'],
  ])('another %s is another structure', (name, value) => {
    expect(hashRubric(inEvery(name, value)).structureHash).not.toBe(original.structureHash)
  })

  test('what the program counts is no structure: a person confirms it', () => {
    const measured = changed((node) => (node['id'] === 'interval' ? { ...node, measure: 'sameness' } : node))
    expect(hashRubric(measured).structureHash).toBe(original.structureHash)
    expect(hashRubric(measured).hash).not.toBe(original.hash)
  })

  test('the order of nodes is structure', () => {
    expect(hashRubric({ ...rubricWithEveryRule, groups: [...rubricWithEveryRule.groups].reverse() }).structureHash).not.toBe(original.structureHash)
  })
})

describe('canonicalJson', () => {
  test('sorts keys by code unit, at every depth, and leaves out what has no value', () => {
    expect(canonicalJson({ b: [{ z: 1.5, a: '字"' }, null], 十: true, B: undefined, a: -0 })).toBe('{"a":0,"b":[{"a":"字\\"","z":1.5},null],"十":true}')
  })
})
