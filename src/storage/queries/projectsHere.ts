import type { ProjectRecord } from '#core/records/projectRecord'
import { database } from '#storage/db'

/** All projects as they are now, archived and removed ones too. */
export async function projectsHere(): Promise<ProjectRecord[]> {
  return database().projects.toArray()
}
