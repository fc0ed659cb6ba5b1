import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A test file outside every Vitest project of vite.config.ts is never run, and nobody is told. */
test('every test file lies in a folder that a project runs', () => {
  const config = readFileSync('vite.config.ts', 'utf8')
  const homes = [...config.matchAll(/include: \['tests\/\{?([a-z0-9,]+)\}?\/\*\*\/\*\.test\.ts'\]/g)].flatMap((match) => match[1]?.split(',') ?? [])
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  const tests = files.filter((path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path))
  expect(homes).toContain('architecture')
  expect(tests.filter((path) => !path.endsWith('.test.ts') || !homes.includes(path.split('/')[0] ?? ''))).toEqual([])
})
