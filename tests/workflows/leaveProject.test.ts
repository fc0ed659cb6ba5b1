import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { projectId, snapshot, withDatabase } from '../storage/withDatabase'
import type { ProjectId } from '#core/ids'
import { moveSnapshot } from '#core/records/projectSnapshot'
import { openCopyShelf } from '#storage/copyShelf'
import { keepCopyBeforeUpgrade } from '#storage/copyBeforeUpgrade'
import { database } from '#storage/db'
import { rememberFileSave } from '#storage/fileSaves'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { keepCopy } from '#workflows/keepCopy'
import { leaveProject, remainsOfProject } from '#workflows/leaveProject'
import { passphraseOf, setPassphrase } from '#workflows/passphrases'

const nameOf = withDatabase()
let kept = new Map<string, string>()
let folder = aFolder()
beforeEach(() => {
  kept = new Map()
  folder = aFolder()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } })
})
afterEach(() => vi.unstubAllGlobals())

const other = moveSnapshot(snapshot, 'X'.repeat(26) as ProjectId)

test('everything of the project goes, every place is counted again, and the other project stays as it was', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  await writeProjectSnapshot({ ...other, project: { ...other.project, name: '另一个' } }, { onExisting: 'refuse' })
  await rememberFileSave(projectId, { at: deps.clock(), fileName: '评估.zhunsheng' })
  await keepCopy(deps, await openCopyShelf(), projectId)
  await keepCopy(deps, await openCopyShelf(), other.project.id)
  expect((await keepCopyBeforeUpgrade(nameOf())).ok).toBe(true)
  setPassphrase(projectId, '口令')
  const stays = await readProjectSnapshot(other.project.id)

  const left = await leaveProject(deps, projectId)
  const none = { units: 0, reports: 0, originals: 0, attachments: 0, scores: 0, others: 0, sentinel: 0, copies: 0, oldData: 0 }
  expect(left).toMatchObject({ ok: true, value: { before: { units: 2, reports: 1, originals: 1, sentinel: 1, copies: 2, oldData: 1 }, after: none } })
  expect(await remainsOfProject(projectId)).toEqual(none)
  expect(passphraseOf(projectId)).toBe(null)
  // Looked for in the raw rows as well: not by the tables that were deleted from.
  for (const table of database().tables) expect(JSON.stringify(await table.toArray())).not.toContain(projectId)
  expect([...kept.values()].join()).not.toContain(projectId)
  expect(await readProjectSnapshot(other.project.id)).toEqual(stays)
  expect(await remainsOfProject(other.project.id)).toMatchObject({ units: 2, copies: 2, sentinel: 1 })
})

test('what is left behind is said: half a copy without its note counts too', async () => {
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const copies = await folder.getDirectoryHandle('copies', { create: true })
  const half = await copies.getDirectoryHandle(projectId, { create: true })
  const stream = await (await half.getFileHandle('half.zhunsheng', { create: true })).createWritable()
  await stream.write(new Uint8Array([1]))
  await stream.close()
  expect((await remainsOfProject(projectId)).copies).toBe(1)
  expect(await leaveProject(fixedDeps(), projectId)).toMatchObject({ ok: true, value: { before: { copies: 1 }, after: { copies: 0 } } })
})
