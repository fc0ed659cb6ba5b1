import type { ProjectId } from '#core/ids'
import { checkProjectRecord } from '#core/records/projectRecord'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import { database, fileLinkKey, lastFileSaveKey, scope, signedInKey } from '#storage/db'
import type { Database } from '#storage/db'
import { accept } from '#storage/accept'
import { earlierRubricsKey, rubricHashesInUse, rubricHashesOf } from '#storage/earlierRubrics'
import { renewSentinel } from '#storage/sentinel'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** A new project with its rubric (kept once, however many projects use it). */
export async function addProject(project: ProjectRecord, rubric: RubricRecord): Promise<ProjectId> {
  const db = database()
  accept(checkProjectRecord(project))
  return writeTransaction(db, [db.projects, db.rubrics], async () => {
    if (project.rubricHash !== rubric.hash) throw new StorageRefusal({ kind: 'not-found', what: 'rubric' })
    if (await db.projects.get(project.id)) throw new StorageRefusal({ kind: 'already-there', what: 'project', id: project.id })
    if (!(await db.rubrics.get(rubric.hash))) await db.rubrics.add(rubric)
    await db.projects.add(project)
    return project.id
  })
}

export type ProjectChanges = Partial<Pick<ProjectRecord, 'name' | 'settings' | 'changedAt' | 'archivedAt' | 'removedAt'>>

/** Changes what is named; the rest stays, also what another tab changed in the meantime. */
export async function changeProject(projectId: ProjectId, changes: ProjectChanges): Promise<ProjectId> {
  const db = database()
  return writeTransaction(db, [db.projects], async () => {
    const project = await db.projects.get(projectId)
    if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    await db.projects.put(accept(checkProjectRecord({ ...project, ...changes })))
    return projectId
  })
}

/** Deletes every row of a project for good, and its rubrics, earlier ones too, where no other project uses them. Unknown ids are no problem. */
export async function removeProject(projectId: ProjectId): Promise<void> {
  const db = database()
  await writeTransaction(db, projectTables(db), () => deleteProjectRows(db, projectId))
  // At once: a crash before the next stocktaking would have it mourned as lost.
  await renewSentinel()
}

/** All tables with rows of a project (meta is part of every write transaction). */
export function projectTables(db: Database): Database['tables'] {
  return [db.projects, db.rubrics, db.units, db.reports, db.texts, db.originals, db.attachments, db.assessors, db.scorecards, db.remarks, db.entries, db.segments, db.ledger]
}

/** Inside a write transaction over projectTables. */
export async function deleteProjectRows(db: Database, projectId: ProjectId): Promise<void> {
  const hashes = await rubricHashesOf(db, projectId)
  const { from, to } = scope(projectId)
  for (const table of [db.units, db.reports, db.texts, db.originals, db.attachments, db.assessors, db.scorecards, db.remarks, db.entries, db.segments, db.ledger]) {
    await table.where(':id').between(from, to).delete()
  }
  await db.meta.bulkDelete([signedInKey(projectId), lastFileSaveKey(projectId), fileLinkKey(projectId), earlierRubricsKey(projectId)])
  await db.projects.delete(projectId)
  const inUse = await rubricHashesInUse(db)
  await db.rubrics.bulkDelete(hashes.filter((hash) => !inUse.has(hash)))
}
