import { describe, expect, test } from 'vitest'
import type { ReportId, Sha256, UnitId } from '#core/ids'
import { makeReview, type FileReview } from '#features/collect/intake/fileReview'
import { judgeFiles } from '#features/collect/intake/fileStatus'
import { knowProject, type KnownReport } from '#features/collect/intake/knownProject'
import { indexUnits } from '#features/collect/intake/matchUnit'
import { aProposal, certain, missing } from './aProposal'

const one = 'a'.repeat(64) as Sha256
const two = 'b'.repeat(64) as Sha256
const three = 'c'.repeat(64) as Sha256
const nothing = knowing()

function knowing(...reports: readonly KnownReport[]) {
  return knowProject(2024, indexUnits([]), reports)
}

function aReport(id: string, bytesHash: Sha256, textHash: Sha256, supersededBy: string | null = null): KnownReport {
  return { id: id as ReportId, unitId: 'u1' as UnitId, bytesHash, textHash, supersededBy: supersededBy as ReportId | null }
}

function file(key: string, bytesHash: Sha256, textHash: Sha256, name = `${key}市`): FileReview {
  return makeReview(key, aProposal({ fileName: `${key}.txt`, bytesHash, textHash, text: textHash, unitName: certain(name) }), new Blob(), indexUnits([]))
}

function states(reviews: readonly FileReview[], project: Parameters<typeof judgeFiles>[1] = nothing) {
  return judgeFiles(reviews, project).map(({ twin, status }) => ({ twin, status }))
}

describe('judgeFiles', () => {
  test('files of their own are ready, open questions hold one back', () => {
    const open = makeReview('k', aProposal({ unitName: missing, bytesHash: two, textHash: two, text: two }), new Blob(), indexUnits([]))
    expect(states([file('甲', one, one), open])).toEqual([
      { twin: null, status: 'ready' },
      { twin: null, status: 'open' },
    ])
  })

  test('the second of two equal files is left out, by bytes or by text', () => {
    expect(states([file('甲', one, one), file('乙', one, one), file('丙', two, one)])).toEqual([
      { twin: null, status: 'ready' },
      { twin: { where: 'drop', same: 'bytes', key: '甲', fileName: '甲.txt' }, status: 'skipped' },
      { twin: { where: 'drop', same: 'text', key: '甲', fileName: '甲.txt' }, status: 'skipped' },
    ])
  })

  test('the same words are one text, whatever blanks the formats put between them; other words are not', () => {
    const written = (key: string, bytesHash: Sha256, text: string): FileReview => makeReview(key, aProposal({ fileName: `${key}.txt`, bytesHash, textHash: bytesHash, text, unitName: certain(`${key}市`) }), new Blob(), indexUnits([]))
    expect(states([written('甲', one, '一、成效\n办结 3 件。'), written('乙', two, '一、成效 办结3件。'), written('丙', three, '一、成效 办结4件。')])).toEqual([
      { twin: null, status: 'ready' },
      { twin: { where: 'drop', same: 'text', key: '甲', fileName: '甲.txt' }, status: 'skipped' },
      { twin: null, status: 'ready' },
    ])
  })

  test('a report of the project is recognised, and may go in all the same', () => {
    const project = knowing(aReport('r1', one, two))
    const again = file('甲', one, three)
    const sameText = file('乙', three, two)
    expect(states([again, { ...again, key: 'x', twin: 'import' }, sameText], project)).toEqual([
      { twin: { where: 'project', same: 'bytes', unitId: 'u1', isOlder: false }, status: 'skipped' },
      { twin: { where: 'project', same: 'bytes', unitId: 'u1', isOlder: false }, status: 'ready' },
      { twin: { where: 'project', same: 'text', unitId: 'u1', isOlder: false }, status: 'skipped' },
    ])
  })

  test('an older version is recognised as such, and a standing report comes before it', () => {
    const older = aReport('r1', one, one, 'r2')
    expect(states([file('甲', one, three)], knowing(older, aReport('r2', two, two)))).toEqual([{ twin: { where: 'project', same: 'bytes', unitId: 'u1', isOlder: true }, status: 'skipped' }])
    expect(states([file('甲', one, three)], knowing(aReport('r3', one, two), older))).toEqual([{ twin: { where: 'project', same: 'bytes', unitId: 'u1', isOlder: false }, status: 'skipped' }])
  })

  test('thousands of files against thousands of units are judged one by one, none against all', () => {
    const count = 3000
    const units = indexUnits(Array.from({ length: count }, (_, index) => ({ id: `u${index}` as UnitId, name: `第${index}县人民政府`, code: null })))
    const many = Array.from({ length: count }, (_, index) => {
      const hash = index.toString(16).padStart(64, '0') as Sha256
      return makeReview(`f${index}`, aProposal({ fileName: `${index}.txt`, bytesHash: hash, textHash: hash, text: hash, unitName: certain(`第${index}县人民政府`) }), new Blob(), units)
    })
    const judged = judgeFiles(many, knowProject(2024, units, []))
    expect(judged.filter(({ status }) => status === 'ready')).toHaveLength(count)
    expect(judged.at(-1)?.review.unit).toEqual({ kind: 'existing', unitId: 'u2999' })
  })

  test('a file left out makes room for its twin and for its unit', () => {
    expect(states([{ ...file('甲', one, one), skipped: true }, file('甲', one, one)])).toEqual([
      { twin: null, status: 'skipped' },
      { twin: null, status: 'ready' },
    ])
  })
})
