import { describe, expect, test } from 'vitest'
import { flattenOutline } from '#core/text/flattenOutline'
import { splitOutline } from '#core/text/splitOutline'

/** The outline as indented lines of marker, title and the text it governs. */
function sketch(text: string): string[] {
  return flattenOutline(splitOutline(text)).map((node) => `${node.depth} ${node.marker}|${node.title}|${text.slice(node.start, node.end).replaceAll('\n', '⏎')}`)
}

describe('splitOutline', () => {
  test('four depths, one in the other', () => {
    const text = '望川县报告\n开头。\n一、做法\n(一)机制\n1.会议。全年4次。\n2.责任:分解\n(二)执法。一是评查。抽查120宗。二是培训310人次;\n二、不足'
    expect(sketch(text)).toEqual([
      '1 一、|做法|一、做法⏎(一)机制⏎1.会议。全年4次。⏎2.责任:分解⏎(二)执法。一是评查。抽查120宗。二是培训310人次;',
      '2 (一)|机制|(一)机制⏎1.会议。全年4次。⏎2.责任:分解',
      '3 1.|会议|1.会议。全年4次。',
      '3 2.|责任:分解|2.责任:分解',
      '2 (二)|执法|(二)执法。一是评查。抽查120宗。二是培训310人次;',
      '4 一是|评查|一是评查。抽查120宗。',
      '4 二是|培训310人次|二是培训310人次;',
      '1 二、|不足|二、不足',
    ])
  })

  test('offsets of one node', () => {
    const text = '题\n\u3000\u3000(三)规范执法。抽查案卷。\n\n二、不足'
    expect(splitOutline(text)[0]).toEqual({ depth: 2, marker: '(三)', title: '规范执法', start: 4, headingEnd: 11, end: 17, children: [] })
  })

  test.each([
    ['\uff08二\uff09执法', 2, '\uff08二\uff09'],
    ['1\uff0e评查', 3, '1\uff0e'],
    ['\uff11\uff12、评查', 3, '\uff11\uff12、'],
    ['(1)评查', 4, '(1)'],
    ['十二、其他', 1, '十二、'],
    ['五是评查', 4, '五是'],
  ])('marker of either width: %s', (text, depth, marker) => {
    expect(splitOutline(text).map((node) => [node.depth, node.marker])).toEqual([[depth, marker]])
  })

  test.each(['1.5亿元投入使用', '12.4法治宣传周期间', '一、二级响应及时启动', '一、二、三产业协同', '2023年,本县推进', '统一是关键', '之一是培训', '十十、甲', '没有标题的一段话。', ''])(
    'no heading: %s',
    (text) => {
      expect(splitOutline(text)).toEqual([])
    },
  )

  test('gaps in the numbering and a start at two are taken as they are', () => {
    expect(sketch('二、乙\n五、戊\n(四)丁').map((line) => line.split('|')[1])).toEqual(['乙', '戊', '丁'])
    expect(splitOutline('(一)甲\n一、乙').map((node) => node.depth)).toEqual([2, 1])
  })

  test('一是 after a comma counts only in a row', () => {
    expect(sketch('主要有,一是甲,二是乙').map((line) => line.split('|')[1])).toEqual(['甲', '乙'])
    expect(sketch('这项工作,一是一,二不含糊')).toEqual([])
    expect(sketch('问题:一是甲,进一步是乙。三是丙').map((line) => line.split('|')[1])).toEqual(['甲,进一步是乙', '丙'])
  })

  test('一是 stays within its paragraph, a section does not', () => {
    expect(sketch('一、计划\n一是培训。\n此外再办两件事。')).toEqual(['1 一、|计划|一、计划⏎一是培训。⏎此外再办两件事。', '4 一是|培训|一是培训。'])
  })

  test('the signature belongs to no section', () => {
    expect(sketch('一、计划\n办好两件事。\n望川县人民政府\n2024年1月29日')).toEqual(['1 一、|计划|一、计划⏎办好两件事。'])
  })
})
