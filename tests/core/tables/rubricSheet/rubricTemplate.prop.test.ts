import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric, RubricNode } from '#core/rubric/rubric'
import { layoutRubricTemplate } from '#core/tables/rubricSheet/layoutRubricTemplate'
import { parseRubricTemplate } from '#core/tables/rubricSheet/parseRubricTemplate'
import { rubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { arbitraryRubric, withRandomEnglish } from '../../rubric/arbitraryRubric'
import { sheetsOf } from './sheetsOf'

const madeAt = '2025-03-01T00:00:00.000Z' as Instant

/** Two neighbours with one id cannot be told apart in a table; adoption refuses them anyway. */
function hasDistinctIds(nodes: readonly RubricNode[]): boolean {
  return new Set(nodes.map(({ id }) => id)).size === nodes.length && nodes.every((node) => node.kind === 'item' || hasDistinctIds(node.children))
}

test('any rubric comes back from its template, whatever its words and numbers', () => {
  fc.assert(
    fc.property(arbitraryRubric, fc.constantFrom('zh' as const, 'en' as const), (rubric, language) => {
      fc.pre(hasDistinctIds(rubric.groups))
      const { $schema: _, ...content } = rubric
      expect(parseRubricTemplate(sheetsOf(layoutRubricTemplate(rubric as Rubric, rubricSheetWords[language], madeAt)))).toEqual({ ok: true, value: content })
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('any text in any cell: a problem or a rubric, never an exception', () => {
  fc.assert(
    fc.property(arbitraryRubric, fc.nat(6), fc.nat(30), fc.nat(12), fc.string(), (rubric, sheet, row, column, text) => {
      const sheets = sheetsOf(layoutRubricTemplate(rubric as Rubric, rubricSheetWords.zh, madeAt))
      const changed = sheets.map((one, index) => (index === sheet ? { ...one, rows: one.rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? text : cell)) : cells)) } : one))
      expect(typeof parseRubricTemplate(changed).ok).toBe('boolean')
    }),
    { numRuns: 200 },
  )
}, 60_000)

test.each(readdirSync('rubrics').filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json'))('%s with any English comes back from its template and from JSON', (name) => {
  const parsed = parseRubric(JSON.parse(readFileSync(`rubrics/${name}`, 'utf8')))
  if (!parsed.ok) throw new Error(`${name} is no rubric`)
  const english = fc.option(fc.oneof(fc.constantFrom('None', 'Mentioned', 'a | b\n\\'), fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }).map((text) => `E${text}`)))
  fc.assert(
    fc.property(fc.infiniteStream(english), fc.constantFrom('zh' as const, 'en' as const), (texts, language) => {
      const rubric = withRandomEnglish(parsed.value, texts)
      const { $schema: _, ...content } = rubric
      expect(parseRubricTemplate(sheetsOf(layoutRubricTemplate(rubric, rubricSheetWords[language], madeAt)))).toEqual({ ok: true, value: content })
      expect(parseRubric(JSON.parse(JSON.stringify(rubric)))).toEqual({ ok: true, value: rubric })
    }),
    { numRuns: 8 },
  )
}, 60_000)
