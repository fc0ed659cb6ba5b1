import { describe, expect, test } from 'vitest'
import type { UnitId } from '#core/ids'
import { resultRows } from '#features/search/resultRows'
import { aHit } from './aHit.js'

const found = [
  { unitId: '甲' as UnitId, count: 2, hits: [aHit('甲', 1, { before: '受理' }), aHit('甲', 9, { before: '尚未' })] },
  { unitId: '乙' as UnitId, count: 1, hits: [aHit('乙', 4)] },
]

/** Rows in short: the unit with its count, or where the place is. */
function rows(folded: readonly string[], onlyNegative: boolean): string[] {
  return resultRows(found, { folded: new Set(folded as UnitId[]), onlyNegative }).map((row) => (row.kind === 'unit' ? `${row.folded ? '▸' : '▾'}${row.unitId} ${row.count}` : `${row.hit.start} ${row.at}`))
}

describe('resultRows', () => {
  test('every unit, then its places', () => expect(rows([], false)).toEqual(['▾甲 2', '1 0', '9 1', '▾乙 1', '4 0']))
  test('folded units keep their line', () => expect(rows(['甲'], false)).toEqual(['▸甲 2', '▾乙 1', '4 0']))
  test('only places with a negative word; units without one are left out, folded ones counted right', () => {
    expect([rows([], true), rows(['甲'], true)]).toEqual([['▾甲 1', '9 0'], ['▸甲 1']])
  })
  test('a unit of which no place is listed yet has its line and its count; one listed in part its whole count', () => {
    const more = [{ ...found[0]!, count: 90 }, { unitId: '丙' as UnitId, count: 7, hits: [] }]
    const shown = (onlyNegative: boolean) => resultRows(more, { folded: new Set(), onlyNegative }).map((row) => (row.kind === 'unit' ? [row.unitId, row.count, row.folded] : row.hit.start))
    expect([shown(false), shown(true)]).toEqual([[['甲', 90, false], 1, 9, ['丙', 7, true]], [['甲', 1, false], 9]])
  })
})
