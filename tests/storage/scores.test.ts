import { beforeEach, describe, expect, test } from 'vitest'
import { anEntry, assessorId, openTab, projectId, refusalOf, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { Tab } from './withDatabase'
import type { EntryId, ItemId, ReportId, Sha256, UnitId } from '#core/ids'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { database } from '#storage/db'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { standingEntry } from '#storage/queries/standingEntry'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'

const nameOf = withDatabase()
const evidence = [{ reportId: 'r' as ReportId, textHash: 'a'.repeat(64) as Sha256, start: 1, end: 4, quote: '云澜县', prefix: '', suffix: '2024' }]

beforeEach(async () => {
  await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'refuse' })
})

describe('commitEntry', () => {
  test('the judgement stands, with its note, and the history remembers all', async () => {
    const first = anEntry('b', null, { note: '有出处', evidence })
    const second = anEntry('b', first.id, { state: 'pending', answer: null })
    const other = anEntry('a', null)
    expect(await commitEntry(projectId, first)).toBe(first.id)
    expect(await scorecardOfUnit(projectId, unitA, assessorId)).toEqual({ unitId: unitA, assessorId, marks: new Map([['b', markOf(first)]]) })
    await commitEntry(projectId, second)
    await commitEntry(projectId, other)
    expect(await scorecardOfUnit(projectId, unitA, assessorId)).toEqual({ unitId: unitA, assessorId, marks: new Map([['a', markOf(other)], ['b', markOf(second)]]) })
    expect(await database().remarks.count()).toBe(0)
    expect(await entriesOfItem(projectId, unitA, assessorId, 'b' as ItemId)).toEqual([first, second])
    expect(await standingEntry(projectId, unitA, assessorId, 'b' as ItemId)).toBe(second.id)
    expect(await standingEntry(projectId, unitB, assessorId, 'b' as ItemId)).toBeNull()
  })

  test('an entry that replaces what no longer stands is refused by name, and nothing is lost', async () => {
    const first = anEntry('a', null)
    await commitEntry(projectId, first)
    expect(await refusalOf(commitEntry(projectId, anEntry('a', null)))).toEqual({ kind: 'stale-entry', standing: first.id })
    expect(await refusalOf(commitEntry(projectId, anEntry('b', first.id)))).toEqual({ kind: 'stale-entry', standing: null })
    expect(await entriesOfItem(projectId, unitA, assessorId, 'a' as ItemId)).toEqual([first])
  })

  test('a retry of what was stored already is no second entry', async () => {
    const first = anEntry('a', null)
    await commitEntry(projectId, first)
    expect(await commitEntry(projectId, first)).toBe(first.id)
    expect(await entriesOfItem(projectId, unitA, assessorId, 'a' as ItemId)).toEqual([first])
  })

  test('who and what must be there', async () => {
    expect(await refusalOf(commitEntry(projectId, anEntry('a', null, { unitId: 'x' as UnitId })))).toEqual({ kind: 'not-found', what: 'unit' })
    expect(await refusalOf(commitEntry(projectId, anEntry('a', null, { assessorId: 'x' as ScoreEntry['assessorId'] })))).toEqual({ kind: 'not-found', what: 'assessor' })
  })

  test('on a scorecard that arrived whole: it gets its own record, with all its remarks', async () => {
    const arrived = [anEntry('a', null, { note: '甲' }), anEntry('b', null, { note: '乙', evidence }), anEntry('a', null, { unitId: unitB })]
    await writeProjectSnapshot({ ...snapshot, entries: arrived }, { onExisting: 'replace' })
    expect(await database().scorecards.count()).toBe(0)
    const [a, b] = arrived as [ScoreEntry, ScoreEntry]
    const change = anEntry('a', a.id)
    await commitEntry(projectId, change)
    expect(await database().scorecards.count()).toBe(1)
    expect(await scorecardOfUnit(projectId, unitA, assessorId)).toEqual({ unitId: unitA, assessorId, marks: new Map([['a', markOf(change)], ['b', markOf(b)]]) })
    expect(await entriesOfItem(projectId, unitA, assessorId, 'a' as ItemId)).toEqual([a, change])
  })
})

describe('two tabs', () => {
  test('lose no acknowledged write and learn of each other', async () => {
    const tabs = [await openTab(nameOf()), await openTab(nameOf())] as const
    const acknowledged: EntryId[][] = await Promise.all(tabs.map((tab, index) => writeMany(tab, index, 40)))
    for (const tab of tabs) tab.close()
    const stored = (await Promise.all(['a', 'b', 'c'].map((itemId) => entriesOfItem(projectId, unitA, assessorId, itemId as ItemId)))).flat()
    expect(acknowledged.map((ids) => ids.length)).toEqual([40, 40])
    expect(stored.map(({ id }) => id).sort()).toEqual(acknowledged.flat().sort())
    for (const itemId of ['a', 'b', 'c']) {
      const chain = stored.filter((entry) => entry.itemId === itemId)
      expect(chain.map((entry) => entry.replaces)).toEqual([null, ...chain.slice(0, -1).map((entry) => entry.id)])
    }
  })

  /** Writes so many entries on three items; where the other tab was faster, takes what stands now and tries again. */
  async function writeMany(tab: Tab, index: number, count: number): Promise<EntryId[]> {
    const acknowledged: EntryId[] = []
    for (let number = 0; number < count; number += 1) {
      const itemId = ['a', 'b', 'c'][(number + index) % 3] as ItemId
      let replaces = await tab.standingEntry(projectId, unitA, assessorId, itemId)
      for (let tries = 0; ; tries += 1) {
        expect(tries).toBeLessThan(50)
        try {
          acknowledged.push(await tab.commitEntry(projectId, anEntry(itemId, replaces)))
          break
        } catch (error) {
          const { problem } = error as { readonly problem: { readonly kind: string; readonly standing: EntryId | null } }
          expect(problem.kind).toBe('stale-entry')
          replaces = problem.standing
        }
      }
    }
    return acknowledged
  }
})

function markOf({ state, answer, note, evidence: passages, searched, proofs, accepted, id }: ScoreEntry) {
  return { state, answer, note, evidence: passages, searched, proofs, accepted, entryId: id }
}
