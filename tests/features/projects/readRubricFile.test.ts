import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRubricFile } from '#features/projects/readRubricFile'

const shipped = readFileSync(new URL('../../../rubrics/annual-report-quality.json', `file://${import.meta.filename}`), 'utf8')

function aFile(text: string): File {
  return new File([text], 'rubric.json', { type: 'application/json' })
}

test('the shipped rubric is read back from a file, with or without a byte order mark', async () => {
  const plain = await readRubricFile(aFile(shipped))
  const marked = await readRubricFile(aFile(`\ufeff${shipped}`))
  expect(plain.ok && plain.value.full).toBe(100)
  expect(marked).toEqual(plain)
})

test('points that do not add up are refused with their place', async () => {
  const rubric = { ...(JSON.parse(shipped) as Record<string, unknown>), full: 99 }
  expect(await readRubricFile(aFile(JSON.stringify(rubric)))).toEqual({ ok: false, problem: { kind: 'refused', problems: [{ kind: 'sum-differs', path: 'full', stated: '99', sum: '100' }] } })
})

test.each([['', 'empty'], ['  \n', 'empty'], ['{', 'not-json'], ['PK\u0003\u0004', 'not-json'], ['[]', 'refused'], ['null', 'refused']])('%j is refused as %s', async (text, kind) => {
  const read = await readRubricFile(aFile(text))
  expect(read.ok ? 'read' : read.problem.kind).toBe(kind)
})

test('a file of thirty megabytes is refused before it is read', async () => {
  const file = new File([new Uint8Array(30_000_000)], 'rubric.json')
  expect(await readRubricFile(file)).toEqual({ ok: false, problem: { kind: 'too-large', sizeBytes: 30_000_000, limitBytes: 5_000_000 } })
})
