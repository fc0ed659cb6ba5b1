import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import type { Instant, ItemId } from '#core/ids'
import { removeProject } from '#storage/projects'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { copiesOfAbsentProjects, deleteCopy, listCopies, makeCopy, presentHoldings, restore, watchCopies } from '#workflows/copies'
import { recordScore } from '#workflows/recordScore'
import { beginCopies } from '#workflows/rollingCopies'

// Without a folder of the browser's own the shelf is the second database, as on pages opened from a file.
withDatabase()
afterEach(async () => {
  for (const note of (await listCopies()).notes) await deleteCopy(note)
})

const minute = 60_000

function anHour() {
  let at = Date.UTC(2026, 2, 1, 8)
  let waiting: { readonly due: number; readonly run: () => void }[] = []
  const deps = { ...fixedDeps(), clock: () => new Date(at).toISOString() as Instant }
  return {
    deps,
    later: (milliseconds: number, run: () => void) => {
      const entry = { due: at + milliseconds, run }
      waiting.push(entry)
      return () => { waiting = waiting.filter((other) => other !== entry) }
    },
    pass: (milliseconds: number) => {
      at += milliseconds
      const due = waiting.filter((entry) => entry.due <= at)
      waiting = waiting.filter((entry) => entry.due > at)
      for (const { run } of due) run()
    },
    waiting: () => waiting.length,
  }
}

let given = 0
async function scoreOnce(deps: ReturnType<typeof fixedDeps>): Promise<void> {
  const answer = { kind: 'judge', points: (given = (given + 1) % 40) } as const
  expect((await recordScore(deps, { projectId, unitId: unitA, assessorId, itemId: 'b' as ItemId, state: 'scored', answer, note: '缺数据', evidence: [] })).ok).toBe(true)
}

async function ages(): Promise<number[]> {
  return (await listCopies(projectId)).notes.map(({ entries }) => entries)
}

test('every ten minutes of work, at the closing, and never twice of the same state', async () => {
  const hour = anHour()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const rolling = beginCopies(hour.deps, projectId, hour)
  await scoreOnce(hour.deps)
  await vi.waitFor(() => expect(hour.waiting()).toBe(1))
  hour.pass(9 * minute)
  await scoreOnce(hour.deps)
  expect(await ages()).toEqual([])
  hour.pass(minute)
  await vi.waitFor(async () => expect(await ages()).toEqual([4]))

  hour.pass(minute)
  await scoreOnce(hour.deps)
  await rolling.whenHidden()
  expect(await ages()).toEqual([4])
  hour.pass(minute)
  await rolling.whenHidden()
  expect(await ages()).toEqual([5, 4])
  hour.pass(minute)
  await rolling.end()
  expect(await ages()).toEqual([5, 4])

  const again = beginCopies(hour.deps, projectId, hour)
  await scoreOnce(hour.deps)
  await again.end()
  expect(await ages()).toEqual([6, 5, 4])
})

test('the shelf says where it lies, what would be replaced, and which projects are only there', async () => {
  const { deps } = anHour()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  let told = 0
  const stop = watchCopies(() => { told += 1 })
  const made = await makeCopy(deps, projectId, { name: '定稿' })
  if (!made.ok) throw new Error(made.problem.kind)
  expect(await listCopies(projectId)).toEqual({ place: 'database', notes: [made.value] })
  expect(await presentHoldings(projectId)).toEqual({ units: 2, reports: 1, entries: 2, newestEntryAt: '2025-03-01T06:30:00.000Z' })
  expect(await copiesOfAbsentProjects()).toEqual([])
  const before = await readProjectSnapshot(projectId)
  await removeProject(projectId)
  expect(await presentHoldings(projectId)).toBeNull()
  expect(await copiesOfAbsentProjects()).toEqual([made.value])
  expect(await restore(deps, made.value, { kind: 'replace', beforeName: '恢复前' })).toEqual({ ok: true, value: { projectId, before: null, drafts: [] } })
  expect(await readProjectSnapshot(projectId)).toEqual(before)
  expect(await copiesOfAbsentProjects()).toEqual([])
  await deleteCopy(made.value)
  expect(told).toBe(3)
  stop()
  expect(await Dexie.exists('zhunsheng-copies')).toBe(true)
})
