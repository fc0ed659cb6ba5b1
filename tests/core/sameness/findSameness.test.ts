import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSameness } from '#core/sameness/findSameness'
import { runsFoundIn } from '#core/sameness/runsFoundIn'

/** Text of characters that do not come again soon: no two stretches of two such texts are alike by chance. */
function prose(seed: number, length: number): string {
  let state = seed
  let text = ''
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    text += String.fromCharCode(0x4e00 + (state >>> 16) % 6000)
    if (text.length % 30 === 29) text += '。'
  }
  return text
}

const passage = prose(7, 400)
const [first, second] = [prose(1, 910), prose(2, 1210)]

describe('findSameness', () => {
  test('a copied passage, with its place in both texts', () => {
    const [pair, ...others] = findSameness([first + passage, `${second}\n${passage}${prose(3, 300)}`])
    expect(others).toEqual([])
    expect(pair).toEqual({
      a: 0, b: 1,
      shareOfA: { part: 400, whole: 1310 },
      shareOfB: { part: 400, whole: 1910 },
      stretches: [{ a: { start: 910, end: 1310 }, b: { start: 1211, end: 1611 }, same: 400 }],
    })
  })
  test('an edited copy is one stretch', () => {
    const edited = [...passage].map((unit, index) => (index % 11 === 5 ? '某' : index % 17 === 8 ? '' : index % 23 === 4 ? `${unit}又` : unit)).join('')
    const [pair] = findSameness([first + passage + first, second + edited + second])
    expect(pair?.stretches.length).toBe(1)
    const [{ a, b }] = pair!.stretches as [NonNullable<typeof pair>['stretches'][number]]
    expect([Math.abs(a.start - 910) <= 12, Math.abs(a.end - 1310) <= 12, Math.abs(b.start - 1210) <= 12, Math.abs(b.end - 1210 - edited.length) <= 12]).toEqual([true, true, true, true])
  })
  test('sentences in another order are found', () => {
    const sentences = passage.split('。').filter(Boolean)
    const [pair] = findSameness([first + passage, second + sentences.reverse().join('。')])
    expect(pair!.shareOfA.part).toBeGreaterThan(360)
  })
  test('white space and width do not count', () => {
    const spaced = [...passage].map((unit, index) => (index % 40 === 0 ? `${unit}\n\u3000` : unit)).join('').replaceAll('。', '。 ')
    expect(findSameness([passage, spaced])[0]?.shareOfB).toEqual({ part: 400, whole: 400 })
  })
  test('what many share is boilerplate; two who share more are still found', () => {
    const formula = prose(9, 150)
    const texts = Array.from({ length: 12 }, (_, index) => `${prose(100 + index, 600)}${formula}${prose(200 + index, 600)}${index > 9 ? passage : ''}`)
    expect(findSameness(texts).map(({ a, b, shareOfA }) => [a, b, shareOfA.part >= 400 && shareOfA.part < 420])).toEqual([[10, 11, true]])
  })
  test('equal texts are wholly the same, however many and however short', () => {
    expect(findSameness(['甲。', '甲。'])[0]?.shareOfA).toEqual({ part: 2, whole: 2 })
    const pairs = findSameness(Array.from({ length: 8 }, () => first))
    expect([pairs.length, pairs.every(({ shareOfA, shareOfB }) => shareOfA.part === shareOfA.whole && shareOfB.part === shareOfB.whole)]).toEqual([28, true])
  })
  test('nothing to compare', () => {
    expect(findSameness([])).toEqual([])
    expect(findSameness([first])).toEqual([])
    expect(findSameness(['', ''])).toEqual([])
  })
})

describe('runsFoundIn', () => {
  test('counts runs of twelve, repeated ones too', () => {
    const run = '甲乙丙丁戊己庚辛壬癸子丑'
    expect(runsFoundIn(`${run}寅${run}`, [run, '寅'])).toEqual({ runs: 14, found: [{ count: 2, places: [{ start: 0, end: 12 }, { start: 13, end: 25 }] }, { count: 0, places: [] }] })
  })
})

const aText = fc.array(fc.integer({ min: 0, max: 20_000 }).map((unit) => String.fromCharCode(0x4e00 + unit)), { minLength: 0, maxLength: 400 }).map((units) => units.join(''))
const aRelated = fc.tuple(aText, aText, fc.integer({ min: 0, max: 300 })).map(([x, y, cut]) => [x + prose(5, cut) + y, y + prose(5, 300) + x] as const)

describe('properties', () => {
  test('symmetric: the same stretches whichever text comes first', () => {
    fc.assert(
      fc.property(aRelated, ([x, y]) => {
        const there = findSameness([x, y]).map(({ shareOfA, shareOfB, stretches }) => ({ shareOfA, shareOfB, stretches: stretches.map(({ a, b, same }) => JSON.stringify([a, b, same])).sort() }))
        const back = findSameness([y, x]).map(({ shareOfA, shareOfB, stretches }) => ({ shareOfA: shareOfB, shareOfB: shareOfA, stretches: stretches.map(({ a, b, same }) => JSON.stringify([b, a, same])).sort() }))
        if (x !== y) expect(there).toEqual(back)
      }),
      { numRuns: 200 },
    )
  })
  test('an equal text shares all, an unrelated one nothing; shares and stretches lie within bounds', () => {
    fc.assert(
      fc.property(aText, aText, (x, y) => {
        const all = runsFoundIn(x, [x])
        expect(all.found[0]!.count).toBe(all.runs)
        if (x !== '') expect(findSameness([x, x])[0]?.shareOfA).toEqual({ part: x.length, whole: x.length })
        if (x !== y) expect(findSameness([x, y])).toEqual([])
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(aRelated, (texts) => {
        for (const { a, b, shareOfA, shareOfB, stretches } of findSameness(texts)) {
          expect(shareOfA.part <= shareOfA.whole && shareOfB.part <= shareOfB.whole && shareOfA.part > 0).toBe(true)
          for (const stretch of stretches) {
            expect(0 <= stretch.a.start && stretch.a.start < stretch.a.end && stretch.a.end <= texts[a as 0 | 1].length).toBe(true)
            expect(0 <= stretch.b.start && stretch.b.start < stretch.b.end && stretch.b.end <= texts[b as 0 | 1].length).toBe(true)
            expect(stretch.same).toBeLessThanOrEqual(Math.min(stretch.a.end - stretch.a.start, stretch.b.end - stretch.b.start))
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
