import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { AssessorId, ProjectId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { Ranking } from '#core/ranking/ranking'
import { watchAssessors } from '#storage/queries/watchAssessors'
import { watchProgress } from '#storage/queries/watchProgress'
import { watchProject } from '#storage/queries/watchProject'
import { watchSignedIn } from '#storage/queries/watchSignedIn'
import { watchUnits } from '#storage/queries/watchUnits'
import { useLive } from '#ui/useLive'
import { useRecomputed, type Recomputed } from '#ui/useRecomputed'
import { computeRanking } from '#workflows/computeRanking'

export interface Rankings {
  readonly assessors: Readonly<ShallowRef<readonly AssessorRecord[] | undefined>>
  readonly signedIn: Readonly<ShallowRef<AssessorRecord | null | undefined>>
  /** Whose scores are ranked: the one chosen, else who is signed in, else the first who ever scored. */
  readonly assessor: ComputedRef<AssessorRecord | null>
  readonly choose: (id: AssessorId) => void
  readonly rankings: Recomputed<readonly Ranking[]>
}

/** The rankings of a project by one assessor's scores, kept up to date while scores, units or settings change. */
export function useRankings(projectId: ProjectId): Rankings {
  const { value: assessors } = useLive(watchAssessors(projectId))
  const { value: signedIn } = useLive(watchSignedIn(projectId))
  const chosen = shallowRef<AssessorId | null>(null)
  const assessor = computed(() => {
    if (!assessors.value || signedIn.value === undefined) return null
    const wanted = chosen.value ?? signedIn.value?.id
    return assessors.value.find(({ id }) => id === wanted) ?? assessors.value[0] ?? null
  })
  const rankings = useRecomputed({
    key: () => assessor.value?.id ?? null,
    sources: (id) => [watchProgress(projectId, id), watchUnits(projectId), watchProject(projectId)],
    compute: (id): Promise<readonly Ranking[]> => computeRanking(projectId, id),
  })
  return { assessors, signedIn, assessor, choose: (id) => { chosen.value = id }, rankings }
}
