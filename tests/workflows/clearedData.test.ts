import { afterEach, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { projectId, snapshot, withDatabase } from '../storage/withDatabase'
import type { ProjectId } from '#core/ids'
import { moveSnapshot } from '#core/records/projectSnapshot'
import { writeProjectFile } from '#exchange/package/writeProjectFile'
import { database } from '#storage/db'
import { removeProject } from '#storage/projects'
import { dismissClearedSign, watchClearedSign, type ClearedSign } from '#workflows/clearedData'
import { openProjectFile } from '#workflows/openProjectFile'

withDatabase()
afterEach(dismissClearedSign)

const savedAt = '2025-03-01T08:00:00.000Z'
const file = { name: '评估.zhunsheng', bytes: writeProjectFile(snapshot, { savedAt, appVersion: '0' }) }

function signNow(): ClearedSign | null {
  let seen: ClearedSign | null = null
  watchClearedSign((sign) => { seen = sign })()
  return seen
}

async function begunAt(at: string): Promise<void> {
  await database().meta.put({ key: 'since', value: at })
}

test('a file older than the data of an empty browser is the sign that they were cleared', async () => {
  await begunAt('2025-03-02T00:00:00.000Z')
  expect(await openProjectFile(fixedDeps(), file, { onConflict: { kind: 'ask' } })).toMatchObject({ ok: true })
  expect(signNow()).toEqual({ projectName: '评估', savedAt, since: '2025-03-02T00:00:00.000Z' })
  dismissClearedSign()
  expect(signNow()).toBe(null)
})

test('no sign: data that are older than the file, a browser with other work, a project that is here, a database that does not tell', async () => {
  const open = () => openProjectFile(fixedDeps(), file, { onConflict: { kind: 'ask' } })
  await begunAt('2025-02-01T00:00:00.000Z')
  await open()
  expect(signNow()).toBe(null)
  await begunAt('2025-03-02T00:00:00.000Z')
  expect(await open()).toMatchObject({ ok: false, problem: { kind: 'project-exists' } })
  expect(signNow()).toBe(null)
  const other = moveSnapshot(snapshot, 'X'.repeat(26) as ProjectId)
  await removeProject(projectId)
  await openProjectFile(fixedDeps(), { name: 'other', bytes: writeProjectFile(other, { savedAt: '2025-04-01T00:00:00.000Z', appVersion: '0' }) }, { onConflict: { kind: 'ask' } })
  await open()
  expect(signNow()).toBe(null)
  await removeProject(projectId)
  await removeProject(other.project.id)
  await database().meta.delete('since')
  await open()
  expect(signNow()).toBe(null)
})
