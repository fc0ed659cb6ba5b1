import { expect, test } from 'vitest'
import { splitOutline } from '#core/text/splitOutline'
import { lengthOfText } from '#core/text/lengthOfText'
import { outlinePath } from '#features/score/report/outlinePath'

const text = '开头一句。\n一、举措\n(一)执法\n一是评查。\n二、安排\n继续 努力。'

test('says the chapter and the character, white space not counted', () => {
  const nodes = splitOutline(text)
  expect(outlinePath(text, nodes, text.indexOf('评查'))).toEqual({ chapter: '一、(一)', character: 17 })
  expect(outlinePath(text, nodes, 0)).toEqual({ chapter: '', character: 1 })
  expect(outlinePath(text, nodes, text.indexOf('努力'))).toEqual({ chapter: '二', character: 26 })
})

test('length counts characters that are no white space, a surrogate pair once', () => {
  expect(lengthOfText('甲 乙\n\u3000𠮷。')).toBe(4)
})
