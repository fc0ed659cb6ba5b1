import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { proposeReport } from '#core/text/proposeReport'
import type { Proposed, ReportProposal } from '#core/text/reportProposal'

const opening = '全县上下推进依法行政,现将有关情况报告如下:主要抓了以下几件事情。'

function read(raw: string, fileName = 'report.txt'): ReportProposal {
  const document = { format: 'text', encoding: 'utf-8', text: raw, pages: [], title: null, address: null, published: null } as const
  return proposeReport({ fileName, sizeBytes: raw.length, bytesHash: sha256OfText(raw) }, document)
}

/** Value, confidence, source and the words at the place. */
function brief<T>(proposal: ReportProposal, proposed: Proposed<T>): [T | null, string, string, string] {
  return [proposed.value, proposed.confidence, proposed.source, proposed.place ? proposal.text.slice(proposed.place.start, proposed.place.end) : '']
}

const missing = [null, 'missing', 'none', '']

describe('title', () => {
  test.each([
    ['望川县2023年法治政府建设年度报告', 'certain'],
    ['关于望川县司法局2023年度法治政府建设情况的报告', 'certain'],
    ['望川县法治政府建设工作总结', 'certain'],
    ['2023年度依法行政工作报告(公开版)', 'certain'],
    ['法治政府建设工作报告', 'doubtful'],
    ['望川县2023年政府信息公开工作年度报告', 'doubtful'],
    ['2023年工作总结', 'doubtful'],
  ])('%s is %s', (title, confidence) => {
    const proposal = read(`\n${title}\n${opening}`)
    expect(brief(proposal, proposal.title)).toEqual([title, confidence, 'title', title])
  })

  test('two lines are joined, the place covers both', () => {
    const proposal = read(`望川县人民政府\n2023年法治政府建设年度报告\n\n${opening}`)
    expect(brief(proposal, proposal.title)).toEqual(['望川县人民政府2023年法治政府建设年度报告', 'certain', 'title', '望川县人民政府\n2023年法治政府建设年度报告'])
    expect(brief(proposal, proposal.unitName)).toEqual(['望川县人民政府', 'certain', 'title', '望川县人民政府'])
  })

  test('page data before it and a column name above it are no part of it', () => {
    const proposal = read(`索引号: 0012\n法治政府建设\n望川县2023年法治政府建设年度报告\n${opening}`)
    expect(proposal.title.value).toBe('望川县2023年法治政府建设年度报告')
  })

  test.each([
    ['a first paragraph', `2023年,望川县推进依法行政。现将有关情况报告如下。\n一、做法`],
    ['a heading', '一、工作情况\n抽查案卷120宗。'],
    ['a later line', `${opening}\n望川县2023年法治政府建设年度报告`],
    ['one word', `报告\n${opening}`],
  ])('%s is no title', (_, raw) => {
    const proposal = read(raw)
    expect(brief(proposal, proposal.title)).toEqual(missing)
  })
})

describe('report year', () => {
  test.each([
    ['望川县2023年法治政府建设年度报告', 2023, 'certain'],
    ['望川县二〇二三年度法治政府建设年度报告', 2023, 'certain'],
    ['望川县2023年法治政府建设情况和2024年工作安排的报告', 2023, 'certain'],
    ['望川县2022年至2023年法治政府建设情况报告', null, 'missing'],
    ['望川县2022年、2023年法治政府建设情况报告', 2022, 'doubtful'],
  ])('title %s', (title, year, confidence) => {
    const proposal = read(`${title}\n${opening}`)
    expect([proposal.year.value, proposal.year.confidence]).toEqual([year, confidence])
  })

  test.each([
    ['2023年,望川县推进依法行政,各项工作取得成效。', 2023, 'certain', 'opening', '2023年'],
    ['现将望川县2023年法治政府建设情况报告如下,请予审议。', 2023, 'certain', 'opening', '2023年'],
    ['2021年以来,望川县推进依法行政,各项工作取得成效。\n四、2024年工作安排', 2023, 'doubtful', 'heading', '四、2024年工作安排'],
    ['望川县在2023年推进依法行政,各项工作取得成效。', 2023, 'doubtful', 'opening', '2023年'],
    ['望川县推进依法行政。\n一、2023年主要成效\n抽查案卷。', 2023, 'doubtful', 'heading', '一、2023年主要成效'],
  ] as const)('without a title: %s', (raw, year, confidence, source, words) => {
    const proposal = read(raw)
    expect(brief(proposal, proposal.year)).toEqual([year, confidence, source, words])
  })

  test('from the file name, in doubt; missing when nobody says', () => {
    expect(read(opening, '望川县2023年法治政府建设年度报告.txt').year).toEqual({ value: 2023, place: null, confidence: 'doubtful', source: 'file-name' })
    expect(read(opening).year).toEqual({ value: null, place: null, confidence: 'missing', source: 'none' })
  })

  test.each([
    ['another year at the opening', '2022年,望川县推进依法行政,各项工作取得成效。'],
    ['a plan for another year', `${opening}\n三、2026年工作安排\n办好两件事。`],
    ['signed before the year', `${opening}\n望川县人民政府\n2022年12月30日`],
    ['signed two years after', `${opening}\n望川县人民政府\n2025年1月2日`],
  ])('doubtful where contradicted: %s', (_, rest) => {
    const { year } = read(`望川县2023年法治政府建设年度报告\n${rest}`)
    expect([year.value, year.confidence]).toEqual([2023, 'doubtful'])
  })
})

describe('unit', () => {
  const signedBy = (signature: string): string => `2023年,全县上下推进依法行政,各项工作取得成效。\n${signature}\n2024年1月29日`

  test.each([
    ['title', '望川县人民政府办公室2023年度法治政府建设工作报告', '望川县人民政府办公室', 'certain', 'department', 'certain', 'county', 'certain'],
    ['title', '2023年望川县司法局法治政府建设工作报告', '望川县司法局', 'certain', 'department', 'certain', 'county', 'certain'],
    ['title', '江北省人民政府2023年法治政府建设年度报告', '江北省人民政府', 'certain', 'government', 'certain', 'province', 'certain'],
    ['title', '江北省政府2023年法治政府建设年度报告', '江北省人民政府', 'certain', 'government', 'certain', 'province', 'certain'],
    ['title', '重庆市人民政府2023年法治政府建设年度报告', '重庆市人民政府', 'certain', 'government', 'certain', 'province', 'certain'],
    ['title', '白石镇2023年法治政府建设年度报告', '白石镇人民政府', 'doubtful', 'government', 'doubtful', 'township', 'certain'],
    ['title', '望川县2023年法治政府建设年度报告', '望川县人民政府', 'doubtful', 'government', 'doubtful', 'county', 'certain'],
    ['title', '青岚市2023年法治政府建设年度报告', '青岚市人民政府', 'doubtful', 'government', 'doubtful', 'county', 'doubtful'],
    ['title', '青岚高新区2023年法治政府建设年度报告', '青岚高新区管理委员会', 'doubtful', 'government', 'doubtful', 'county', 'doubtful'],
    ['title', '市司法局2023年法治政府建设年度报告', '市司法局', 'doubtful', 'department', 'doubtful', null, 'missing'],
  ])('from the %s: %s', (source, title, name, nameConfidence, kind, kindConfidence, level, levelConfidence) => {
    const proposal = read(`${title}\n${opening}`)
    expect([proposal.unitName.value, proposal.unitName.confidence, proposal.unitName.source]).toEqual([name, nameConfidence, source])
    expect([proposal.unitKind.value, proposal.unitKind.confidence]).toEqual([kind, kindConfidence])
    expect([proposal.unitLevel.value, proposal.unitLevel.confidence]).toEqual([level, levelConfidence])
  })

  test.each([
    ['中共望川县委 望川县人民政府', '望川县人民政府', 'certain', '望川县人民政府'],
    ['中共望川县委员会\n望川县人民政府', '望川县人民政府', 'certain', '望川县人民政府'],
    ['中共望川县委望川县人民政府', '望川县人民政府', 'certain', '望川县人民政府'],
    ['望川县司法局', '望川县司法局', 'certain', '望川县司法局'],
    ['中共望川县委', '中共望川县委', 'doubtful', '中共望川县委'],
  ])('from the signature %s', (signature, name, confidence, words) => {
    const proposal = read(signedBy(signature))
    expect(brief(proposal, proposal.unitName)).toEqual([name, confidence, 'signature', words])
  })

  test('a bare place in the title becomes certain where its government signed', () => {
    const proposal = read(`望川县2023年法治政府建设年度报告\n${signedBy('望川县人民政府')}`)
    expect(brief(proposal, proposal.unitName)).toEqual(['望川县人民政府', 'certain', 'signature', '望川县人民政府'])
  })

  test('title and signature that disagree are doubtful', () => {
    const proposal = read(`望川县人民政府2023年法治政府建设年度报告\n${signedBy('望川县司法局')}`)
    expect(brief(proposal, proposal.unitName)).toEqual(['望川县人民政府', 'doubtful', 'title', '望川县人民政府'])
    expect([proposal.unitKind.confidence, proposal.unitLevel.confidence]).toEqual(['doubtful', 'doubtful'])
  })

  test('from the opening and from the file name, in doubt', () => {
    const proposal = read('2023年,望川县坚持依法行政,各项工作取得成效。')
    expect(brief(proposal, proposal.unitName)).toEqual(['望川县人民政府', 'doubtful', 'opening', '望川县'])
    expect(read('2023年,我县坚持依法行政,各项工作取得成效。', '望川县司法局2023年报告.txt').unitName).toEqual({
      value: '望川县司法局', place: null, confidence: 'doubtful', source: 'file-name',
    })
    expect(brief(read(opening), read(opening).unitName)).toEqual(missing)
  })

  test('a city that speaks of its counties is more likely a prefecture-level one, still in doubt', () => {
    const { unitLevel } = read('青岚市2023年法治政府建设年度报告\n2023年,市县两级推进依法行政,各项工作取得成效。')
    expect([unitLevel.value, unitLevel.confidence]).toEqual(['city', 'doubtful'])
  })
})

describe('days', () => {
  const report = (tail: string, head = ''): string => `望川县2023年法治政府建设年度报告\n${head}2023年,望川县推进依法行政,各项工作取得成效。\n一、做法\n抽查案卷。\n${tail}`

  test.each([
    ['望川县人民政府\n2024年1月29日', '2024-01-29'],
    ['望川县人民政府\n二〇二四年一月二十九日', '2024-01-29'],
    ['望川县人民政府 2024年1月29日\n(此件公开发布)', '2024-01-29'],
    ['2024年1月29日', '2024-01-29'],
  ])('signed: %s', (tail, day) => {
    const { signedOn } = read(report(tail))
    expect([signedOn.value, signedOn.confidence, signedOn.source]).toEqual([day, 'certain', 'signature'])
  })

  test.each(['望川县人民政府\n2024年2月30日', '望川县人民政府\n2024年1月', '望川县人民政府', '全部工作于2024年1月29日完成。', '办法自2024年1月29日起施行'])('not signed: %s', (tail) => {
    const proposal = read(report(tail))
    expect(brief(proposal, proposal.signedOn)).toEqual(missing)
  })

  test('a labelled or bracketed day at the head', () => {
    const labelled = read(report('', '成文日期:2024-01-29\n'))
    expect(brief(labelled, labelled.signedOn)).toEqual(['2024-01-29', 'certain', 'publication-line', '2024-01-29'])
    const bracketed = read(report('', '(2024年1月29日)\n'))
    expect(brief(bracketed, bracketed.signedOn)).toEqual(['2024-01-29', 'doubtful', 'opening', '(2024年1月29日)'])
  })

  test('signed before the report year is doubtful', () => {
    expect(read(report('望川县人民政府\n2022年12月1日')).signedOn.confidence).toBe('doubtful')
  })

  test.each([
    ['发布时间:2024-03-01 10:20 来源:望川县司法局\n', '2024-03-01', 'certain'],
    ['来源:望川县司法局 发布日期\uff1a2024年3月1日\n', '2024-03-01', 'certain'],
    ['发布时间:\n2024-03-01 10:20\n', '2024-03-01', 'certain'],
    ['更新时间:2024-03-01\n', '2024-03-01', 'doubtful'],
    ['2024-03-01 10:20\n', '2024-03-01', 'doubtful'],
    ['发布时间:2024-03-01\n发布时间:2024-03-02\n', '2024-03-01', 'doubtful'],
  ])('published: %s', (head, day, confidence) => {
    const { publishedOn, signedOn } = read(report('', head))
    expect([publishedOn.value, publishedOn.confidence, publishedOn.source]).toEqual([day, confidence, 'publication-line'])
    expect(signedOn.value).toBeNull()
  })

  test.each(['', '发布时间:\n', '发布时间:2024-02-30\n', '发布时间:2024年3月\n'])('publication day missing: "%s"', (head) => {
    const proposal = read(report('', head))
    expect(brief(proposal, proposal.publishedOn)).toEqual(missing)
  })

  test('published before it was signed is doubtful', () => {
    const proposal = read(report('望川县人民政府\n2024年1月29日', '发布时间:2024-01-02\n'))
    expect(proposal.publishedOn.confidence).toBe('doubtful')
  })
})
