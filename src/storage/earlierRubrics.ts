import type { Instant, ProjectId, Sha256 } from '#core/ids'
import type { NamedRubric } from '#core/records/checkInvariants'
import type { EarlierRubric } from '#core/records/earlierRubric'
import type { Database } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'

/** Which rubrics a project was scored against before, and until when; the records themselves lie in `rubrics`. */
interface EarlierRubricRow {
  readonly hash: Sha256
  readonly replacedAt: Instant
}

const keyStart = 'earlierRubrics:'

export function earlierRubricsKey(projectId: ProjectId): string {
  return `${keyStart}${projectId}`
}

/** What the project remembers, found or not; inside a transaction over meta and rubrics. */
export async function namedEarlierRubrics(db: Database, projectId: ProjectId): Promise<NamedRubric[]> {
  const rows = await rowsOf(db, projectId)
  const records = await db.rubrics.bulkGet(rows.map(({ hash }) => hash))
  return rows.map((row, index) => ({ ...row, record: records[index] }))
}

/** The oldest first; inside a transaction over meta and rubrics. Rejects when one is lost: entries could no longer be read. */
export async function earlierRubricsOf(db: Database, projectId: ProjectId): Promise<EarlierRubric[]> {
  return (await namedEarlierRubrics(db, projectId)).map(({ replacedAt, record }) => {
    if (!record) throw new StorageRefusal({ kind: 'not-found', what: 'rubric' })
    return { replacedAt, record }
  })
}

export async function addEarlierRubric(db: Database, projectId: ProjectId, row: EarlierRubricRow): Promise<void> {
  await db.meta.put({ key: earlierRubricsKey(projectId), value: [...(await rowsOf(db, projectId)), row] })
}

/** The rubric of a project and its earlier ones; none when there is no such project. */
export async function rubricHashesOf(db: Database, projectId: ProjectId): Promise<Sha256[]> {
  const project = await db.projects.get(projectId)
  return project ? [project.rubricHash, ...(await rowsOf(db, projectId)).map(({ hash }) => hash)] : []
}

/** Every rubric that some project is or was scored against. */
export async function rubricHashesInUse(db: Database): Promise<ReadonlySet<Sha256>> {
  const [projects, rows] = [await db.projects.toArray(), await db.meta.where('key').startsWith(keyStart).toArray()]
  return new Set([...projects.map((project) => project.rubricHash), ...rows.flatMap(({ value }) => (value as EarlierRubricRow[]).map(({ hash }) => hash))])
}

async function rowsOf(db: Database, projectId: ProjectId): Promise<readonly EarlierRubricRow[]> {
  return ((await db.meta.get(earlierRubricsKey(projectId)))?.value as EarlierRubricRow[] | undefined) ?? []
}
