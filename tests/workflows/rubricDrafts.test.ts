import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { withDatabase } from '../storage/withDatabase'
import type { RubricDraftId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { rubricDraftOf } from '#storage/queries/rubricDraftOf'
import { createProject } from '#workflows/createProject'
import { addRubricDraft, purgeRubricDraft, removeRubricDraft, restoreRubricDraft, saveRubricDraft } from '#workflows/rubricDrafts'

const nameOf = withDatabase()
const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2)])])
const origin = { kind: 'rubric', name: rubric.name } as const

async function begin(deps = fixedDeps()): Promise<RubricDraftId> {
  const added = await addRubricDraft(deps, { ...rubric, $schema: './x.json' }, origin)
  if (!added.ok) throw new Error('not added')
  return added.value
}

describe('rubric drafts', () => {
  test('a draft is a copy that may be unfinished', async () => {
    const deps = fixedDeps()
    const id = await begin(deps)
    expect(await rubricDraftOf(id)).toEqual({ id, rubric, origin, revision: 0, createdAt: '2025-03-01T06:30:00.000Z', changedAt: '2025-03-01T06:30:00.000Z', removedAt: null })
    const unfinished = { ...rubric, name: '', full: 7 }
    expect(await saveRubricDraft(deps, id, unfinished, 0)).toMatchObject({ ok: true, value: { revision: 1, rubric: unfinished } })
    expect(await rubricDraftOf(id)).toMatchObject({ rubric: unfinished, changedAt: '2025-03-01T06:30:02.000Z' })
  })

  test('what has not the shape of a rubric is refused', async () => {
    const deps = fixedDeps()
    const id = await begin(deps)
    expect(await saveRubricDraft(deps, id, { ...rubric, groups: 'none' as never }, 0)).toMatchObject({ ok: false, problem: { kind: 'invalid-record', problem: { path: 'rubric.groups' } } })
    expect(await rubricDraftOf(id)).toMatchObject({ rubric, revision: 0 })
  })

  test('a window that comes late is told, and overwrites nothing', async () => {
    const deps = fixedDeps()
    const id = await begin(deps)
    await saveRubricDraft(deps, id, { ...rubric, name: '先存的' }, 0)
    expect(await saveRubricDraft(deps, id, { ...rubric, name: '后存的' }, 0)).toEqual({ ok: false, problem: { kind: 'draft-stale' } })
    expect(await rubricDraftOf(id)).toMatchObject({ rubric: { name: '先存的' } })
  })

  test('a removed draft can be restored, a purged one is gone', async () => {
    const deps = fixedDeps()
    const id = await begin(deps)
    expect(await removeRubricDraft(deps, id)).toMatchObject({ ok: true, value: { removedAt: expect.any(String) } })
    expect(await restoreRubricDraft(deps, id)).toMatchObject({ ok: true, value: { removedAt: null, rubric } })
    expect(await purgeRubricDraft(deps, id)).toEqual({ ok: true, value: null })
    expect(await saveRubricDraft(deps, id, rubric, 2)).toEqual({ ok: false, problem: { kind: 'draft-gone' } })
  })

  test('a project adopts a copy: the draft may change on', async () => {
    const deps = fixedDeps()
    const id = await begin(deps)
    const draft = (await rubricDraftOf(id))!
    expect(await createProject(deps, { name: '项目', year: 2024, rubric: draft.rubric, settings: defaultSettings })).toMatchObject({ ok: true })
    await saveRubricDraft(deps, id, { ...rubric, name: '改过' }, 0)
    expect((await database().rubrics.toArray()).map((record) => record.rubric)).toEqual([rubric])
  })

  test('a database of the first schema gets the table; its data stay', async () => {
    const name = `${nameOf()}-first`
    const first = new Dexie(name)
    first.version(1).stores({ projects: 'id', rubrics: 'hash', units: '[projectId+id]', reports: '[projectId+id], [projectId+unitId]', texts: '[projectId+id]', originals: '[projectId+id]', assessors: '[projectId+id]', scorecards: '[projectId+assessorId+unitId]', remarks: '[projectId+assessorId+unitId+itemId]', entries: '[projectId+assessorId+unitId+itemId+sequence]', segments: '[projectId+assessorId+number], *unitIds', ledger: '[projectId+unitId]', meta: 'key' })
    await first.table('meta').put({ key: 'dataVersion', value: 1 })
    await first.table('meta').put({ key: 'signedIn:p', value: 'a' })
    first.close()
    closeDatabase()
    expect(await openDatabase(name)).toMatchObject({ ok: true })
    await begin()
    expect([await database().rubricDrafts.count(), await database().meta.get('signedIn:p')]).toEqual([1, { key: 'signedIn:p', value: 'a' }])
    closeDatabase()
    await Dexie.delete(name)
    await openDatabase(nameOf())
  })
})
