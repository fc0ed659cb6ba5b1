import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { proposeReport } from '#core/text/proposeReport'
import type { RawDocument } from '#core/text/rawDocument'
import type { ReportProposal } from '#core/text/reportProposal'

function read(text: string, document: Partial<RawDocument> = {}, fileName = 'a.txt'): ReportProposal {
  const raw: RawDocument = { format: 'html', encoding: 'utf-8', text, pages: [], title: null, address: null, published: null, ...document }
  return proposeReport({ fileName, sizeBytes: text.length, bytesHash: sha256OfText(text) }, raw)
}

const body = '全县上下推进依法行政,现将法治政府建设情况报告如下:主要抓了以下几件事情。'
const missing = { value: null, place: null, confidence: 'missing', source: 'none' }

describe('kind of document', () => {
  test.each([
    ['望川县2023年法治政府建设年度报告', 'annual-report'],
    ['望川县司法局2023年度依法行政工作总结', 'annual-report'],
    ['关于望川县2023年法治政府建设工作情况的报告', 'annual-report'],
    ['2023年度法治政府建设工作报告(公开版)', 'annual-report'],
    ['望川县2023年政府信息公开工作年度报告', 'open-government-report'],
    ['望川县司法局2023年政府信息公开年度报告', 'open-government-report'],
    ['望川县2024年法治政府建设工作要点', 'work-plan'],
    ['望川县2024年法治政府建设工作计划', 'work-plan'],
    ['望川县法治政府建设实施方案', 'work-plan'],
    ['望川县2023年法治政府建设自查报告', 'self-check'],
    ['2024年望川县政府工作报告', 'work-report'],
    ['望川县人民政府工作报告', 'work-report'],
  ])('title %s: %s', (title, kind) => {
    expect(read(`${title}\n${body}`).documentKind).toEqual({ value: kind, place: { start: 0, end: title.length }, confidence: 'certain', source: 'title' })
  })

  test('by the prescribed headings of another report, whatever the title says', () => {
    const headings = '一、总体情况\n做了。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。'
    expect(read(`${body}\n${headings}`).documentKind).toEqual({ value: 'open-government-report', place: { start: body.length + 12, end: body.length + 24 }, confidence: 'certain', source: 'heading' })
    expect(read(`望川县2023年法治政府建设年度报告\n${body}\n${headings}`).documentKind).toMatchObject({ value: 'open-government-report', confidence: 'doubtful' })
  })

  test.each([
    ['各位代表:\n现在,我代表县人民政府向大会报告工作,请予审议。', 'work-report', 'doubtful', 'opening'],
    [body, 'annual-report', 'certain', 'opening'],
    ['2023年,望川县扎实推进法治政府建设,各项工作取得成效。', 'annual-report', 'doubtful', 'opening'],
    ['望川县特产丰富。', 'other', 'doubtful', 'body'],
  ])('without a title: %s', (text, value, confidence, source) => {
    expect(read(text).documentKind).toMatchObject({ value, confidence, source })
  })

  test('by the file name, in doubt', () => {
    expect(read('表一\n表二', {}, '望川县2024年工作要点.docx').documentKind).toEqual({ value: 'work-plan', place: null, confidence: 'doubtful', source: 'file-name' })
  })
})

describe('code of the unit', () => {
  const titled = (name: string, rest = ''): ReportProposal => read(`${name}2023年法治政府建设年度报告\n${body}${rest}`)

  test('of a department that of its place; the level of a 市 from the table', () => {
    const { unitCode, unitLevel } = titled('罗定市司法局')
    expect([unitCode, unitLevel]).toEqual([
      { value: '445381', place: { start: 0, end: 6 }, confidence: 'certain', source: 'derived' },
      { value: 'county', place: { start: 0, end: 6 }, confidence: 'certain', source: 'derived' },
    ])
  })

  test('several places of one name: to choose from, unless the text names what lies above one of them', () => {
    const open = titled('鼓楼区人民政府')
    expect([open.unitCode, open.unitPlaces.map(({ code }) => code)]).toEqual([
      { value: null, place: { start: 0, end: 7 }, confidence: 'doubtful', source: 'derived' }, ['320106', '320302', '350102', '410204'],
    ])
    const hinted = titled('鼓楼区人民政府', '在福州市委领导下推进。')
    expect([hinted.unitCode.value, hinted.unitCode.confidence, hinted.unitPlaces.length]).toEqual(['350102', 'doubtful', 4])
  })

  test.each(['望川县人民政府', '市司法局', '四平市铁西区白石镇人民政府'])('none: %s', (name) => {
    const { unitCode, unitPlaces } = titled(name)
    expect([unitCode, unitPlaces]).toEqual([missing, []])
  })
})

describe('what the page says of itself', () => {
  test('title, address and day', () => {
    const { title, sourceAddress, publishedOn } = read(body, { title: ' 年度报告-望川县人民政府 ', address: 'https://www.wangchuan.example/1.html', published: '2024-03-01 10:20:00' })
    expect([title, sourceAddress, publishedOn]).toEqual([
      { value: '年度报告-望川县人民政府', place: null, confidence: 'doubtful', source: 'page-metadata' },
      { value: 'https://www.wangchuan.example/1.html', place: null, confidence: 'certain', source: 'page-metadata' },
      { value: '2024-03-01', place: null, confidence: 'certain', source: 'page-metadata' },
    ])
  })

  test.each([
    ['2024-03-01T18:00:00Z', '2024-03-02'],
    ['2024-02-29T18:00:00+00:00', '2024-03-01'],
    ['2023-12-31T16:00:00Z', '2024-01-01'],
    ['2024-03-01T18:00:00+08:00', '2024-03-01'],
    ['2024-03-01T02:00:00+10:00', '2024-03-01'],
    ['2024-03-01T01:00:00+10:00', '2024-02-29'],
    ['2024年3月1日', '2024-03-01'],
    ['2024-02-30', null],
    ['昨天', null],
  ])('day %s', (published, day) => {
    expect(read(body, { published }).publishedOn.value).toBe(day)
  })

  test('a day in the text that agrees is certain, one that differs doubtful, and stays', () => {
    const text = `望川县2023年法治政府建设年度报告\n更新时间:2024-03-01\n${body}`
    expect(read(text, { published: '2024-03-01' }).publishedOn).toMatchObject({ value: '2024-03-01', confidence: 'certain', source: 'publication-line' })
    expect(read(text, { published: '2024-03-05' }).publishedOn).toMatchObject({ value: '2024-03-01', confidence: 'doubtful', source: 'publication-line' })
  })

  test('an address in the text; others than of the web do not count', () => {
    const text = `${body}\n原文链接\uff1ahttps://www.wangchuan.example/1.html`
    expect(read(text).sourceAddress).toEqual({ value: 'https://www.wangchuan.example/1.html', place: { start: text.length - 36, end: text.length }, confidence: 'certain', source: 'publication-line' })
    expect(read(body, { address: 'file:///C:/a.html' }).sourceAddress).toEqual(missing)
    expect(read(body, { address: 'javascript:alert(1)' }).sourceAddress).toEqual(missing)
  })

  test('pages keep their places through cleaning', () => {
    const { text, pages } = read('一、做法。\n— 1 —\n二、不足。\n— 2 —\n', { format: 'pdf', encoding: null, pages: [0, 12] })
    expect([text, pages]).toEqual(['一、做法。\n二、不足。', [0, 6]])
  })
})
