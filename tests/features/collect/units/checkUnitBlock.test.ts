import { describe, expect, test } from 'vitest'
import { checkUnitBlock, type UnitBlockAnswers } from '#features/collect/units/checkUnitBlock'
import { parseUnitBlock } from '#features/collect/units/parseUnitBlock'

const none: UnitBlockAnswers = { kindForEmpty: null, levelForEmpty: null, kinds: new Map(), levels: new Map() }

function check(block: string, taken: readonly string[] = [], answers: Partial<UnitBlockAnswers> = {}) {
  return checkUnitBlock(parseUnitBlock(block).rows, new Set(taken), { ...none, ...answers })
}

describe('checkUnitBlock', () => {
  test('a sound row has no problem', () => {
    expect(check('甲市\t政府\t市级\t甲组')).toEqual([{ line: 1, name: '甲市', kind: 'government', level: 'city', group: '甲组', code: null, problems: [] }])
  })

  test('names: empty, repeated in the block, in the project already, too long', () => {
    const rows = check(`甲市\t政府\t市级\n甲市\t政府\t市级\n\t政府\t市级\n乙市\t政府\t市级\n${'长'.repeat(101)}\t政府\t市级`, ['乙市'])
    expect(rows.map((row) => row.problems)).toEqual([
      [],
      [{ kind: 'name-repeated', line: 1 }],
      [{ kind: 'name-empty' }],
      [{ kind: 'name-exists' }],
      [{ kind: 'name-too-long', limit: 100 }],
    ])
  })

  test('names that no reader tells apart are one name: width, blanks, unseen characters', () => {
    const rows = check('甲县(新)\t政府\t县级\n甲县（新）\t政府\t县级\nB 区\t政府\t县级\n乙\u200d县\t政府\t县级', ['Ｂ区', '乙县'])
    expect(rows.map((row) => row.problems)).toEqual([[], [{ kind: 'name-repeated', line: 1 }], [{ kind: 'name-exists' }], [{ kind: 'name-exists' }]])
  })

  test('the answer for empty cells fills empty ones, never unknown words', () => {
    const rows = check('甲市\n乙市\t企业\t星级', [], { kindForEmpty: 'government', levelForEmpty: 'county' })
    expect(rows).toEqual([
      { line: 1, name: '甲市', kind: 'government', level: 'county', group: '', code: null, problems: [] },
      { line: 2, name: '乙市', kind: null, level: null, group: '', code: null, problems: [{ kind: 'kind-unknown', text: '企业' }, { kind: 'level-unknown', text: '星级' }] },
    ])
  })

  test('an answer to one row settles that row', () => {
    const rows = check('甲市\n乙市\t企业\t市级', [], { kinds: new Map([[2, 'department']]) })
    expect(rows.map((row) => [row.kind, row.problems])).toEqual([
      [null, [{ kind: 'kind-empty' }, { kind: 'level-empty' }]],
      ['department', []],
    ])
  })

  test('a group name has its limit', () => {
    expect(check(`甲市\t政府\t市级\t${'组'.repeat(41)}`)[0]?.problems).toEqual([{ kind: 'group-too-long', limit: 40 }])
  })

  test('what is no code is said', () => {
    expect(check('甲县\t政府\t县级\t\t22032\n乙县\t政府\t县级\t\t220322').map(({ code, problems }) => [code, problems])).toEqual([[null, [{ kind: 'code-unknown', text: '22032' }]], ['220322', []]])
  })
})
