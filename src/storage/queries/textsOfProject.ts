import type { ProjectId } from '#core/ids'
import { database, scope } from '#storage/db'

/** The cleaned texts of all reports of a project, in no particular order. Large: for what a person asks for, never for a live view. */
export async function textsOfProject(projectId: ProjectId): Promise<string[]> {
  const { from, to } = scope(projectId)
  return (await database().texts.where(':id').between(from, to).toArray()).map((row) => row.text)
}
