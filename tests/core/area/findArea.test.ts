import { describe, expect, test } from 'vitest'
import { findArea } from '#core/area/findArea'
import { listAreas } from '#core/area/areaTable'

function codes(name: string, text?: string): string[] {
  return findArea(name, text === undefined ? {} : { text }).map(({ code }) => code)
}

describe('findArea', () => {
  test('code, level and path', () => {
    expect(findArea('罗定市人民政府')).toEqual([{ code: '445381', name: '罗定市', level: 'county', path: ['广东省', '云浮市', '罗定市'], support: 0 }])
    expect(findArea('四平市')).toEqual([{ code: '220300', name: '四平市', level: 'city', path: ['吉林省', '四平市'], support: 0 }])
    expect(findArea('上海市浦东新区司法局')).toEqual([{ code: '310115', name: '浦东新区', level: 'county', path: ['上海市', '浦东新区'], support: 0 }])
  })

  test.each([
    ['聊城市人民政府办公室', '371500'],
    ['中共四平市委', '220300'],
    ['中共 四平市委员会', '220300'],
    ['山东省济南市市中区人民政府', '370103'],
    ['济南市市中区', '370103'],
    ['云浮罗定市', '445381'],
    ['北京市', '110000'],
    ['重庆市彭水苗族土家族自治县', '500243'],
    ['内蒙古自治区', '150000'],
    ['广西政府', '450000'],
    ['新疆维吾尔自治区人民政府', '650000'],
    ['延边州人民政府', '222400'],
    ['恩施州', '422800'],
    ['恩施市', '422801'],
    ['四平', '220300'],
    ['赵县', '130133'],
    ['济源市', '419001'],
    ['神农架林区', '429021'],
    ['石河子市', '659001'],
    ['吉林市', '220200'],
    ['香港特别行政区', '810000'],
    ['台湾省', '710000'],
    ['景德镇市城市管理局', '360200'],
    ['鄂伦春自治旗', '150723'],
  ])('%s is %s', (name, code) => {
    expect(codes(name)).toEqual([code])
  })

  test.each([
    ['鼓楼区', ['320106', '320302', '350102', '410204']],
    ['市中区人民政府', ['370103', '370402', '511002', '511102']],
    ['城区', ['140302', '140502', '441502']],
    ['郊区人民政府', ['140311', '230811', '340711']],
    ['通州区', ['110112', '320612']],
    ['吉林', ['220000', '220200']],
  ])('%s: several places of one name', (name, expected) => {
    expect(codes(name)).toEqual(expected)
  })

  test('the text puts the place first whose parents it names', () => {
    expect(findArea('鼓楼区人民政府', { text: '福州市鼓楼区推进依法行政,福建省司法厅指导。' }).map(({ code, support }) => [code, support])).toEqual([
      ['350102', 2], ['320106', 0], ['320302', 0], ['410204', 0],
    ])
  })

  test.each(['望川县', '青岚市人民政府', '市司法局', '四平市铁西区白石镇人民政府', '苏州工业园区管理委员会', '四平高新技术产业开发区', '人民政府', '朝阳路', ''])(
    'not in the table or below it: %s',
    (name) => {
      expect(codes(name)).toEqual([])
    },
  )

  test('every full path leads back to its code', () => {
    const lost = listAreas().filter((area) => !codes([...area.parents.map(({ name }) => name), area.name].join('')).includes(area.code))
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  test('the table: 34 provinces, six digits each, once, no collective rows', () => {
    const areas = listAreas()
    expect(areas.filter(({ level }) => level === 'province')).toHaveLength(34)
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length)
    expect(areas.filter(({ code, name }) => !/^\d{6}$/.test(code) || name === '市辖区' || name.includes('直辖县级')).map(({ name }) => name)).toEqual([])
  })
})
