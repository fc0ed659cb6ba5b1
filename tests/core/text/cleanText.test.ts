import { describe, expect, test } from 'vitest'
import { cleanText } from '#core/text/cleanText'
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
