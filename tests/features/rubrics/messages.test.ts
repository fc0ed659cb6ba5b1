import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import zh from '#features/rubrics/messages.zh.json'
import uiZh from '#ui/messages.zh.json'

const folder = join(import.meta.dirname, '../../../src/features/rubrics')
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  // The words of versions/ stand beside it and have a test of their own.
  .filter((entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && !entry.parentPath.endsWith('versions'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')

function has(key: string): boolean {
  let at: unknown = { rubrics: zh, ui: uiZh }
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part]
  return typeof at === 'string'
}

test('every key that is written out has words', () => {
  const keys = [...new Set([...sources.matchAll(/'((?:rubrics|ui)\.[\w.-]+\w)'/g)].map(([, key]) => key as string))]
  expect(keys.length).toBeGreaterThan(150)
  expect(keys.filter((key) => !has(key))).toEqual([])
})
