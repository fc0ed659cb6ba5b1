import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { keepHandlesByReference } from '../builders/keepHandlesByReference'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import type { ItemId } from '#core/ids'
import { readProjectFile } from '#exchange/package/readProjectFile'
import { writeProjectSnapshot } from '#storage/snapshots'
import { beginWork, lookAtWork, saveWorkNow, type AutosaveTiming } from '#workflows/autosave'
import { recordScore } from '#workflows/recordScore'
import { saveWorkAs } from '#workflows/workFile'
import { watchWork, type WorkStatus } from '#workflows/workStatus'

keepHandlesByReference()
withDatabase()

/** A clock that stands still until the test moves it; what was put off runs then. */
function aTiming(): AutosaveTiming & { readonly pass: (milliseconds: number) => void } {
  let at = 0
  let waiting: { readonly due: number; readonly run: () => void }[] = []
  return {
    look: 1,
    idle: 5_000,
    longest: 30_000,
    now: () => at,
    later: (milliseconds, run) => {
      const entry = { due: at + milliseconds, run }
      waiting.push(entry)
      return () => { waiting = waiting.filter((other) => other !== entry) }
    },
    pass: (milliseconds) => {
      at += milliseconds
      const due = waiting.filter((entry) => entry.due <= at)
      waiting = waiting.filter((entry) => entry.due > at)
      for (const { run } of due) run()
    },
  }
}

let end: () => Promise<void> = async () => {}
let stop = (): unknown => undefined
let seen: (WorkStatus | null)[] = []

beforeEach(() => {
  seen = []
  stop = watchWork((status) => seen.push(status))
})
afterEach(async () => {
  stop()
  await end()
})

async function openWithFile() {
  const deps = fixedDeps(1000)
  const folder = aFolder()
  const timing = aTiming()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  await saveWorkAs(deps, projectId, await folder.getFileHandle('评估.zhunsheng', { create: true }))
  end = beginWork(deps, projectId, timing)
  await lookAtWork()
  const entries = (): number => {
    const read = readProjectFile(folder.files.get('评估.zhunsheng')!)
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
      return read.value.snapshot.entries.length
  }
  return { deps, folder, timing, entries }
}

let given = 0
async function scoreOnce(deps: ReturnType<typeof fixedDeps>): Promise<void> {
  const answer = { kind: 'judge', points: (given = (given + 1) % 40) } as const
  expect((await recordScore(deps, { projectId, unitId: unitA, assessorId, itemId: 'b' as ItemId, state: 'scored', answer, note: '缺数据', evidence: [] })).ok).toBe(true)
}

describe('a project that is kept in a file', () => {
  test('is saved after five quiet seconds, and says what is not saved until then', async () => {
    const { deps, timing, entries } = await openWithFile()
    await scoreOnce(deps)
    timing.pass(1)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ saving: false, failure: null, state: { unsaved: { entries: 1 } } }))
    timing.pass(4_000)
    await scoreOnce(deps)
    timing.pass(4_000)
    expect(entries()).toBe(2)
    timing.pass(1_000)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ saving: false, state: { unsaved: null } }))
    expect(entries()).toBe(4)
    expect(seen.some((status) => status?.saving)).toBe(true)
  })

  test('is saved after thirty seconds when there is no quiet', async () => {
    const { deps, timing, entries } = await openWithFile()
    for (let second = 0; second < 30; second += 3) {
      await scoreOnce(deps)
      timing.pass(3_000)
    }
    await vi.waitFor(() => expect(entries()).toBe(12))
  })

  test('is saved when it is closed', async () => {
    const { deps, entries } = await openWithFile()
    await scoreOnce(deps)
    await end()
    expect(entries()).toBe(3)
    expect(seen.at(-1)).toBeNull()
  })

  test('is not written over a change from outside; after the person said so it is', async () => {
    const { deps, folder, timing } = await openWithFile()
    folder.files.set('评估.zhunsheng', new Uint8Array([1]))
    folder.modified.set('评估.zhunsheng', Date.UTC(2026, 5, 1))
    await scoreOnce(deps)
    timing.pass(5_000)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ state: { problem: { kind: 'changed-outside' }, unsaved: { entries: 1 } } }))
    expect(folder.files.get('评估.zhunsheng')).toEqual(new Uint8Array([1]))
    expect((await saveWorkNow(deps, projectId, { overwrite: true })).ok).toBe(true)
    expect(seen.at(-1)).toMatchObject({ failure: null, state: { problem: null, unsaved: null } })
  })

  test('says that it could not be written, and is written at the next attempt', async () => {
    const { deps, folder, timing, entries } = await openWithFile()
    folder.full = true
    await scoreOnce(deps)
    timing.pass(5_000)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ saving: false, failure: { kind: 'write-failed' }, state: { unsaved: { entries: 1 } } }))
    expect(entries()).toBe(2)
    folder.full = false
    await scoreOnce(deps)
    timing.pass(5_000)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ saving: false, failure: null, state: { unsaved: null } }))
    expect(entries()).toBe(4)
  })

  test('waits for the permission after a restart', async () => {
    const { deps, folder, timing, entries } = await openWithFile()
    folder.permission = 'prompt'
    await scoreOnce(deps)
    timing.pass(5_000)
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ state: { problem: { kind: 'permission-needed' } } }))
    expect(entries()).toBe(2)
  })
})
