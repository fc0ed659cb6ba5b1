import type { ProjectId } from '#core/ids'
import type { EarlierRubric } from '#core/records/earlierRubric'
import { database } from '#storage/db'
import { earlierRubricsOf } from '#storage/earlierRubrics'

/** What a project was scored against before it adopted another version, the oldest first: entries made then are read by it. */
export function earlierRubricsOfProject(projectId: ProjectId): Promise<readonly EarlierRubric[]> {
  const db = database()
  return db.transaction('r', db.meta, db.rubrics, () => earlierRubricsOf(db, projectId))
}
