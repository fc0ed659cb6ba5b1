import { onScopeDispose, watch, type Ref } from 'vue'

/**
 * Keeps two panes side by side at the same place of the text: their lines carry its offset (data-at). Scrolling one moves the other; `align`
 * brings a place in both to the same height.
 */
export function usePaneAlignment(panes: readonly [Ref<HTMLElement | null>, Ref<HTMLElement | null>]) {
  // Moving a pane makes it scroll, too: that is not the person's doing and must not move the first one back.
  let led: HTMLElement | null = null
  let frame = 0

  function linesOf(pane: HTMLElement): HTMLElement[] {
    return [...pane.querySelectorAll<HTMLElement>('[data-at]')]
  }

  function follow(leader: HTMLElement, follower: HTMLElement): void {
    const lines = linesOf(leader)
    const top = leader.scrollTop
    const at = lastWhere(lines, (line) => line.offsetTop <= top)
    const line = lines[at]
    if (!line) return void moveTo(follower, 0)
    const next = lines.slice(at + 1).find((other) => offsetOf(other) > offsetOf(line))
    const span = (next?.offsetTop ?? leader.scrollHeight) - line.offsetTop
    const share = span > 0 ? Math.min(1, (top - line.offsetTop) / span) : 0
    const others = linesOf(follower)
    const other = others[lastWhere(others, (candidate) => offsetOf(candidate) <= offsetOf(line))]
    if (!other) return
    const after = others.find((candidate) => offsetOf(candidate) > offsetOf(other))
    moveTo(follower, other.offsetTop + share * ((after?.offsetTop ?? follower.scrollHeight) - other.offsetTop))
  }

  function moveTo(pane: HTMLElement, top: number): void {
    if (Math.abs(pane.scrollTop - top) < 1) return
    led = pane
    pane.scrollTop = top
  }

  function align(from: HTMLElement, at: number): void {
    const [left, right] = [panes[0].value, panes[1].value]
    if (!left || !right) return
    const other = from === left ? right : left
    const [own, theirs] = [lineAt(from, at), lineAt(other, at)]
    if (own && theirs) moveTo(other, theirs.offsetTop - (own.offsetTop - from.scrollTop))
  }

  function lineAt(pane: HTMLElement, at: number): HTMLElement | undefined {
    const lines = linesOf(pane)
    return lines[lastWhere(lines, (line) => offsetOf(line) <= at)]
  }

  panes.forEach((pane, index) => {
    watch(pane, (element, before) => {
      if (before) before.onscroll = null
      if (!element) return
      element.onscroll = () => {
        if (led === element) {
          led = null
          return
        }
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(() => {
          const other = panes[1 - index]!.value
          if (other) follow(element, other)
        })
      }
    }, { immediate: true, flush: 'post' })
  })
  onScopeDispose(() => cancelAnimationFrame(frame))
  return { align }
}

function offsetOf(line: HTMLElement): number {
  return Number(line.dataset['at'])
}

/** Index of the last that answers to `holds`, which holds for all before it; -1 when none does. */
function lastWhere<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(all[middle]!)) low = middle + 1
    else high = middle
  }
  return low - 1
}
