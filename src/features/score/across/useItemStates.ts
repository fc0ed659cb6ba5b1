import { computed } from 'vue'
import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import type { ItemState } from '#core/scoring/itemState'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { watchProgress } from '#storage/queries/watchProgress'
import { useRecomputed } from '#ui/useRecomputed'

const quietMs = 200

/** The signed-in person's own states of one item in all units, read again after every commit; units that are not in the map are unscored. */
export function useItemStates(options: { readonly projectId: () => ProjectId; readonly assessorId: () => AssessorId | null; readonly itemId: () => ItemId | null }) {
  const { value: scorecards } = useRecomputed({
    key: options.assessorId,
    sources: (assessorId) => [watchProgress(options.projectId(), assessorId)],
    compute: (assessorId) => scorecardsOfProject(options.projectId(), assessorId),
    quietMs,
  })

  /** undefined: not read yet. */
  const states = computed((): ReadonlyMap<UnitId, ItemState> | undefined => {
    const itemId = options.itemId()
    if (!scorecards.value || itemId === null) return undefined
    return new Map(scorecards.value.flatMap(({ unitId, marks }) => {
      const mark = marks.get(itemId)
      return mark ? [[unitId, mark.state] as const] : []
    }))
  })
  return { states }
}
