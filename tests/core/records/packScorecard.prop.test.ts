import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyHistory, anyStraightHistory, assessorA, unitA } from '../../builders/entryArbitraries'
import type { EntryId, ItemId, ProjectId } from '#core/ids'
import { standingRows } from '#core/records/latestEntries'
import { packScorecard, unpackScorecard } from '#core/records/packScorecard'
import { placeEntry, standingEntryId } from '#core/records/placeEntry'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const projectId = 'P' as ProjectId

function marksOf(entries: readonly ScoreEntry[]) {
  return new Map(
    [...standingRows(entries)].map(([itemId, row]) => {
      const { state, answer, note, evidence, searched, proofs, accepted, id } = entries[row] as ScoreEntry
      return [itemId, { state, answer, note, evidence, searched, proofs, accepted, entryId: id }]
    }),
  )
}

describe('packed scorecards', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(anyHistory, (entries) => {
        const scorecard = { unitId: unitA, assessorId: assessorA, marks: marksOf(entries) }
        const { record, remarks } = packScorecard(projectId, scorecard, entries.length)
        expect(unpackScorecard(record, remarks)).toEqual({ ok: true, value: scorecard })
      }),
      { numRuns: 300 },
    )
  })

  test('rebuilding gives what packing the standing marks gives', () => {
    fc.assert(
      fc.property(anyHistory, (entries) => {
        expect(rebuildScorecard(projectId, unitA, assessorA, entries)).toEqual(packScorecard(projectId, { unitId: unitA, assessorId: assessorA, marks: marksOf(entries) }, entries.length))
      }),
    )
  })

  test('placing one entry after another gives what rebuilding gives', () => {
    fc.assert(
      fc.property(anyStraightHistory.filter((entries) => entries.length > 0), (entries) => {
        let record: ScorecardRecord | undefined
        for (const entry of entries) {
          expect(standingEntryId(record, entry.itemId)).toBe(entry.replaces)
          record = placeEntry(record, projectId, entry)
        }
        expect(record).toEqual(rebuildScorecard(projectId, unitA, assessorA, entries).record)
      }),
      { numRuns: 300 },
    )
  })

  const sound: ScorecardRecord = { projectId, unitId: unitA, assessorId: assessorA, items: 'a\u001fb', states: '14', answers: 'J1\u001f', entryIds: 'E1\u001fE2', entryCount: 2 }
  test('the sound one of the damaged ones below is read', () => {
    expect(unpackScorecard(sound, [])).toEqual({
      ok: true,
      value: {
        unitId: unitA,
        assessorId: assessorA,
        marks: new Map([
          ['a', { state: 'scored', answer: { kind: 'judge', points: 1 }, ...noGrounds, entryId: 'E1' }],
          ['b', { state: 'pending', answer: null, ...noGrounds, entryId: 'E2' }],
        ]),
      },
    })
  })

  test.each<[string, Partial<ScorecardRecord>, string]>([
    ['an item short', { items: 'a' }, 'columns'],
    ['a state short', { states: '1' }, 'columns'],
    ['a state that is none', { states: '17' }, 'b'],
    ['an answer that cannot be read', { answers: 'J1x\u001f' }, 'a'],
    ['an answer where there is none', { answers: 'J1\u001fJ2' }, 'b'],
    ['scored without an answer', { answers: '\u001f' }, 'a'],
    ['an item twice', { items: 'a\u001fa' }, 'items'],
  ])('%s is a problem', (_what, damage, path) => {
    expect(unpackScorecard({ ...sound, ...damage }, [])).toMatchObject({ ok: false, problem: { kind: 'invalid-record', record: 'scorecard', path } })
  })

  test('a remark on an entry that no longer stands is a problem', () => {
    const remark = { projectId, unitId: unitA, assessorId: assessorA, itemId: 'a' as ItemId, entryId: 'E0' as EntryId, note: 'old', evidence: [] }
    expect(unpackScorecard(sound, [remark])).toMatchObject({ ok: false, problem: { path: 'a' } })
  })
})
