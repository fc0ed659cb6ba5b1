import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyHistory, assessorA, unitA } from '../../builders/entryArbitraries'
import type { Instant, ProjectId, UnitId } from '#core/ids'
import { standingRows } from '#core/records/latestEntries'
import { checkEntryRecord, checkHistorySegmentRecord } from '#core/records/historyRecord'
import { cardsOfSegment, packEntry, packSegment, packStanding, unpackEntry, unpackSegment } from '#core/records/packHistory'
import { packInstants, unpackInstants } from '#core/records/packInstants'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const projectId = 'P' as ProjectId
const unitB = 'UNIT-B' as UnitId
const some = anyHistory.filter((entries) => entries.length > 0)

function elsewhere(entries: readonly ScoreEntry[]): ScoreEntry[] {
  return entries.map((entry) => ({ ...entry, unitId: unitB }))
}

describe('history', () => {
  test('an entry stored alone comes back as it was', () => {
    fc.assert(
      fc.property(some, (entries) => {
        for (const [sequence, entry] of entries.entries()) {
          const record = packEntry(projectId, entry, sequence)
          expect(checkEntryRecord(record)).toEqual({ ok: true, value: record })
          expect(unpackEntry(record)).toEqual({ ok: true, value: entry })
        }
      }),
    )
  })

  test('a segment gives back its parts', () => {
    fc.assert(
      fc.property(some, some, fc.nat(50), (first, second, from) => {
        const parts = [{ unitId: unitA, from: 0, entries: first }, { unitId: unitB, from, entries: elsewhere(second) }]
        const record = packSegment(projectId, assessorA, 3, parts)
        expect(checkHistorySegmentRecord(record)).toEqual({ ok: true, value: record })
        expect(unpackSegment(record)).toEqual({ ok: true, value: parts })
      }),
      { numRuns: 300 },
    )
  })

  test('a scorecard that began with a segment is what its entries rebuild to', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const record = packSegment(projectId, assessorA, 0, [
          { unitId: unitB, from: 7, entries: elsewhere(second) },
          { unitId: unitA, from: 0, entries: first, standing: packStanding(standingRows(first), first.length) },
        ])
        expect(cardsOfSegment(record, () => true)).toEqual({ ok: true, value: [rebuildScorecard(projectId, unitA, assessorA, first)] })
        expect(cardsOfSegment(record, (unitId) => unitId === unitB)).toEqual({ ok: true, value: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('a segment with any column cut is a problem, never a shorter history', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('ids' as const, 'items' as const, 'states' as const, 'answers' as const, 'instants' as const), (entries, column) => {
        const record = packSegment(projectId, assessorA, 0, [{ unitId: unitA, from: 0, entries }])
        const cut = { ...record, [column]: record[column].slice(0, -1) + (column === 'states' ? '' : '\u001f\u001f') }
        expect(unpackSegment(cut).ok).toBe(false)
      }),
    )
  })

  test('damaged remarks are a problem', () => {
    const [entry] = fc.sample(some, { numRuns: 1, seed: 1 })[0] as [ScoreEntry]
    const record = packSegment(projectId, assessorA, 0, [{ unitId: unitA, from: 0, entries: [entry] }])
    for (const remarks of ['{', '7', '[7]', '[[0,5,[]]]', '[[0,"",{}]]']) expect(unpackSegment({ ...record, remarks }).ok).toBe(false)
  })
})

describe('packed instants', () => {
  test('come back letter for letter, forwards and backwards in time', () => {
    const instant = fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }).map((milliseconds) => new Date(milliseconds).toISOString() as Instant)
    fc.assert(fc.property(fc.array(instant, { minLength: 1 }), (instants) => {
      expect(unpackInstants(packInstants(instants).split('\u001f'))).toEqual(instants)
    }))
  })

  test('a step that is none gives no instant, and none after it', () => {
    expect(unpackInstants(['rs', 'A', '1'])).toEqual(['1970-01-01T00:00:01.000Z', '', ''])
  })
})
