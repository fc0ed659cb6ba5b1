import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchForm } from '#core/text/matchForm'

describe('matchForm', () => {
  test.each([
    ['\uff21pp\uff0c\uff12\uff10\uff12\uff14年', 'app,2024年'],
    ['(2021—2025年)', '(2021—2025年)'],
    ['\uff082021—2025年\uff09', '(2021—2025年)'],
    ['甲\u3000乙\u00a0丙 丁', '甲 乙 丙 丁'],
    ['LED、\uff2c\uff25\uff24\uff64', 'led、led、'],
    ['\uff61\uff62甲\uff63\uffe5', '。「甲」¥'],
    ['İßÄ', 'İßÄ'],
    ['', ''],
  ])('%s', (text, form) => {
    expect(matchForm(text)).toBe(form)
  })

  test('one unit stays one; a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const form = matchForm(text)
        expect([form.length, matchForm(form)]).toEqual([text.length, form])
      }),
    )
  })
})
