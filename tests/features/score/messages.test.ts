import { expect, test } from 'vitest'
import en from '#features/score/messages.en.json'
import zh from '#features/score/messages.zh.json'

/** Keys with the values that their sentences take. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key} ${[...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort().join(' ')}`] : keysOf(value as object, `${path}${key}.`),
  )
}

test('English says everything that Chinese says, with the same values', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
})
