import { shallowRef } from 'vue'
import type { CopyNote } from '#core/records/copyNote'

/** The state that the last restoring replaced, also after a look at another desk: it is taken back by one click. */
export const replacedState = shallowRef<CopyNote | null>(null)
