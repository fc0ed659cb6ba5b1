import { describe, expect, test } from 'vitest'
import { parseUnitBlock } from '#features/collect/units/parseUnitBlock'

const government = { kind: 'known', value: 'government' }
const department = { kind: 'known', value: 'department' }
const city = { kind: 'known', value: 'city' }
const county = { kind: 'known', value: 'county' }
const empty = { kind: 'empty' }

describe('parseUnitBlock', () => {
  test('without a header the columns are name, kind, level, group by position', () => {
    expect(parseUnitBlock('青川市\t政府\t市级\t甲组\r\n松原区司法局\t部门\t区县\t乙组\r\n')).toEqual({
      columns: ['name', 'kind', 'level', 'group'],
      header: null,
      rows: [
        { line: 1, name: '青川市', kind: government, level: city, group: '甲组', code: empty },
        { line: 2, name: '松原区司法局', kind: department, level: county, group: '乙组', code: empty },
      ],
    })
  })

  test('a header orders the columns, unknown and repeated ones are left out', () => {
    expect(parseUnitBlock('序号\t层级\t单位名称\t备注\t机关类型\t单位\n1\t县级\t海门县\t略\t人民政府\t别名')).toEqual({
      columns: [null, 'level', 'name', null, 'kind', null],
      header: ['序号', '层级', '单位名称', '备注', '机关类型', '单位'],
      rows: [{ line: 2, name: '海门县', kind: government, level: county, group: '', code: empty }],
    })
  })

  test('codes of six or twelve digits, by their heading, by position or before the names', () => {
    const [six, unknown] = [{ kind: 'known', value: '220322' }, { kind: 'unknown', text: '22032' }]
    expect(parseUnitBlock('单位名称\t行政区划代码\n甲县\t220322000000\n乙县\t22032').rows.map(({ code }) => code)).toEqual([six, unknown])
    expect(parseUnitBlock('甲县\t政府\t县级\t\t220322').rows.map(({ code }) => code)).toEqual([six])
    expect(parseUnitBlock('220322\t甲县\t政府\n220322\t乙县\t政府').columns).toEqual(['code', 'name', 'kind'])
  })

  test('a header without a name column is no header', () => {
    expect(parseUnitBlock('类型\t层级').rows).toEqual([{ line: 1, name: '类型', kind: { kind: 'unknown', text: '层级' }, level: empty, group: '', code: empty }])
  })

  test('a leading column of numbers is passed over', () => {
    expect(parseUnitBlock('1\t甲市\t政府\n2、\t乙市\t政府')).toEqual({
      columns: [null, 'name', 'kind'],
      header: null,
      rows: [
        { line: 1, name: '甲市', kind: government, level: empty, group: '', code: empty },
        { line: 2, name: '乙市', kind: government, level: empty, group: '', code: empty },
      ],
    })
  })

  test('unknown words stay as written, blank rows are left out but counted', () => {
    expect(parseUnitBlock('甲市\t企业\t星级\n\t\t\n\n乙市').rows).toEqual([
      { line: 1, name: '甲市', kind: { kind: 'unknown', text: '企业' }, level: { kind: 'unknown', text: '星级' }, group: '', code: empty },
      { line: 4, name: '乙市', kind: empty, level: empty, group: '', code: empty },
    ])
  })

  test('a row with a word but no name keeps its empty name', () => {
    expect(parseUnitBlock('甲市\t政府\n\t部门').rows[1]).toEqual({ line: 2, name: '', kind: department, level: empty, group: '', code: empty })
  })

  test('wrapped and quoted cells, wide letters and blanks are tidied', () => {
    expect(parseUnitBlock('"青川市\n人民政府"\tGOVERNMENT\t 市 级 \t"甲 ""组"""').rows).toEqual([
      { line: 1, name: '青川市人民政府', kind: government, level: city, group: '甲 "组"', code: empty },
    ])
  })

  test('a quote that never closes is taken as written', () => {
    expect(parseUnitBlock('"甲市\t政府').rows).toEqual([{ line: 1, name: '"甲市', kind: government, level: empty, group: '', code: empty }])
  })

  test('names of one column only', () => {
    expect(parseUnitBlock('甲市\n乙市')).toEqual({
      columns: ['name'],
      header: null,
      rows: [
        { line: 1, name: '甲市', kind: empty, level: empty, group: '', code: empty },
        { line: 2, name: '乙市', kind: empty, level: empty, group: '', code: empty },
      ],
    })
  })

  test('nothing gives nothing', () => {
    expect(parseUnitBlock(' \n\t\n')).toEqual({ columns: [], header: null, rows: [] })
  })
})
