import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { StateCounts } from '#core/aggregation/scoreTree'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { splitColumn } from '#core/records/columns'
import { countStates } from '#core/records/countStates'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import { isPlacedItem, placeNodes } from '#core/rubric/version/placeNodes'
import { database } from '#storage/db'
import type { Database } from '#storage/db'
import { packedScorecardsOf, scorecardTables } from '#storage/packedScorecards'

/**
 * How far one assessor is with every unit: items by state, read from the packed states alone. `unscored` counts items whose
 * judgement was taken back; items never touched are not in it, and a unit never touched is not in the map: the rubric knows how
 * many items there are. Marks on items that an adopted version no longer has stay in the scorecard and are not counted.
 */
export function watchProgress(projectId: ProjectId, assessorId: AssessorId): Observable<ReadonlyMap<UnitId, StateCounts>> {
  const db = database()
  return liveQuery(async () => {
    const { stored, items } = await db.transaction('r', [...scorecardTables(db), db.projects, db.rubrics], async () => ({
      stored: await packedScorecardsOf(db, projectId, assessorId),
      items: await itemIdsOf(db, projectId),
    }))
    return new Map(stored.map(({ record }) => [record.unitId, countStates(items ? statesOf(record, items) : record.states)]))
  })
}

/** Null when the project is gone: what is left of it is counted as it lies there. */
async function itemIdsOf(db: Database, projectId: ProjectId): Promise<ReadonlySet<string> | null> {
  const project = await db.projects.get(projectId)
  const record = project && (await db.rubrics.get(project.rubricHash))
  return record ? new Set(placeNodes(record.rubric).filter(isPlacedItem).map(({ node }) => node.id)) : null
}

function statesOf({ items: column, states }: ScorecardRecord, known: ReadonlySet<string>): string {
  const items = splitColumn(column, states.length) ?? []
  return items.every((item) => known.has(item)) ? states : items.map((item, index) => (known.has(item) ? states.charAt(index) : '')).join('')
}
