import { describe, expect, test } from 'vitest'
import { cleanPages, cleanText } from '#core/text/cleanText'
import { restoreText } from '#core/text/restoreText'

const body = '2023年,望川县推进依法行政。\n一、主要做法\n抽查案卷120宗。'

describe('takes out what the web page left', () => {
  test('a font-size bar over two lines, glued to the first sentence', () => {
    expect(cleanText(`标题\n字号:\n大 中 小${body}\n`)).toEqual({
      text: `标题\n${body}`,
      residue: [
        { at: 3, text: '字号:\n大 中 小', kind: 'font-size-bar' },
        { at: 3 + body.length, text: '\n', kind: 'blank-lines' },
      ],
    })
  })

  test.each([
    ['font-size-bar', '字号:大 中 小'],
    ['font-size-bar', '字号\uff1a[ 大 中 小 ]'],
    ['font-size-bar', '【字体\uff1a大 中 小】'],
    ['font-size-bar', '字体大小: 小 中 大'],
    ['font-size-bar', '[大 | 中 | 小]'],
    ['font-size-bar', '大 中 小'],
    ['empty-publication-line', '发布时间 :'],
    ['empty-publication-line', '发布日期\uff1a'],
    ['empty-publication-line', '发布时间\uff1a 来源\uff1a 浏览次数\uff1a'],
    ['scan-code-line', '扫码使用手机浏览本页内容'],
    ['scan-code-line', '扫一扫在手机打开当前页'],
    ['scan-code-line', '用手机扫描二维码查看本页面'],
    ['scan-code-line', '微信扫一扫\uff1a分享'],
    ['print-close-line', '【打印】【关闭】'],
    ['print-close-line', '打印本页 | 关闭窗口'],
    ['print-close-line', '返回顶部'],
    ['print-close-line', '分享到\uff1a 微信 微博 QQ空间'],
    ['navigation-line', '上一篇\uff1a望川县2022年工作要点'],
    ['navigation-line', '下一篇: 没有了'],
    ['navigation-line', '当前位置\uff1a首页 > 政务公开 > 法治政府建设'],
    ['navigation-line', '您现在的位置: 首页>公告'],
    ['navigation-line', '首页 > 政务公开 > 年度报告'],
    ['editor-line', '责任编辑\uff1a某某'],
    ['editor-line', '(编辑:某某)'],
    ['counter-line', '浏览次数\uff1a1,024次'],
    ['counter-line', '阅读量: 58'],
    ['counter-line', '本文已被浏览 12 次'],
    ['navigation-line', '首页 / 政务公开 / 年度报告'],
    ['navigation-line', '版权所有\uff1a望川县人民政府办公室'],
    ['navigation-line', '某ICP备12345678号-1'],
    ['navigation-line', '某公网安备 12345678901234号 网站标识码:1234567890'],
    ['navigation-line', 'Copyright © 2024 望川县人民政府'],
    ['page-number', '— 3 —'],
    ['page-number', '- 12 -'],
    ['page-number', '第3页 共12页'],
    ['page-number', '第 3 页'],
    ['page-number', 'Page 3 of 12'],
  ] as const)('%s: %s', (kind, line) => {
    expect(cleanText(`标题\n${line}\n${body}`)).toEqual({ text: `标题\n${body}`, residue: [{ at: 3, text: `${line}\n`, kind }] })
  })

  test('fragments after the last sentence of a line', () => {
    expect(cleanText('抽查案卷120宗。 扫码使用手机浏览本页内容')).toEqual({
      text: '抽查案卷120宗。',
      residue: [{ at: 8 + 1, text: ' 扫码使用手机浏览本页内容', kind: 'scan-code-line' }],
    })
    expect(cleanText('抽查案卷120宗。(责任编辑:某某)').text).toBe('抽查案卷120宗。')
    expect(cleanText('抽查案卷120宗。【打印】【关闭】').text).toBe('抽查案卷120宗。')
  })

  test('counters and bars beside a publication date, which stays', () => {
    expect(cleanText(`标题\n发布时间\uff1a2024-03-01 浏览次数\uff1a12 字号\uff1a大 中 小\n${body}`).text).toBe(`标题\n发布时间\uff1a2024-03-01\n${body}`)
  })

  test('a publication label whose date stands in the next line stays', () => {
    const raw = `标题\n发布时间:\n2024-03-01 10:20\n${body}`
    expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
  })

  test('line breaks, blank lines at the ends, spaces at line ends; indents and blank lines within stay', () => {
    expect(cleanText('\r\n \u3000\r\n\u3000\u3000甲 \t\r\n\r\n\u3000乙\u00a0\r\r\n')).toEqual({
      text: '\u3000\u3000甲\n\n\u3000乙',
      residue: [
        { at: 0, text: '\n \u3000\n', kind: 'blank-lines' },
        { at: 3, text: ' \t', kind: 'edge-space' },
        { at: 7, text: '\u00a0', kind: 'edge-space' },
        { at: 7, text: '\n\n', kind: 'blank-lines' },
      ],
    })
  })

  test('nothing but residue leaves nothing', () => {
    expect(cleanText('字号:大 中 小\n\n扫码使用手机浏览本页内容\n').text).toBe('')
  })
})

describe('takes out what a saved page has around the report', () => {
  test('a menu before it', () => {
    expect(cleanText(`首页\n政务公开\n\n政务服务 | 互动交流\n无障碍\n${body}`)).toEqual({
      text: body,
      residue: [{ at: 0, text: '首页\n政务公开\n\n政务服务 | 互动交流\n无障碍\n', kind: 'navigation-line' }],
    })
  })

  test('links and the imprint after it', () => {
    const foot = '相关链接\n望川县举办培训班\n望川县召开会议 2024-01-02\n\n主办单位\uff1a望川县人民政府\n某ICP备12345678号\n网站地图 | 关于我们'
    expect(cleanText(`${body}\n${foot}`)).toEqual({
      text: body,
      residue: [{ at: body.length, text: '\n', kind: 'blank-lines' }, { at: body.length, text: foot, kind: 'navigation-line' }],
    })
  })

  test('the imprint takes its own lines above it', () => {
    const foot = '主办单位:望川县人民政府办公室\n联系电话:0000-0000000\n版权所有:望川县人民政府'
    expect(cleanText(`${body}\n${foot}`).text).toBe(body)
  })

  test.each([
    ['a sentence follows', `${body}\n相关信息\n抽查案卷120宗,合格率为98%。`],
    ['it is signed after it', `${body}\n相关信息\n望川县人民政府\n2024年1月29日`],
    ['an office in charge, without an imprint', `${body}\n主办单位:县司法局`],
    ['one word of a menu', `政务公开\n${body}`],
  ])('nothing where %s', (_, raw) => {
    expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
  })
})

describe('takes out what a printed page repeats', () => {
  const header = '望川县2023年法治政府建设年度报告'

  test('headers and footers of pages, numbers that count up; the first header may be the title', () => {
    const pages = ['甲做法。\n乙做法。', '丙做法。\n丁做法。', '戊做法。\n己做法。'].map((words, i) => `${header}\n${words}\n内部资料\n${i + 1}\n`)
    const cleaned = cleanPages(pages.join(''), [0, pages[0]!.length, pages[0]!.length + pages[1]!.length])
    expect(cleaned.text).toBe(`${header}\n甲做法。\n乙做法。\n丙做法。\n丁做法。\n戊做法。\n己做法。`)
    expect(cleaned.pages).toEqual([0, header.length + 11, header.length + 21])
    expect(cleaned.residue.map(({ text, kind }) => [text, kind])).toEqual([
      ['内部资料\n', 'page-header'], ['1\n', 'page-number'], [`${header}\n`, 'page-header'], ['内部资料\n', 'page-header'], ['2\n', 'page-number'],
      [`${header}\n`, 'page-header'], ['\n', 'blank-lines'], ['内部资料\n', 'page-header'], ['3\n', 'page-number'],
    ])
    expect(restoreText(cleaned.text, cleaned.residue)).toBe(pages.join(''))
  })

  test('headers beside page numbers where the pages are not known', () => {
    const raw = `标题\n甲。\n— 1 —\n${header}\n乙。\n— 2 —\n${header}\n丙。\n— 3 —\n${header}\n丁。`
    expect(cleanText(raw).text).toBe('标题\n甲。\n乙。\n丙。\n丁。')
  })

  test('lines that merely recur stay, and so do numbers that do not count', () => {
    const raw = '各位代表\n甲。\n各位代表\n乙。\n各位代表\n丙。\n12\n丁。\n7'
    expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
    expect(cleanPages(raw, [0, 19])).toEqual({ text: raw, residue: [], pages: [0, 19] })
  })
})

describe('joins lines broken in mid-sentence', () => {
  const paragraph = '\u3000\u30002023年,望川县全面推进依法行政工作,抽查各类执法案卷共一百二十宗,组织培训三百一十人次,办理行政复议案件若干件,纠错两件,群众满意度稳步提升。'
  const wrap = (words: string): string => words.match(/.{1,20}/gu)!.join('\n')

  test('text wrapped at one width; paragraphs, headings and the signature keep their lines', () => {
    const raw = [paragraph, '一、做法', paragraph, paragraph].map(wrap).join('\n') + '\n望川县人民政府\n2024年1月29日'
    const { text, residue } = cleanText(raw)
    expect(text).toBe(`${[paragraph, '一、做法', paragraph, paragraph].join('\n')}\n望川县人民政府\n2024年1月29日`)
    expect([...new Set(residue.map(({ kind }) => kind))]).toEqual(['broken-line'])
    expect(restoreText(text, residue)).toBe(raw)
    expect(cleanText(text)).toEqual({ text, residue: [] })
  })

  test('numbers are not joined, nor lines of different lengths, nor lists', () => {
    const numbers = Array.from({ length: 10 }, () => '全县各部门抽查各类行政执法案卷共计12\n34宗').join('\n')
    const uneven = '望川县人民政府\n各乡镇人民政府,\n县政府各部门,\n各直属机构:\n现将有关事项,\n通知如下,\n请认真贯彻,\n抓好落实'
    const list = Array.from({ length: 10 }, (_, i) => `(${i + 1})望川县各乡镇推进依法行政工作要点`).join('\n')
    for (const raw of [numbers, uneven, list]) expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
  })

  test('where a page ends in mid-sentence', () => {
    const first = '一、做法\n望川县全面推进依法行政,抽查各类执法案卷共一百二十宗,组织培训'
    const cleaned = cleanPages(`${first}\n\n三百人次,效果良好。\n\n二、不足\n人手少。`, [0, first.length + 2])
    expect(cleaned).toEqual({
      text: `${first}三百人次,效果良好。\n\n二、不足\n人手少。`,
      residue: [{ at: first.length, text: '\n\n', kind: 'broken-line' }],
      pages: [0, first.length],
    })
  })
})

test('more than one blank line inside is superfluous', () => {
  expect(cleanText('甲。\n\n乙。\n\n\n \n丙。')).toEqual({
    text: '甲。\n\n乙。\n\n丙。',
    residue: [
      { at: 8, text: '\n', kind: 'inner-blank-lines' },
      { at: 8, text: ' ', kind: 'edge-space' },
      { at: 8, text: '\n', kind: 'inner-blank-lines' },
    ],
  })
})

describe('leaves sentences alone', () => {
  test.each([
    '大中小学法治课覆盖全县。',
    '大 中 小学校均设法治副校长。',
    '推行扫码执法,群众扫一扫即可查看执法人员信息。',
    '扫码入企检查平台',
    '打印各类宣传材料2万份。',
    '关闭不达标企业3家',
    '浏览次数达到12万次,比上年增长。',
    '阅读推广活动',
    '网站首页设立公开专栏。',
    '当前位置:县城东部新区,规划建设法治公园。',
    '编辑出版普法读本1种。',
    '责任编辑制度进一步健全',
    '来源于群众的意见建议18条。',
    '发布时间:2024年3月1日',
    '时间安排:分三个阶段推进。',
    '审核:由法制机构在十日内办结并书面反馈。',
    '上一篇文件由县司法局解读。',
    '分享经验做法。',
    '返回群众手中的权利',
    '窗口当场打印',
  ])('%s', (sentence) => {
    const raw = `标题\n${sentence}\n${body}`
    expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
  })
})

describe('restoreText', () => {
  test('puts the raw text back', () => {
    const raw = `\n标题 \n发布时间:\n字号:\n大 中 小${body}\n\n责任编辑:某某\n`
    const { text, residue } = cleanText(raw)
    expect(restoreText(text, residue)).toBe(raw)
  })
})
