import { describe, expect, test } from 'vitest'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

/** part · form · confidence · the words of the stretch. */
function sketch(text: string): [string, string, string, string][] {
  return statutoryParts(text, splitOutline(text)).map(({ part, form, confidence, start, end }) => [part, form, confidence, text.slice(start, end).replaceAll('\n', '⏎')])
}

describe('statutoryParts', () => {
  test('four chapters: offsets, shares of non-blank characters, the signature left out', () => {
    const text = '望川县报告\n开头。\n一、主要举措\n抽查 案卷。\n二、存在的不足\n人手少。\n三、第一责任人履职情况\n亲自部署。\n四、下一年安排\n办两件事。\n望川县人民政府\n2024年1月29日'
    expect(statutoryParts(text, splitOutline(text))).toEqual([
      { part: 'measures', form: 'chapter', start: 10, end: 23, share: { numerator: 11, denominator: 75 }, confidence: 'certain' },
      { part: 'problems', form: 'chapter', start: 24, end: 36, share: { numerator: 11, denominator: 75 }, confidence: 'certain' },
      { part: 'leader', form: 'chapter', start: 37, end: 54, share: { numerator: 16, denominator: 75 }, confidence: 'certain' },
      { part: 'plan', form: 'chapter', start: 55, end: 68, share: { numerator: 12, denominator: 75 }, confidence: 'certain' },
    ])
  })

  test('two parts in one chapter, divided at its sub-headings', () => {
    expect(sketch('一、做法和成效\n抽查案卷。\n二、存在的问题和下一步打算\n(一)存在的问题。人手少。\n(二)下一步打算。增加两人。')).toEqual([
      ['measures', 'chapter', 'certain', '一、做法和成效⏎抽查案卷。'],
      ['problems', 'section', 'certain', '二、存在的问题和下一步打算⏎(一)存在的问题。人手少。'],
      ['plan', 'section', 'certain', '(二)下一步打算。增加两人。'],
    ])
  })

  test('two parts in one chapter, divided where a paragraph turns', () => {
    expect(sketch('一、做法\n抽查案卷。\n二、存在的不足及改进措施\n人手少。\n下一步,增加两人。\n再办两件事。')).toEqual([
      ['measures', 'chapter', 'certain', '一、做法⏎抽查案卷。'],
      ['problems', 'paragraph', 'doubtful', '二、存在的不足及改进措施⏎人手少。'],
      ['plan', 'paragraph', 'doubtful', '下一步,增加两人。⏎再办两件事。'],
    ])
  })

  test('two parts in one chapter that turns within a paragraph, or nowhere', () => {
    expect(sketch('一、问题和打算\n人手少。下一步,增加两人。')).toEqual([
      ['problems', 'sentences', 'doubtful', '一、问题和打算⏎人手少。'],
      ['plan', 'sentences', 'doubtful', '下一步,增加两人。'],
    ])
    expect(sketch('一、问题和打算\n人手少,拟增加两人。')).toEqual([['problems', 'chapter', 'doubtful', '一、问题和打算⏎人手少,拟增加两人。']])
  })

  test('a sub-heading of another part is taken out of its chapter', () => {
    expect(sketch('一、主要做法\n(一)执法。抽查案卷。\n(二)主要负责人履行第一责任人职责。亲自部署。\n(三)普法。进社区。\n二、问题\n人手少。')).toEqual([
      ['measures', 'chapter', 'certain', '一、主要做法⏎(一)执法。抽查案卷。'],
      ['leader', 'section', 'certain', '(二)主要负责人履行第一责任人职责。亲自部署。'],
      ['measures', 'chapter', 'certain', '(三)普法。进社区。'],
      ['problems', 'chapter', 'certain', '二、问题⏎人手少。'],
    ])
  })

  test('a paragraph that turns, with the list it announces', () => {
    expect(sketch('一、主要做法\n抽查案卷120宗。\n同时,工作中还存在一些不足:\n一是人手少。\n二是培训少。\n下一步,增加两人。')).toEqual([
      ['measures', 'chapter', 'certain', '一、主要做法⏎抽查案卷120宗。'],
      ['problems', 'paragraph', 'doubtful', '同时,工作中还存在一些不足:⏎一是人手少。⏎二是培训少。'],
      ['plan', 'paragraph', 'doubtful', '下一步,增加两人。'],
    ])
  })

  test('chapters named by their subjects are doubtfully the measures, later ones doubtfully other', () => {
    expect(sketch('一、加强组织领导\n开会4次。\n二、规范执法\n抽查案卷。\n三、存在的问题\n人手少。\n四、典型事例\n某镇设点。')).toEqual([
      ['measures', 'chapter', 'doubtful', '一、加强组织领导⏎开会4次。⏎二、规范执法⏎抽查案卷。'],
      ['problems', 'chapter', 'certain', '三、存在的问题⏎人手少。'],
      ['other', 'chapter', 'doubtful', '四、典型事例⏎某镇设点。'],
    ])
  })

  test('what is said in a sentence only lies within another part', () => {
    expect(sketch('一、主要做法\n抽查案卷。县长认真履行第一责任人职责。进社区。')).toEqual([
      ['measures', 'chapter', 'certain', '一、主要做法⏎抽查案卷。县长认真履行第一责任人职责。进社区。'],
      ['leader', 'sentences', 'doubtful', '县长认真履行第一责任人职责。'],
    ])
  })

  test('a report without headings', () => {
    expect(sketch('望川县报告\n2023年抽查案卷。\n工作中还存在一些不足:人手少。\n下一步,增加两人。')).toEqual([
      ['measures', 'paragraph', 'doubtful', '2023年抽查案卷。'],
      ['problems', 'paragraph', 'doubtful', '工作中还存在一些不足:人手少。'],
      ['plan', 'paragraph', 'doubtful', '下一步,增加两人。'],
    ])
  })

  test.each(['', '没有标题的一段话。'])('nothing to go by: no part, not a share of zero (%s)', (text) => {
    expect(statutoryParts(text, splitOutline(text))).toEqual([])
  })
})
