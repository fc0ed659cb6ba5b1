import { describe, expect, test } from 'vitest'
import { parseBodyName, parseBodyNames } from '#core/text/parseBodyName'

describe('parseBodyName', () => {
  test.each([
    ['望川县人民政府', '望川县', '县', 'government'],
    ['青岚市政府', '青岚市', '市', 'government'],
    ['青岚市望川县白石镇人民政府', '青岚市望川县白石镇', '镇', 'government'],
    ['白石街道办事处', '白石街道', '街道', 'government'],
    ['青岚市市场监督管理局', '青岚市', '市', 'department'],
    ['望川县城市管理局', '望川县', '县', 'department'],
    ['望川县住房和城乡建设局', '望川县', '县', 'department'],
    ['望川县乡村振兴局', '望川县', '县', 'department'],
    ['青岚市人民政府办公室', '青岚市', '市', 'department'],
    ['中共青岚市委全面依法治市委员会办公室', '青岚市', '市', 'department'],
    ['中共青岚市委', '青岚市', '市', 'party'],
    ['青岚市委员会', '青岚市', '市', 'party'],
    ['青岚高新技术产业开发区管理委员会', '青岚高新技术产业开发区', '区', 'committee'],
    ['望川县', '望川县', '县', 'place'],
    ['景德镇市', '景德镇市', '市', 'place'],
    ['通州区', '通州区', '区', 'place'],
    ['内蒙古自治区', '内蒙古自治区', '自治区', 'place'],
    ['济南市市中区人民政府', '济南市市中区', '区', 'government'],
    ['广西政府', '广西壮族自治区', '自治区', 'government'],
    ['新疆人民政府办公厅', '新疆维吾尔自治区', '自治区', 'department'],
    ['市司法局', '', '', 'department'],
  ])('%s', (name, place, rank, form) => {
    expect(parseBodyName(name)).toEqual({ name, place, rank, form })
  })

  test.each(['我市', '全市', '本局', '政府', '人民政府', '县', '推进依法行政', '望川县的工作', '2023年', '', '甲'.repeat(50)])('no body: %s', (name) => {
    expect(parseBodyName(name)).toBeNull()
  })
})

test('parseBodyNames: side by side and glued together, with offsets', () => {
  const brief = (text: string): unknown[] => parseBodyNames(text).map(({ body, start, end }) => [body.form, start, end])
  expect(brief('中共青岚市委 青岚市人民政府')).toEqual([['party', 0, 6], ['government', 7, 14]])
  expect(brief('中共青岚市委员会青岚市人民政府')).toEqual([['party', 0, 8], ['government', 8, 15]])
  expect(brief('望川县司法局、望川县财政局')).toEqual([['department', 0, 6], ['department', 7, 13]])
})
