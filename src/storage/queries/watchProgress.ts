import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { StateCounts } from '#core/aggregation/scoreTree'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { splitColumn } from '#core/records/columns'
import { countStates } from '#core/records/countStates'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { baseItems } from '#core/rubric/baseItems'
import { bodyOf } from '#core/rubric/bodyOf'
import type { RubricItem } from '#core/rubric/rubric'
import { database, scope } from '#storage/db'
import type { Database } from '#storage/db'
import { packedScorecardsOf, scorecardTables } from '#storage/packedScorecards'

/**
 * How far one assessor is with every unit: items and outside sources of the base total by state, read from the packed states alone. `unscored` counts
 * items whose judgement was taken back; items never touched are not in it, and a unit never touched is not in the map: the rubric
 * knows how many items there are. Items that the rubric leaves out for the unit's kind of body are notApplicable, marked or not.
 * Marks beside the base (bonus, negative list, vetoes) and on items that an adopted version no longer has are not counted.
 */
export function watchProgress(projectId: ProjectId, assessorId: AssessorId): Observable<ReadonlyMap<UnitId, StateCounts>> {
  const db = database()
  return liveQuery(async () => {
    const { stored, items, units } = await db.transaction('r', [...scorecardTables(db), db.projects, db.rubrics, db.units], async () => {
      const { from, to } = scope(projectId)
      return {
        stored: await packedScorecardsOf(db, projectId, assessorId),
        items: await itemsOf(db, projectId),
        units: new Map((await db.units.where(':id').between(from, to).toArray()).map((unit) => [unit.id, unit])),
      }
    })
    return new Map(stored.map(({ record }) => [record.unitId, items ? countsOf(record, items, units.get(record.unitId)) : countStates(record.states)]))
  })
}

/** Null when the project is gone: what is left of it is counted as it lies there. */
async function itemsOf(db: Database, projectId: ProjectId): Promise<readonly RubricItem[] | null> {
  const project = await db.projects.get(projectId)
  const record = project && (await db.rubrics.get(project.rubricHash))
  return record ? baseItems(record.rubric) : null
}

function countsOf({ items: column, states }: ScorecardRecord, items: readonly RubricItem[], unit: UnitRecord | undefined): StateCounts {
  const applying = new Set<string>(items.filter((item) => !unit || bodyOf(item, unit).applies).map((item) => item.id))
  const marked = splitColumn(column, states.length) ?? []
  const counts = countStates(marked.map((item, index) => (applying.has(item) ? states.charAt(index) : '')).join(''))
  return { ...counts, notApplicable: counts.notApplicable + items.length - applying.size }
}
