import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTestReport } from '../../scripts/readTestReport.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(testResults: readonly object[]): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

const good = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed', fullName: 'a' }, { status: 'skipped', fullName: 'b (needs ../shared)' }] }

test('counts what passed and names what was skipped', () => {
  expect(readTestReport(write([good]), 0)).toEqual({ passed: 1, failed: 0, skipped: ['b (needs ../shared)'], problems: [] })
})

test('a failed test', () => {
  const bad = { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [{ status: 'failed', fullName: 'c' }] }
  expect(readTestReport(write([good, bad]), 1)).toEqual({ passed: 1, failed: 1, skipped: ['b (needs ../shared)'], problems: [] })
})

test('a file that does not load is a failure though none of its tests failed', () => {
  const broken = { name: resolve('tests', 'c.test.ts'), status: 'failed', message: 'Cannot find module x\nstack', assertionResults: [] }
  expect(readTestReport(write([good, broken]), 1)).toMatchObject({ passed: 1, failed: 1, problems: [`${join('tests', 'c.test.ts')}: Cannot find module x`] })
})

test.each([
  ['an error outside any test', [good], 1, 'Vitest ended with exit code 1 though no test failed'],
  ['no test at all', [], 0, 'no test ran'],
])('%s can never look green', (_what, testResults, exitCode, problem) => {
  expect(readTestReport(write(testResults), exitCode)).toMatchObject({ failed: 1, problems: [problem] })
})

test('no report at all', () => {
  expect(readTestReport(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: [], problems: ['no test ran'] })
})
