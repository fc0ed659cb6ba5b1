import { onBeforeUnmount, onMounted } from 'vue'

export interface AcrossKeys {
  readonly digit: (digit: number, shift: boolean) => void
  readonly notFound: () => void
  readonly pending: () => void
  readonly note: () => void
  readonly evidence: () => void
  /** The next or previous unit; with Shift the next or previous item. */
  readonly unit: (by: 1 | -1) => void
  readonly item: (by: 1 | -1) => void
}

/** The keys of the score desk, for the unit in focus; off in fields, in dialogs, while an input method composes. Esc leaves a field. */
export function useAcrossKeys(keys: AcrossKeys): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.target instanceof HTMLElement ? event.target : null
    if (target && isField(target)) {
      if (event.key === 'Escape') target.blur()
      return
    }
    if (document.querySelector('dialog[open]') || target?.closest('[role="dialog"]')) return
    const act = actFor(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  function actFor(event: KeyboardEvent): (() => void) | null {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)
    if (digit) {
      const value = Number(digit[1])
      if (event.repeat || (value === 0 && event.shiftKey)) return null
      return value === 0 ? keys.notFound : () => keys.digit(value, event.shiftKey)
    }
    switch (event.key.toLowerCase()) {
      case 'j': return () => (event.shiftKey ? keys.item(1) : keys.unit(1))
      case 'k': return () => (event.shiftKey ? keys.item(-1) : keys.unit(-1))
      case 'n': return keys.note
      case 'e': return event.repeat ? null : keys.evidence
      case 'p': return event.repeat ? null : keys.pending
      default: return null
    }
  }

  onMounted(() => document.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKeydown))
}

function isField(element: HTMLElement): boolean {
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(element.type)
}
