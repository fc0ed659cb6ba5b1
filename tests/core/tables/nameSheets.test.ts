import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSheets } from '#core/tables/nameSheets'

describe('nameSheets', () => {
  test('good names stay, signs that need quotes go, doubles are numbered', () => {
    expect(nameSheets(['说明', '总排名_市/县', '总排名_市县', '总排名_市:县', 'Ranking', 'RANKING'])).toEqual(['说明', '总排名_市县', '总排名_市县_2', '总排名_市县_3', 'Ranking', 'RANKING_2'])
  })

  test('what a formula would read as a cell or a number gets a sign before it', () => {
    expect(nameSheets(['A1', 'R1C1', 'r', '2024', '', "'='", 'History'])).toEqual(['_A1', '_R1C1', '_r', '_2024', '_', '__2', '_History'])
  })

  test('long names are cut to 31 without halving a sign, and stay unique', () => {
    const long = '𠮷'.repeat(40)
    const names = nameSheets([long, long, '县'.repeat(50)])
    expect(names).toEqual(['𠮷'.repeat(15), '𠮷'.repeat(14) + '_2', '县'.repeat(31)])
  })

  test('whatever is wished for: at most 31 characters, unique whatever the case, safe without quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 30 }), (wishes) => {
        const names = nameSheets(wishes)
        expect(names.length).toBe(wishes.length)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]{0,30}$/u)
      }),
    )
  })
})
