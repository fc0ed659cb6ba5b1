import { describe, expect, test } from 'vitest'
import type { UnitId } from '#core/ids'
import { indexUnits, matchUnit } from '#features/collect/intake/matchUnit'

function units(...names: string[]) {
  return indexUnits(names.map((name, index) => ({ id: `u${index}` as UnitId, name, code: null })))
}

describe('matchUnit', () => {
  test('the same name is exact, whatever its width and blanks', () => {
    expect(matchUnit('青川市 人民政府', units('松原区', '青川市人民政府'))).toEqual({ kind: 'exact', unitId: 'u1' })
    expect(matchUnit('青川市(本级)', units('青川市\uFF08本级\uFF09'))).toEqual({ kind: 'exact', unitId: 'u0' })
  })

  test('the exact one wins over similar ones', () => {
    expect(matchUnit('青川市', units('青川市人民政府', '青川市'))).toEqual({ kind: 'exact', unitId: 'u1' })
  })

  test('with and without 人民政府 is likely', () => {
    expect(matchUnit('青川市人民政府', units('青川市', '松原区'))).toEqual({ kind: 'likely', unitId: 'u0' })
    expect(matchUnit('青川市政府办公室', units('青川市人民政府办公室'))).toEqual({ kind: 'likely', unitId: 'u0' })
  })

  test('with the province before it is likely', () => {
    expect(matchUnit('东山省青川市', units('青川市人民政府'))).toEqual({ kind: 'likely', unitId: 'u0' })
  })

  test('several similar ones are ambiguous', () => {
    expect(matchUnit('城关镇', units('石门县城关镇', '海门县城关镇', '海门县'))).toEqual({ kind: 'ambiguous', unitIds: ['u0', 'u1'] })
  })

  test('a department is not its government', () => {
    expect(matchUnit('青川市司法局', units('青川市', '青川市人民政府'))).toEqual({ kind: 'none' })
    expect(matchUnit('青川市', units('青川市司法局'))).toEqual({ kind: 'none' })
  })

  test('two characters are too few to be the tail of a name', () => {
    expect(matchUnit('门县', units('海门县'))).toEqual({ kind: 'none' })
  })

  test('no name, no unit', () => {
    expect(matchUnit('', units('青川市'))).toEqual({ kind: 'none' })
    expect(matchUnit('青川市', units())).toEqual({ kind: 'none' })
  })
})
