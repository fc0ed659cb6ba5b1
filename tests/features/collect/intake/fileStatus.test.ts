import { describe, expect, test } from 'vitest'
import type { Sha256, UnitId } from '#core/ids'
import { makeReview, type FileReview } from '#features/collect/intake/fileReview'
import { judgeFiles } from '#features/collect/intake/fileStatus'
import { aProposal, certain, missing } from './aProposal'

const one = 'a'.repeat(64) as Sha256
const two = 'b'.repeat(64) as Sha256
const three = 'c'.repeat(64) as Sha256
const nothing = { year: 2024, units: [], reports: [] }

function file(key: string, bytesHash: Sha256, textHash: Sha256, name = `${key}市`): FileReview {
  return makeReview(key, aProposal({ fileName: `${key}.txt`, bytesHash, textHash, unitName: certain(name) }), new Uint8Array(), [])
}

function states(reviews: readonly FileReview[], project: Parameters<typeof judgeFiles>[1] = nothing) {
  return judgeFiles(reviews, project).map(({ twin, status }) => ({ twin, status }))
}

describe('judgeFiles', () => {
  test('files of their own are ready, open questions hold one back', () => {
    const open = makeReview('k', aProposal({ unitName: missing, bytesHash: two, textHash: two }), new Uint8Array(), [])
    expect(states([file('甲', one, one), open])).toEqual([
      { twin: null, status: 'ready' },
      { twin: null, status: 'open' },
    ])
  })

  test('the second of two equal files is left out, by bytes or by text', () => {
    expect(states([file('甲', one, one), file('乙', one, one), file('丙', two, one)])).toEqual([
      { twin: null, status: 'ready' },
      { twin: { where: 'drop', same: 'bytes', fileName: '甲.txt' }, status: 'skipped' },
      { twin: { where: 'drop', same: 'text', fileName: '甲.txt' }, status: 'skipped' },
    ])
  })

  test('a report of the project is recognised, and may go in all the same', () => {
    const project = { ...nothing, reports: [{ unitId: 'u1' as UnitId, bytesHash: one, textHash: two }] }
    const again = file('甲', one, three)
    const sameText = file('乙', three, two)
    expect(states([again, { ...again, key: 'x', twin: 'import' }, sameText], project)).toEqual([
      { twin: { where: 'project', same: 'bytes', unitId: 'u1' }, status: 'skipped' },
      { twin: { where: 'project', same: 'bytes', unitId: 'u1' }, status: 'ready' },
      { twin: { where: 'project', same: 'text', unitId: 'u1' }, status: 'skipped' },
    ])
  })

  test('a file left out makes room for its twin and for its unit', () => {
    expect(states([{ ...file('甲', one, one), skipped: true }, file('甲', one, one)])).toEqual([
      { twin: null, status: 'skipped' },
      { twin: null, status: 'ready' },
    ])
  })
})
