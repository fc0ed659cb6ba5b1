import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { checkInvariants } from '#core/records/checkInvariants'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { createSampleProject } from '#workflows/createSampleProject'

let name = ''
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  expect((await openDatabase(name)).ok).toBe(true)
})
afterEach(async () => {
  closeDatabase()
  await Dexie.delete(name)
})

test('the sample becomes a sound project', async () => {
  const projectId = await createSampleProject(fixedDeps())
  expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  expect(await verifyLedger(projectId)).toEqual([])
})
