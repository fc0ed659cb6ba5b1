import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import type { Anchor } from '#core/evidence/anchor'
import { locateAnchor } from '#core/evidence/locateAnchor'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { ReportId } from '#core/ids'

const reportId = 'report-1' as ReportId
const otherHash = sha256OfText('another text')

function anchorOf(text: string, quote: string, from = 0): Anchor {
  const start = text.indexOf(quote, from)
  return makeAnchor({ reportId, textHash: sha256OfText(text), text, start, end: start + quote.length })
}

const text = '一、组织领导。全年召开专题会议4次,研究重点任务26项。二、培训。全年召开座谈会议4次,听取意见若干。'

describe('makeAnchor', () => {
  test('keeps quote and context', () => {
    const start = text.indexOf('专题')
    expect(makeAnchor({ reportId, textHash: otherHash, text, start, end: start + 6 })).toEqual({
      reportId, textHash: otherHash, start, end: start + 6, quote: '专题会议4次', prefix: text.slice(0, start), suffix: text.slice(start + 6, start + 38),
    })
  })

  test('context never holds half a surrogate pair', () => {
    const wide = `\u{20BB7}${'甲'.repeat(31)}乙${'丙'.repeat(31)}\u{20BB7}`
    const anchor = anchorOf(wide, '乙')
    expect([anchor.prefix, anchor.suffix]).toEqual(['甲'.repeat(31), '丙'.repeat(31)])
  })

  test.each([[3, 3], [5, 2], [-1, 4], [0, 999], [0.5, 3]])('refuses %d–%d', (start, end) => {
    expect(() => makeAnchor({ reportId, textHash: otherHash, text, start, end })).toThrow(RangeError)
  })
})

describe('locateAnchor', () => {
  test('exact under the same hash', () => {
    const anchor = anchorOf(text, '4次')
    expect(locateAnchor(text, sha256OfText(text), anchor)).toEqual({ kind: 'exact', start: anchor.start, end: anchor.end })
  })

  test('moved: found by its context among several', () => {
    const anchor = anchorOf(text, '4次', 30)
    const changed = `标题\n${text}`
    expect(locateAnchor(changed, sha256OfText(changed), anchor)).toEqual({ kind: 'moved', start: anchor.start + 3, end: anchor.end + 3 })
  })

  test('moved: one side of the context is enough where only one place has it', () => {
    const anchor = anchorOf(text, '4次')
    const changed = text.replace('研究重点任务', '部署工作')
    expect(locateAnchor(changed, otherHash, anchor)).toEqual({ kind: 'moved', start: anchor.start, end: anchor.end })
  })

  test('ambiguous: several places, none with its context', () => {
    const anchor = anchorOf(text, '4次')
    expect(locateAnchor('办了4次。又办了4次。', otherHash, anchor)).toEqual({ kind: 'ambiguous' })
  })

  test('a short look-alike elsewhere is not given out as the passage', () => {
    const anchor = anchorOf(text, '26项')
    expect(locateAnchor('本县清理文件26项。', otherHash, anchor)).toEqual({ kind: 'ambiguous' })
  })

  test('a long quote that occurs once is the passage', () => {
    const quote = '全年召开专题会议4次,研究重点任务26项。'
    expect(locateAnchor(`前言。${quote}`, otherHash, anchorOf(text, quote))).toEqual({ kind: 'moved', start: 3, end: 3 + quote.length })
  })

  test('lost: the words are gone', () => {
    expect(locateAnchor('全文已改。', otherHash, anchorOf(text, '26项'))).toEqual({ kind: 'lost' })
    expect(locateAnchor(text, otherHash, { ...anchorOf(text, '26项'), quote: '' })).toEqual({ kind: 'lost' })
  })

  test('an altered anchor under the same hash is searched, not believed', () => {
    const anchor = { ...anchorOf(text, '研究重点任务26项'), start: 0, end: 9 }
    expect(locateAnchor(text, sha256OfText(text), anchor).kind).toBe('moved')
  })
})

const aText = fc.array(fc.constantFrom('甲', '乙', '4', '次', '。', '\n', '\u{20BB7}', '一是'), { minLength: 1, maxLength: 120 }).map((pieces) => pieces.join(''))
const aPassage = aText.chain((whole) =>
  fc.tuple(fc.constant(whole), fc.nat(whole.length - 1)).chain(([same, start]) => fc.tuple(fc.constant(same), fc.constant(start), fc.integer({ min: start + 1, max: same.length }))),
)

describe('properties', () => {
  test('locate(make(span)) is the span', () => {
    fc.assert(
      fc.property(aPassage, ([whole, start, end]) => {
        const textHash = sha256OfText(whole)
        const anchor = makeAnchor({ reportId, textHash, text: whole, start, end })
        expect(locateAnchor(whole, textHash, anchor)).toEqual({ kind: 'exact', start, end })
      }),
    )
  })

  test('under another hash the same text gives the span or says that it cannot tell', () => {
    fc.assert(
      fc.property(aPassage, ([whole, start, end]) => {
        const anchor = makeAnchor({ reportId, textHash: sha256OfText(whole), text: whole, start, end })
        const place = locateAnchor(whole, otherHash, anchor)
        expect(place).toEqual(place.kind === 'ambiguous' ? { kind: 'ambiguous' } : { kind: 'moved', start, end })
      }),
    )
  })

  test('what is found is the quote, in any text', () => {
    fc.assert(
      fc.property(aPassage, aText, ([whole, start, end], other) => {
        const anchor = makeAnchor({ reportId, textHash: sha256OfText(whole), text: whole, start, end })
        const place = locateAnchor(other, otherHash, anchor)
        if (place.kind === 'moved' || place.kind === 'exact') expect(other.slice(place.start, place.end)).toBe(anchor.quote)
        else expect(place.kind).toBe(other.includes(anchor.quote) ? 'ambiguous' : 'lost')
      }),
    )
  })
})
