import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRubric } from '#core/rubric/parseRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import schema from '#rubrics/rubric.schema.json'
import { breakSomewhere } from '../core/rubric/breakSomewhere'
import { rubricWithEveryRule } from '../core/rubric/rubricWithEveryRule'

const fitsSchema = new Ajv2020({ allErrors: false, strict: true }).compile(schema)
const files = readdirSync('rubrics').filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json')

describe('rubric.schema.json', () => {
  test.each(files)('%s fits, is sound, and names its schema', (name) => {
    const value = JSON.parse(readFileSync(`rubrics/${name}`, 'utf8'))
    expect([fitsSchema(value), fitsSchema.errors]).toEqual([true, null])
    expect(parseSoundRubric(value)).toEqual({ ok: true, value })
    expect(value.$schema).toBe('./rubric.schema.json')
    expect(`${value.key}.json`).toBe(name)
  })

  test('allows what the program allows: a rubric with every rule and every field', () => {
    expect([fitsSchema(rubricWithEveryRule), fitsSchema.errors]).toEqual([true, null])
  })

  test('agrees with the program when something is broken: sound rubrics fit, and what has no shape does not', () => {
    const seen = { sound: 0, shapeless: 0 }
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 2 }), (place, way) => {
        const broken = breakSomewhere(rubricWithEveryRule, place, way, null)
        if (parseSoundRubric(broken).ok) {
          seen.sound += 1
          expect([broken, fitsSchema(broken)]).toEqual([broken, true])
        } else if (!parseRubric(broken).ok) {
          seen.shapeless += 1
          expect([broken, fitsSchema(broken)]).toEqual([broken, false])
        }
      }),
      { numRuns: 1500, seed: 2025 },
    )
    // Both sides were really asked.
    expect(Math.min(seen.sound, seen.shapeless)).toBeGreaterThan(50)
  }, 60_000)

  test('explains every field in Chinese', () => {
    const silent: string[] = []
    walk(schema.properties, 'properties')
    for (const [name, definition] of Object.entries(schema.$defs)) walk('properties' in definition ? definition.properties : {}, name)
    function walk(properties: object, path: string): void {
      for (const [name, property] of Object.entries(properties)) {
        const { description, items } = property as { description?: string; items?: { properties?: object } }
        if (name !== 'kind' && !/[一-鿿]/.test(description ?? '')) silent.push(`${path}.${name}`)
        if (items?.properties) walk(items.properties, `${path}.${name}`)
      }
    }
    expect(silent).toEqual([])
  })
})
