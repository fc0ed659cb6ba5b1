import { describe, expect, test } from 'vitest'
import { findAllPassages, findPassages, type Passage } from '#core/evidence/findPassages'
import type { ItemId } from '#core/ids'
import { compileCues } from '#core/search/compileCues'
import { splitOutline } from '#core/text/splitOutline'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'

const text = [
  '望川县2023年法治政府建设年度报告',
  '2023年,望川县扎实推进行政复议等工作。',
  '一、主要举措和成效',
  '(一)化解争议。完善行政复议工作机制。全年受理行政复议32件,审结30件;化解18件。',
  '(二)学法。组织学法4次。组织培训。',
  '二、存在的问题',
  '一是行政复议能力不足,尚未设立窗口。二是培训有待加强。',
  '三、2024年工作安排',
  '面向未来,加强行政复议规范化建设。',
  '望川县人民政府',
  '2024年1月29日',
].join('\n')

const cued = (id: string, name: string, cueWords: readonly string[]) => anItem(id, 2, undefined, { name, cueWords })
const rubric = deepFreeze(
  aRubric([
    aGroup('M', 8, [cued('M1', '复议', ['行政复议', '受理', '审结']), cued('M2', '学法', ['学法|培训']), cued('M3', '旧规', ['机制@2021-2022', '窗口@2023-']), cued('M4', '规范', ['没有此词'])]),
    { ...aGroup('P', 2, [cued('P1', '具体性', ['行政复议'])]), name: '问题与原因' },
    { ...aGroup('N', 4, [cued('N1', '任务', ['没有此词']), cued('N2', '题名', []), cued('N3', '报送', ['年月日', '落款'])]), name: '公开' },
    { ...aGroup('Q', 2, [cued('Q1', '任务', ['没有此词'])]), name: '下一年安排' },
  ]),
)

function quotes(passages: readonly Passage[]): string[] {
  return passages.map(({ start, end }) => text.slice(start, end))
}

function find(itemId: string, year = 2023): Passage[] {
  return findPassages(text, splitOutline(text), compileCues(rubric, year), itemId as ItemId)
}

describe('findPassages', () => {
  test('the sentence with the most and rarest cues and figures comes first', () => {
    expect(find('M1').map(({ start, end, cues }) => [text.slice(start, end), cues])[0]).toEqual(['全年受理行政复议32件,审结30件;', ['行政复议', '受理', '审结']])
  })

  test('neighbours that speak of it as well are one passage, synonyms one cue', () => {
    expect(find('M2').map(({ start, end, cues }) => [text.slice(start, end), cues])[0]).toEqual(['组织学法4次。组织培训。', ['学法']])
  })

  test('passages of an item are ordered by score, then by place, and never overlap', () => {
    for (const passages of findAllPassages(text, splitOutline(text), compileCues(rubric, 2023)).values()) {
      expect([...passages].sort((a, b) => b.score - a.score || a.start - b.start)).toEqual(passages)
      const byPlace = [...passages].sort((a, b) => a.start - b.start)
      expect(byPlace.every((passage, i) => passage.start < passage.end && passage.start >= (byPlace[i - 1]?.end ?? 0))).toBe(true)
    }
  })

  test('a cue of other years is not looked for', () => {
    expect({ then: find('M3', 2022).map(({ cues }) => cues), now: find('M3', 2023).map(({ cues }) => cues) }).toEqual({ then: [['机制']], now: [['窗口']] })
  })

  test('an item about problems is answered in that part, with the words that turn a statement round', () => {
    const [first] = find('P1')
    expect({ quote: quotes([first!])[0], negative: first!.negative.map(({ start, end, word }) => [text.slice(start, end), word]) }).toEqual({
      quote: '一是行政复议能力不足,尚未设立窗口。',
      negative: [['不足', '不足'], ['尚未', '尚未']],
    })
  })

  test('a negative word within a harmless one is none', () => {
    const [first] = findPassages('面向未来,尚未成年。受理。', [], compileCues(aRubric([aGroup('A', 2, [cued('A1', '甲', ['面向'])])]), 2023), 'A1' as ItemId)
    expect(first!.negative).toEqual([{ start: 5, end: 7, word: '尚未' }])
  })

  test('a narrow part is proposed for its place where no cue is found; elsewhere nothing is', () => {
    expect({ plan: find('Q1').map(({ start, end, cues }) => [text.slice(start, end), cues]), any: find('N1'), other: find('M4') }).toEqual({
      plan: [['面向未来,加强行政复议规范化建设。', []]],
      any: [],
      other: [],
    })
  })

  test('title and signature are found by what they are', () => {
    expect({ title: quotes(find('N2')), day: quotes(find('N3')) }).toEqual({
      title: ['望川县2023年法治政府建设年度报告', '望川县人民政府', '2024年1月29日'],
      day: ['2024年1月29日', '望川县人民政府'],
    })
  })

  test('width and case do not matter', () => {
    const wide = compileCues(aRubric([aGroup('A', 2, [cued('A1', '甲', ['（app）,'])])]), 2023)
    expect(findPassages('甲。乙(ＡＰＰ)，丙。', [], wide, 'A1' as ItemId).map(({ start, end }) => [start, end])).toEqual([[2, 11]])
  })

  test('all items at once are the items one by one; an unknown item and an empty text have nothing', () => {
    const matcher = compileCues(rubric, 2023)
    const outline = splitOutline(text)
    const all = findAllPassages(text, outline, matcher)
    expect([...all]).toEqual([...matcher.items.keys()].map((itemId) => [itemId, findPassages(text, outline, matcher, itemId)]))
    expect([findPassages(text, outline, matcher, 'Z9' as ItemId), ...findAllPassages('', [], matcher).values()].flat()).toEqual([])
  })
})
