import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { itemsOfTree } from '#core/aggregation/itemsOfTree'
import type { UnitId } from '#core/ids'
import { outlineOfTree } from '#core/ranking/outlineOfTree'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { closeDatabase, openDatabase } from '#storage/db'
import { computeRanking } from '#workflows/computeRanking'
import { computeUnitTree } from '#workflows/computeUnitTree'
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

test('the tree of one unit is the one whose upper part the ranking shows', async () => {
  const projectId = await createSampleProject(fixedDeps())
  const [assessor] = await assessorsOfProject(projectId)
  const rows = (await computeRanking(projectId, assessor!.id)).flatMap((ranking) => ranking.rows)
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) {
    const tree = await computeUnitTree(projectId, assessor!.id, row.unitId)
    expect(tree && outlineOfTree(tree)).toEqual(row.tree)
    expect(tree && itemsOfTree(tree).length).toBe(34)
    expect('children' in row.tree.groups[0]!).toBe(false)
  }
  expect(await computeUnitTree(projectId, assessor!.id, 'nobody' as UnitId)).toBeNull()
})
