import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { projectId, snapshot, withDatabase } from '../storage/withDatabase'
import type { LedgerState } from '#workflows/ledgerState'
import { openCopyShelf } from '#storage/copyShelf'
import { database } from '#storage/db'
import { projectsHere } from '#storage/queries/projectsHere'
import { readSentinel } from '#storage/sentinel'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { checkAllLedgers } from '#workflows/checkAllLedgers'
import { bringBack, copiesForLoss, handOutCopy } from '#workflows/copiesAtHand'
import { keepCopy } from '#workflows/keepCopy'
import { keepWatch } from '#workflows/keepWatch'
import { watchLedgerState } from '#workflows/ledgerState'
import { acceptLoss, findLossAtStart } from '#workflows/lossAtStart'
import { addUnits } from '#workflows/addUnits'

withDatabase({ damaged: true })
let kept = new Map<string, string>()
const asked = vi.fn(async () => true)
beforeEach(() => {
  kept = new Map()
  asked.mockClear()
  const folder = aFolder()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder, persisted: async () => false, persist: asked } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function empty(): Promise<void> {
  const db = database()
  for (const table of db.tables) if (table.name !== 'meta') await table.clear()
  await db.meta.delete('writes')
}

test('an emptied database: named before anything is written, and the project comes back from its copy as it was', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const before = await readProjectSnapshot(projectId)
  const made = await keepCopy(deps, await openCopyShelf(), projectId)
  const note = made.ok ? made.value : undefined
  expect(await findLossAtStart()).toBe(null)
  await empty()

  const found = await findLossAtStart()
  expect(found).toMatchObject({ kind: 'emptied', projects: [{ id: projectId, name: '评估', gone: true }] })
  expect(await copiesForLoss(found!)).toEqual([note])
  expect(await handOutCopy(deps, note!)).toMatch(/^评估_\d{8}\.zhunsheng$/)
  expect(deps.saved.length).toBe(1)
  expect(await bringBack(deps, note!, { name: '评估（恢复）' })).toEqual({ ok: true, value: projectId })
  expect(await readProjectSnapshot(projectId)).toEqual(before)
  await acceptLoss()
  expect(await findLossAtStart()).toBe(null)
})

test('a project that lost a part comes back beside it, and nothing is written over', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const made = await keepCopy(deps, await openCopyShelf(), projectId)
  const note = made.ok ? made.value : undefined
  await database().reports.clear()
  await database().texts.clear()
  await database().originals.clear()
  const found = await findLossAtStart()
  expect(found).toMatchObject({ kind: 'altered', projects: [{ missing: { reports: 1, entries: 0, units: 0 }, gone: false }] })
  expect(await bringBack(deps, note!, { name: '评估（恢复）' })).toMatchObject({ ok: true })
  expect((await projectsHere()).map(({ name }) => name).sort()).toEqual(['评估', '评估（恢复）'])
  expect(await database().reports.toArray()).toMatchObject([{ projectId: expect.not.stringMatching(projectId) }])
})

test('the witness is renewed when writing has come to rest, and the browser asked once there is a report', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const stop = keepWatch()
  await writeProjectSnapshot({ ...snapshot, reports: [], originals: new Map(), entries: [] }, { onExisting: 'refuse' })
  await addUnits(fixedDeps(), projectId, [{ name: '新单位', kind: 'government', level: 'county' }])
  expect(readSentinel()?.projects).toMatchObject([{ units: 2 }])
  await vi.advanceTimersByTimeAsync(500)
  vi.useRealTimers()
  await vi.waitFor(() => expect(readSentinel()?.projects).toMatchObject([{ units: 3 }]))
  expect(asked).not.toHaveBeenCalled()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await writeProjectSnapshot(snapshot, { onExisting: 'replace' })
  await addUnits(fixedDeps(9), projectId, [{ name: '新单位', kind: 'government', level: 'county' }])
  await vi.advanceTimersByTimeAsync(500)
  vi.useRealTimers()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  stop()
})

test('all ledgers are checked, quickly or wholly, and damage is told by project', async () => {
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const states: LedgerState[] = []
  const stop = watchLedgerState((state) => states.push(state))
  expect(await checkAllLedgers(fixedDeps(), 'quick')).toMatchObject({ kind: 'checked', depth: 'quick', projects: 1, entries: 2, damaged: [] })
  expect(await checkAllLedgers(fixedDeps(), 'whole')).toMatchObject({ kind: 'checked', depth: 'whole', damaged: [] })
  await database().originals.clear()
  expect(await checkAllLedgers(fixedDeps(), 'quick')).toMatchObject({ damaged: [] })
  expect(await checkAllLedgers(fixedDeps(), 'whole')).toMatchObject({ damaged: [{ id: projectId, name: '评估', problems: [{ kind: 'original-missing' }] }] })
  await database().segments.clear()
  expect(await checkAllLedgers(fixedDeps(), 'quick')).toMatchObject({ damaged: [{ id: projectId, problems: [{ kind: 'scorecard-missing' }, { kind: 'history-incomplete' }] }] })
  stop()
  expect(states.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['checking', 'checked']))
})
