import { shallowRef, watch } from 'vue'
import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { Scorecard } from '#core/records/packScorecard'
import { allItems } from '#core/rubric/allItems'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'

export interface UnitScorecards {
  readonly assessors: ReadonlyMap<AssessorId, AssessorRecord>
  readonly cards: readonly Scorecard[]
  readonly itemNames: ReadonlyMap<ItemId, string>
}

/** The scorecards of all assessors on a unit, for the passages they cite. Read once, and again when asked: nobody scores on this page. */
export function useCitations(projectId: () => ProjectId, unitId: () => UnitId) {
  const scorecards = shallowRef<UnitScorecards>({ assessors: new Map(), cards: [], itemNames: new Map() })

  async function reload(): Promise<void> {
    const unit = unitId()
    const [assessors, { rubric }] = await Promise.all([assessorsOfProject(projectId()), rubricOfProject(projectId())])
    const cards = await Promise.all(assessors.map(({ id }) => scorecardOfUnit(projectId(), unit, id)))
    if (unit !== unitId()) return
    scorecards.value = {
      assessors: new Map(assessors.map((assessor) => [assessor.id, assessor])),
      cards: cards.filter(({ marks }) => marks.size > 0),
      itemNames: new Map(allItems(rubric).map(({ id, name }) => [id, name])),
    }
  }

  // A read that fails is nobody's to handle here: it reaches the last resort.
  watch([projectId, unitId], () => void reload(), { immediate: true })
  return { scorecards, reload }
}
