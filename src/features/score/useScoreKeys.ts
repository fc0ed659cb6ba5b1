import { onBeforeUnmount, onMounted } from 'vue'

export interface ScoreKeys {
  readonly digit: (digit: number, shift: boolean) => void
  readonly notFound: () => void
  readonly pending: () => void
  readonly next: () => void
  readonly following: () => void
  readonly previous: () => void
  readonly note: () => void
  readonly evidence: () => void
  /** Attaches the proposed passage one has stepped to; false where there is none, and the key does what it always does. */
  readonly takePassage: () => boolean
  readonly find: () => void
  readonly passage: (by: 1 | -1) => void
  readonly sheet: () => void
}

/**
 * Single keys of the desk. Off in fields, in dialogs, while an input method composes and with Ctrl, Alt or Meta; Esc leaves a field.
 * Physical keys (`code`) are read for digits and brackets, so that Shift and a Chinese layout change nothing.
 */
export function useScoreKeys(keys: ScoreKeys): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.target
    if (target instanceof HTMLElement && isField(target)) {
      if (event.key === 'Escape') target.blur()
      return
    }
    if (document.querySelector('dialog[open]') || (target instanceof HTMLElement && target.closest('[role="dialog"]'))) return
    if (event.key === 'Enter') {
      if (!event.repeat && isReading(target) && keys.takePassage()) event.preventDefault()
      return
    }
    const act = actFor(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  function actFor(event: KeyboardEvent): (() => void) | null {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)
    if (digit) {
      const value = Number(digit[1])
      if (value === 0) return event.shiftKey || event.repeat ? null : keys.notFound
      return event.repeat ? null : () => keys.digit(value, event.shiftKey)
    }
    if (event.code === 'BracketLeft') return () => keys.passage(-1)
    if (event.code === 'BracketRight') return () => keys.passage(1)
    switch (event.key) {
      case 'j': return keys.next
      case 'J': return event.shiftKey ? keys.following : keys.next
      case 'k': case 'K': return keys.previous
      case 'n': case 'N': return keys.note
      case 'e': case 'E': return event.repeat ? null : keys.evidence
      case 'p': case 'P': return event.repeat ? null : keys.pending
      case '/': case '、': return keys.find
      case '?': case '？': return keys.sheet
      default: return null
    }
  }

  onMounted(() => document.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKeydown))
}

/** Something one types into; buttons, radio buttons and tick boxes are not. */
function isField(element: HTMLElement): boolean {
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(element.type)
}

/** Nothing that has a use of its own for Enter. */
function isReading(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.matches('[data-report-page]'))
}
