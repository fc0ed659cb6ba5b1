import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { watchWork, type WorkStatus } from '#workflows/workStatus'

/** How the open project stands to its file. */
export function useWork(): Readonly<ShallowRef<WorkStatus | null>> {
  const status = shallowRef<WorkStatus | null>(null)
  onScopeDispose(watchWork((next) => { status.value = next }))
  return status
}
