import type { UnitMarks } from '#core/aggregation/rollUpUnits'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { CalendarDay } from '#core/calendarDay'
import type { UnitId } from '#core/ids'
import type { Ranking } from '#core/ranking/ranking'
import { rankProjectWithTrees } from '#core/ranking/rankProject'
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
  /** Whose whole score trees are wanted beside the rankings. */
  readonly trees: 'none' | 'all' | readonly UnitId[]
}

export interface ComputeReply {
  readonly rankings: readonly Ranking[]
  readonly trees: ReadonlyMap<UnitId, ScoreTree>
}

const noMarks: UnitMarks['marks'] = new Map()

/** What compute.worker does; also called directly where there is no worker. */
export function answerCompute(request: ComputeRequest): ComputeReply {
  const { rubric, year, settings, units, marks, publishedOn, trees: wanted } = request
  const { rankings, trees } = rankProjectWithTrees(rubric, { year, settings }, units, (unitId) => marks.get(unitId) ?? noMarks, { publishedOn: (unitId) => publishedOn.get(unitId) ?? null })
  if (wanted === 'all') return { rankings, trees }
  return { rankings, trees: new Map(wanted === 'none' ? [] : wanted.flatMap((unitId) => (trees.has(unitId) ? [[unitId, trees.get(unitId) as ScoreTree] as const] : []))) }
}
