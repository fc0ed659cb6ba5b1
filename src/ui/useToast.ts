import { shallowRef, type ShallowRef } from 'vue'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'info' | 'warn' | 'error'
  /** One act beside the words, usually undo. The toast closes when it is pressed. */
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> }
  /** 0: stays until closed. */
  readonly durationMs: number
}

export interface ToastDraft {
  readonly text: string
  readonly tone?: Toast['tone']
  readonly action?: Toast['action']
  readonly durationMs?: number
}

const toasts = shallowRef<readonly Toast[]>([])
let lastId = 0

/** Short words about what just happened; shown by the one UiToast in the shell. Errors stay until they are closed. */
export function useToast(): { readonly toasts: Readonly<ShallowRef<readonly Toast[]>>; readonly toast: (draft: ToastDraft) => number; readonly dismiss: (id: number) => void } {
  return { toasts, toast, dismiss }
}

function toast(draft: ToastDraft): number {
  lastId += 1
  const tone = draft.tone ?? 'done'
  const durationMs = draft.durationMs ?? (tone === 'error' ? 0 : draft.action ? 10_000 : 4_000)
  // Words that only tell make room for newer ones; an error, or an undo that is still offered, stays beside them.
  const standing = toasts.value.filter((shown) => shown.tone === 'error' || shown.action)
  toasts.value = [...standing.slice(-1), { id: lastId, text: draft.text, tone, action: draft.action, durationMs }]
  return lastId
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((shown) => shown.id !== id)
}
