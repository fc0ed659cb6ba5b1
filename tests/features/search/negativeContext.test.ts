import { describe, expect, test } from 'vitest'
import { negativeContext } from '#features/search/negativeContext'

describe('negativeContext', () => {
  test('a word before the phrase and one after it, in pieces that make the words again', () => {
    expect(negativeContext({ before: '法规库尚', quote: '未', after: '建成，有待完善。明年' })).toEqual({
      before: [{ text: '法规库', negative: false }, { text: '尚', negative: true }],
      after: [{ text: '建成，', negative: false }, { text: '有待', negative: true }, { text: '完善。明年', negative: false }],
      negative: ['尚未', '有待'],
    })
  })

  test('only the sentence of the phrase counts', () => {
    expect(negativeContext({ before: '经费不足。全年', quote: '复议', after: '32件；应诉能力薄弱' }).negative).toEqual([])
  })

  test('未来 and 前所未有 say nothing negative', () => {
    expect(negativeContext({ before: '面向未来的', quote: '复议', after: '规模前所未有，未成年人保护' }).negative).toEqual([])
  })

  test('the longest word is named, once', () => {
    expect(negativeContext({ before: '尚未立案、尚未', quote: '审结', after: '' }).negative).toEqual(['尚未'])
  })
})
