import type { ProjectId } from '#core/ids'
import type { ProjectRecord } from '#core/records/projectRecord'
import { database } from '#storage/db'

/** A project by its id, archived and removed ones too; undefined when there is none. */
export function projectOf(projectId: ProjectId): Promise<ProjectRecord | undefined> {
  return database().projects.get(projectId)
}
