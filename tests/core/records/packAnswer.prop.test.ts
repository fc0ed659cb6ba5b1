import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswer } from '../../builders/entryArbitraries'
import { checkAnswer } from '#core/records/checkScoreEntry'
import { packAnswer, unpackAnswer } from '#core/records/packAnswer'

describe('packed answers', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(unpackAnswer(packAnswer(answer))).toEqual({ ok: true, value: answer })
      }),
      { numRuns: 1_000 },
    )
  })

  test('hold no control character, so that they can be joined by one', () => {
    fc.assert(fc.property(anyAnswer, (answer) => {
      // eslint-disable-next-line no-control-regex
      expect(packAnswer(answer)).not.toMatch(/[\u0000-\u001f]/)
    }))
  })

  test('do not depend on the order of keys', () => {
    expect(packAnswer({ kind: 'count', events: { b: 2, a: 1 } })).toBe(packAnswer({ kind: 'count', events: { a: 1, b: 2 } }))
  })

  test('any string is an answer that packs to it, or a problem', () => {
    const nearly = fc.tuple(fc.constantFrom('L', 'P', 'D', 'C', 'X', 'R', 'N', 'I', 'M', 'J', 'T', 'K', 'E', 'F', 'S', 'Q', 'G', 'V', 'W'), fc.oneof(fc.string(), fc.constantFrom('2024-02-30', '1e3', '+1', '01', ' 1', ';a', ';a=', ';b=1;a=1', '1;2;3', '1;a=2', 'a;b', '%zz', '%3B', '!', '!!', '1', '2'))).map(([letter, rest]) => letter + rest)
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (text) => {
        const result = unpackAnswer(text)
        if (result.ok) {
          expect(packAnswer(result.value)).toBe(text)
          expect(checkAnswer(result.value).ok).toBe(true)
        } else expect(result.problem.kind).toBe('invalid-record')
      }),
      { numRuns: 1_000 },
    )
  })

  test.each(['', 'P2', 'P', 'D2023-02-29', 'T2024-13-01', 'T', 'J', 'J+1', 'J01', 'JNaN', 'JInfinity', 'R1', 'R1;2;3', 'C;a', 'C;a=', 'C;a=y', 'X;a=x', 'C;b=1;a=1', 'L%3B', 'V2', 'Q', 'Q1;a', 'E1/2', 'Ea;b;c', 'S;a=y', 'L\u001f', 'Z1'])('%j is none', (text) => {
    expect(unpackAnswer(text).ok).toBe(false)
  })

  test('written out', () => {
    expect(
      [
        packAnswer({ kind: 'level', level: 'full;1' }),
        packAnswer({ kind: 'checklist', marks: { b: 'notApplicable', a: 1.5 } }),
        packAnswer({ kind: 'ratio', numerator: 3, denominator: 4 }),
        packAnswer({ kind: 'itemMean', marks: ['good', ''] }),
        packAnswer({ kind: 'itemMean', marks: [] }),
        packAnswer({ kind: 'timeliness', never: true }),
        packAnswer({ kind: 'judge', points: -0 }),
        packAnswer({ kind: 'reference', exact: '1234/25', from: 'p;1' }),
        packAnswer({ kind: 'scale', counts: { 5: 3, 4: 1 }, unknown: 2 }),
        packAnswer({ kind: 'sources', scores: { site: 'notApplicable', desk: 77.5 } }),
      ],
    ).toEqual(['Lfull%3b1', 'C;a=1.5;b=x', 'R3;4', 'M;good;', 'M', 'T!', 'J0', 'E1234/25;p%3b1', 'Q2;4=1;5=3', 'S;desk=77.5;site=x'])
  })
})
