import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { anEntry, assessorId, projectId, snapshot, unitA, withDatabase } from './withDatabase'
import { hashRubric } from '#core/rubric/hashRubric'
import { watchProgress } from '#storage/queries/watchProgress'
import { writeProjectSnapshot } from '#storage/snapshots'

withDatabase()

test('only the base counts, and what the rubric leaves out for the body needs nobody', async () => {
  const leftOut = anItem('b', 40, undefined, { variants: [{ when: { kinds: ['government'] }, label: '政府', applies: false }] })
  const rubric = aRubric([aGroup('A', 100, [anItem('a', 60), leftOut])], { bonus: { items: [anItem('p', 2)] } })
  const entries = [anEntry('a', null), anEntry('p', null)]
  const { hash, structureHash } = hashRubric(rubric)
  await writeProjectSnapshot(
    { ...snapshot, project: { ...snapshot.project, rubricHash: hash }, rubric: { ...snapshot.rubric, hash, structureHash, rubric }, entries },
    { onExisting: 'refuse' },
  )
  expect(await new Promise((resolve, reject) => watchProgress(projectId, assessorId).subscribe({ next: resolve, error: reject }))).toEqual(
    new Map([[unitA, { scored: 1, notFound: 0, notApplicable: 1, pending: 0, unscored: 0 }]]),
  )
})
