import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRubric } from '#core/rubric/checkRubric'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import { arbitraryRubric } from './arbitraryRubric'
import { breakSomewhere } from './breakSomewhere'
import { rubricWithEveryRule } from './rubricWithEveryRule'

const json: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 })

test('never throws, on any JSON', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(parseRubric(value).ok).toBe(false)
    }),
  )
})

test('never throws on a rubric that is broken somewhere, nor do the check and the hash of what it lets through', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), json, (place, way, value) => {
      const broken = breakSomewhere(rubricWithEveryRule, place, way, value)
      const parsed = parseSoundRubric(broken)
      if (parsed.ok) expect(hashRubric(parsed.value).hash).toMatch(/^[0-9a-f]{64}$/)
      else for (const problem of parsed.problem) expect(problem).toHaveProperty('path')
    }),
    { numRuns: 2000 },
  )
}, 60_000)

test('reading what was written gives the same rubric, sound or not', () => {
  fc.assert(
    fc.property(arbitraryRubric, (rubric) => {
      expect(parseRubric(JSON.parse(JSON.stringify(rubric)))).toEqual({ ok: true, value: rubric })
      expect(Array.isArray(checkRubric(rubric))).toBe(true)
    }),
    { numRuns: 300 },
  )
}, 60_000)
