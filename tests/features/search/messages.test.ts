import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '#features/search/messages.en.json'
import zh from '#features/search/messages.zh.json'
import uiZh from '#ui/messages.zh.json'

/** Keys with the values that their sentences take. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key} ${[...new Set([...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join(' ')}`] : keysOf(value as object, `${path}${key}.`),
  )
}

test('English says everything that Chinese says, with the same values', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
})

test('every key that is written out has words, and all words are used', () => {
  const folder = join(import.meta.dirname, '../../../src/features/search')
  const sources = readdirSync(folder).filter((name) => /\.(vue|ts)$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const written = new Set([...sources.matchAll(/'((?:search|ui)\.[\w.]+)'/g)].map(([, key]) => key as string))
  const known = new Set(keysOf({ search: zh, ui: uiZh }).map((key) => key.split(' ')[0]!))
  expect([...written].filter((key) => !known.has(key))).toEqual([])
  expect([...known].filter((key) => key.startsWith('search.') && !written.has(key))).toEqual([])
})
