import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchForm } from '#core/text/matchForm'
import { matchUnits } from '#core/search/matchUnits'
import { eachWord, makeAutomaton } from '#core/search/wordAutomaton'

/** Few characters, so that words overlap, nest and repeat; some that fold to others. */
const narrow = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', 'A', 'Ａ', ',', '，', ' '), maxLength: 40 })
const narrowWord = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', 'Ａ', '，'), maxLength: 5 })
const anyText = fc.string({ unit: 'binary', maxLength: 60 })

type Found = readonly [word: number, start: number]

test('finds what looking for every word by itself finds', () => {
  fc.assert(
    fc.property(fc.array(narrowWord, { maxLength: 12 }), narrow, (words, text) => {
      expect(byAutomaton(words, text)).toEqual(oneByOne(words, text))
    }),
  )
})

test('finds pieces of any text in it', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 })), { maxLength: 20 }), (text, cuts) => {
      const words = cuts.map(([start, length]) => text.slice(start, start + length))
      expect(byAutomaton(words, text)).toEqual(oneByOne(words, text))
    }),
  )
})

test('holds thousands of words with thousands of characters', () => {
  const words = Array.from({ length: 5000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20000), 0x4e00 + ((i * 104729) % 20000), 0x4e00 + (i % 50)).slice(0, 1 + (i % 3)))
  const text = words.filter((_, i) => i % 7 === 0).join('')
  expect(byAutomaton(words, text)).toEqual(oneByOne(words, text))
})

test('the units of a text are folded one by one to its match form', () => {
  const fold = matchUnits()
  fc.assert(
    fc.property(fc.oneof(narrow, anyText), (text) => {
      const form = matchForm(text)
      expect(form.length).toBe(text.length)
      expect(Array.from({ length: text.length }, (_, i) => fold[text.charCodeAt(i)])).toEqual(Array.from({ length: text.length }, (_, i) => form.charCodeAt(i)))
    }),
  )
})

function byAutomaton(words: readonly string[], text: string): Found[] {
  const found: Found[] = []
  eachWord(makeAutomaton(words), text, (word, start) => found.push([word, start]))
  return found.sort(byPlace)
}

function oneByOne(words: readonly string[], text: string): Found[] {
  const forms = words.map(matchForm)
  const form = matchForm(text)
  const found: Found[] = []
  forms.forEach((word, index) => {
    if (word === '' || forms.indexOf(word) !== index) return
    for (let at = form.indexOf(word); at >= 0; at = form.indexOf(word, at + 1)) found.push([index, at])
  })
  return found.sort(byPlace)
}

function byPlace(a: Found, b: Found): number {
  return a[1] - b[1] || a[0] - b[0]
}
