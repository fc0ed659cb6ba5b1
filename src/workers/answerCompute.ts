import type { UnitMarks } from '#core/aggregation/rollUpUnits'
import type { CalendarDay } from '#core/calendarDay'
import type { UnitId } from '#core/ids'
import type { Ranking } from '#core/ranking/ranking'
import { rankProject } from '#core/ranking/rankProject'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Rubric } from '#core/rubric/rubric'

export interface ComputeRequest {
  readonly rubric: Rubric
  readonly year: number
  readonly settings: ProjectSettings
  readonly units: readonly UnitRecord[]
  readonly marks: ReadonlyMap<UnitId, UnitMarks['marks']>
  /** Publication days of the reports that are scored; a unit without one is unknown, and last where ties ask for it. */
  readonly publishedOn: ReadonlyMap<UnitId, CalendarDay>
}

const noMarks: UnitMarks['marks'] = new Map()

/** What compute.worker does; also called directly where there is no worker. */
export function answerCompute(request: ComputeRequest): Ranking[] {
  const { rubric, year, settings, units, marks, publishedOn } = request
  return rankProject(rubric, { year, settings }, units, (unitId) => marks.get(unitId) ?? noMarks, { publishedOn: (unitId) => publishedOn.get(unitId) ?? null })
}
