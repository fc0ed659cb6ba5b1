import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { AssessorId, ProjectId } from '#core/ids'
import type { StandingsCompared } from '#core/ranking/compareStandings'
import type { ProjectSettings } from '#core/records/projectRecord'
import { sameSettings } from '#core/records/sameSettings'
import { previewSettings } from '#workflows/previewSettings'

export interface EffectQuestion {
  readonly projectId: ProjectId
  readonly assessorId: AssessorId
  readonly settings: ProjectSettings
}

/**
 * What the settings that are being typed would do, asked a quiet moment after the last key. The answer to the question before stays in
 * sight, marked as busy; null: there is nothing to ask.
 */
export function useSettingsEffect(question: () => EffectQuestion | null, quietMs = 250): {
  readonly effect: Readonly<ShallowRef<StandingsCompared | null>>
  readonly busy: Readonly<ShallowRef<boolean>>
  readonly failed: Readonly<ShallowRef<boolean>>
} {
  const effect = shallowRef<StandingsCompared | null>(null)
  const busy = shallowRef(false)
  const failed = shallowRef(false)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask({ projectId, assessorId, settings }: EffectQuestion): Promise<void> {
    const mine = asked
    try {
      const answer = await previewSettings(projectId, assessorId, settings)
      if (mine !== asked) return
      effect.value = answer
      busy.value = false
    } catch {
      if (mine !== asked) return
      failed.value = true
      busy.value = false
    }
  }

  watch(question, (next, before) => {
    if (next && before && next.assessorId === before.assessorId && sameSettings(next.settings, before.settings)) return
    asked += 1
    clearTimeout(timer)
    failed.value = false
    busy.value = next !== null
    if (next) timer = setTimeout(() => void ask(next), quietMs)
    else effect.value = null
  }, { immediate: true })
  onScopeDispose(() => {
    asked += 1
    clearTimeout(timer)
  })
  return { effect, busy, failed }
}
