import type { AssessorId, ProjectId } from '#core/ids'
import { checkAssessorRecord } from '#core/records/assessorRecord'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { accept } from '#storage/accept'
import { database, scope, signedInKey } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** Adds an assessor, or gives the id of the one who already has this name in the project. */
export async function addAssessor(assessor: AssessorRecord): Promise<AssessorId> {
  const db = database()
  accept(checkAssessorRecord(assessor))
  return writeTransaction(db, [db.projects, db.assessors], async () => {
    if (!(await db.projects.get(assessor.projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    const { from, to } = scope(assessor.projectId)
    const namesake = (await db.assessors.where(':id').between(from, to).toArray()).find((other) => other.name === assessor.name)
    if (namesake) return namesake.id
    await db.assessors.add(assessor)
    return assessor.id
  })
}

/** Remembers who is scoring in a project on this machine; null signs out. */
export async function rememberSignedIn(projectId: ProjectId, assessorId: AssessorId | null): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.assessors], async () => {
    if (assessorId === null) return db.meta.delete(signedInKey(projectId))
    if (!(await db.assessors.get([projectId, assessorId]))) throw new StorageRefusal({ kind: 'not-found', what: 'assessor' })
    await db.meta.put({ key: signedInKey(projectId), value: assessorId })
  })
}
