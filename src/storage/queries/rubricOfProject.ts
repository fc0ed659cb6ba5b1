import type { ProjectId } from '#core/ids'
import type { RubricRecord } from '#core/records/rubricRecord'
import { database } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'

/** The rubric a project is scored against. Rejects with 'not-found' when the project or its rubric is not there. */
export async function rubricOfProject(projectId: ProjectId): Promise<RubricRecord> {
  const db = database()
  const project = await db.projects.get(projectId)
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  const rubric = await db.rubrics.get(project.rubricHash)
  if (!rubric) throw new StorageRefusal({ kind: 'not-found', what: 'rubric' })
  return rubric
}
