import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyHistory, anyStraightHistory } from '../../builders/entryArbitraries'
import type { EntryId, ItemId } from '#core/ids'
import { latestEntries } from '#core/records/latestEntries'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const base: Omit<ScoreEntry, 'id' | 'replaces'> = { unitId: 'U' as ScoreEntry['unitId'], itemId: 'a' as ItemId, assessorId: 'S' as ScoreEntry['assessorId'], at: '2025-03-01T06:30:00.000Z' as ScoreEntry['at'], state: 'pending', answer: null, ...noGrounds }

function entry(id: string, replaces: string | null, more: Partial<ScoreEntry> = {}): ScoreEntry {
  return { ...base, id: id as EntryId, replaces: replaces as EntryId | null, ...more }
}

function idsOf(entries: readonly ScoreEntry[]): string[] {
  return latestEntries(entries).map(({ id }) => id)
}

describe('latestEntries', () => {
  test('does not depend on the order of arrival', () => {
    const shuffled = anyHistory.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })))
    fc.assert(fc.property(shuffled, ([entries, other]) => {
      expect(latestEntries(other)).toEqual(latestEntries(entries))
    }), { numRuns: 500 })
  })

  test('without forks it is the last of every item', () => {
    fc.assert(
      fc.property(anyStraightHistory, (entries) => {
        const last = new Map(entries.map((one) => [one.itemId, one]))
        expect(latestEntries(entries)).toEqual([...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one))
      }),
    )
  })

  test('the same entries twice change nothing', () => {
    fc.assert(fc.property(anyHistory, (entries) => {
      expect(latestEntries([...entries, ...entries])).toEqual(latestEntries(entries))
    }))
  })

  test('a longer chain stands against a greater id', () => {
    expect(idsOf([entry('1', null), entry('z', '1'), entry('b', '1'), entry('c', 'b')])).toEqual(['c'])
  })

  test('of a fork of equal depth the greater id stands', () => {
    expect(idsOf([entry('1', null), entry('3', '1'), entry('2', '1')])).toEqual(['3'])
  })

  test('a chain whose beginning is not here counts from what is', () => {
    expect(idsOf([entry('5', 'lost'), entry('2', '5'), entry('9', null)])).toEqual(['2'])
  })

  test('circles end, in any order, and give way to anything else', () => {
    const circle = [entry('8', '9'), entry('9', '8')]
    expect(idsOf(circle)).toEqual(['9'])
    expect(idsOf([...circle].reverse())).toEqual(['9'])
    expect(idsOf([...circle, entry('1', null)])).toEqual(['1'])
  })

  test('one for each assessor, unit and item, in that order', () => {
    const other = { assessorId: 'R' as ScoreEntry['assessorId'] }
    expect(idsOf([entry('1', null), entry('2', null, other), entry('3', null, { unitId: 'T' as ScoreEntry['unitId'] }), entry('4', null, { itemId: 'A' as ItemId })])).toEqual(['2', '3', '4', '1'])
  })
})
