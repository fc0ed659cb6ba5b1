import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchForm } from '#core/text/matchForm'
import { searchIndex, type IndexHit } from '#core/search/searchIndex'
import { addText, buildIndex, removeText } from '#core/search/textIndex'

const unit = fc.constantFrom('甲', '乙', 'a', 'Ａ', '，', ',', '\n', ' ', '\0')
const aText = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }))
const aPhrase = fc.string({ unit, minLength: 0, maxLength: 4 })
const all = { limit: Infinity }

/** Where a phrase stands, text by text; `phrase` is its number. */
function byIndexOf(texts: Iterable<readonly [string, string]>, words: string, phrase = 0): IndexHit[] {
  const form = matchForm(words)
  const hits: IndexHit[] = []
  if (form === '') return hits
  for (const [id, text] of texts) {
    const folded = matchForm(text)
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) hits.push({ id, start: at, end: at + form.length, phrase })
  }
  return hits
}

function answerOf(hits: readonly IndexHit[], limit = Infinity) {
  return { counts: [countsOf(hits)], hits: hits.slice(0, limit), total: hits.length }
}

function countsOf(hits: readonly IndexHit[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { id } of hits) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function named(texts: readonly string[]): [string, string][] {
  return texts.map((text, i) => [`r${i}`, text])
}

describe('searchIndex', () => {
  test('finds what indexOf finds in the match form', () => {
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), aPhrase, fc.nat(5), (texts, phrase, limit) => {
        const index = buildIndex(named(texts))
        expect(searchIndex(index, [phrase], all)).toEqual(answerOf(byIndexOf(named(texts), phrase)))
        expect(searchIndex(index, [phrase], { limit })).toEqual(answerOf(byIndexOf(named(texts), phrase), limit))
      }),
      { numRuns: 300 },
    )
  })

  test('several phrases: counted one by one, listed where all of them stand, in the order asked for', () => {
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), fc.array(aPhrase, { maxLength: 3 }), fc.nat(9), fc.boolean(), (texts, phrases, limit, backwards) => {
        const places = phrases.map((phrase, at) => byIndexOf(named(texts), phrase, at))
        const counts = places.map(countsOf)
        const order = named(texts).map(([id]) => id)
        if (backwards) order.reverse()
        const hits = order.flatMap((id) => (phrases.length > 0 && counts.every((counted) => counted.has(id)) ? places.flat().filter((hit) => hit.id === id).sort((a, b) => a.start - b.start || a.phrase - b.phrase) : []))
        expect(searchIndex(buildIndex(named(texts)), phrases, { limit, order })).toEqual({ counts, hits: hits.slice(0, limit), total: hits.length })
      }),
      { numRuns: 300 },
    )
  })

  test('finds every piece of a text in it', () => {
    fc.assert(
      fc.property(fc.array(aText, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(30), fc.integer({ min: 1, max: 9 }), (texts, which, from, length) => {
        const phrase = texts[which % texts.length]!.slice(from, from + length)
        expect(searchIndex(buildIndex(named(texts)), [phrase], all)).toEqual(answerOf(byIndexOf(named(texts), phrase)))
      }),
      { numRuns: 300 },
    )
  })

  test('after texts came and went it is the index of those that are there, in the order in which they came', () => {
    const step = fc.tuple(fc.constantFrom('r1', 'r2', 'r3', 'r4'), fc.option(aText, { nil: null }))
    fc.assert(
      fc.property(fc.array(fc.tuple(step, aPhrase), { maxLength: 12 }), (steps) => {
        const index = buildIndex<string>([])
        const texts = new Map<string, string>()
        for (const [[id, text], phrase] of steps) {
          texts.delete(id)
          if (text === null) removeText(index, id)
          else {
            addText(index, id, text)
            texts.set(id, text)
          }
          expect(searchIndex(index, [phrase], all)).toEqual(answerOf(byIndexOf(texts, phrase)))
        }
      }),
    )
  })
})

describe('texts beyond one segment', () => {
  // Five texts of 3 million units: two a segment, so three segments; words that are rare, common, and far apart.
  const long = (seed: number): string => Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * seed) % 700)).repeat(50)).join('')
  const texts: [string, string][] = [3, 7, 11, 13, 17].map((seed) => [`r${seed}`, `${long(seed)}末尾${seed}`])

  test('are found in all of them, and when one leaves in the others', () => {
    const index = buildIndex(texts)
    for (const phrase of ['末尾', '末尾1', '尾7', '一丁', '丁', '7', '无此']) expect([phrase, searchIndex(index, [phrase], all)]).toEqual([phrase, answerOf(byIndexOf(texts, phrase))])
    expect(index.segments.length).toBe(3)
    removeText(index, 'r3')
    removeText(index, 'r11')
    const left = texts.filter(([id]) => id !== 'r3' && id !== 'r11')
    for (const phrase of ['末尾', '一丁']) expect([phrase, searchIndex(index, [phrase], all)]).toEqual([phrase, answerOf(byIndexOf(left, phrase))])
    expect(index.segments.length).toBe(2)
    for (const [id] of left) removeText(index, id)
    expect({ segments: index.segments, texts: index.segmentOf.size }).toEqual({ segments: [], texts: 0 })
  })
})
