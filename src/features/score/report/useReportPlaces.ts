import { nextTick, onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Span } from '#features/score/report/findMatches'

interface BlockPlace extends Span {
  readonly top: number
  readonly height: number
}

/** Where offsets of the text lie on the page: for scrolling to them and for the map at the margin. */
export function useReportPlaces(page: Readonly<ShallowRef<HTMLElement | null>>, changes: () => unknown) {
  const blocks = shallowRef<readonly BlockPlace[]>([])
  const pageHeight = shallowRef(1)
  let watcher: ResizeObserver | null = null

  function measure(): void {
    const root = page.value
    if (!root) return
    const top = root.getBoundingClientRect().top - root.scrollTop
    blocks.value = [...root.querySelectorAll<HTMLElement>('[data-block]')].map((element) => {
      const box = element.getBoundingClientRect()
      return { start: Number(element.dataset['block']), end: Number(element.dataset['end']), top: box.top - top, height: box.height }
    })
    pageHeight.value = Math.max(1, root.scrollHeight)
  }

  /** Share of the page's height at which an offset stands, 0–1. */
  function shareOf(offset: number): number {
    const block = blocks.value.findLast((place) => place.start <= offset) ?? blocks.value[0]
    if (!block) return 0
    const within = Math.min(1, Math.max(0, (offset - block.start) / Math.max(1, block.end - block.start)))
    return (block.top + within * block.height) / pageHeight.value
  }

  /** Brings an offset into the upper third, unless it is well in sight already. */
  function scrollTo(offset: number): void {
    const root = page.value
    const element = root && elementAt(root, offset)
    if (!root || !element) return
    const range = document.createRange()
    const node = element.firstChild
    if (node) {
      const at = Math.min(Math.max(0, offset - Number(element.dataset['start'])), node.textContent?.length ?? 0)
      range.setStart(node, at)
      range.setEnd(node, at)
    }
    const box = range.getClientRects()[0] ?? element.getBoundingClientRect()
    const frame = root.getBoundingClientRect()
    const y = box.top - frame.top
    if (y > frame.height * 0.08 && y < frame.height * 0.8) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    root.scrollTo({ top: root.scrollTop + y - frame.height * 0.3, behavior: calm ? 'auto' : 'smooth' })
  }

  function elementAt(root: HTMLElement, offset: number): HTMLElement | null {
    let found: HTMLElement | null = null
    for (const element of root.querySelectorAll<HTMLElement>('[data-start]')) {
      if (Number(element.dataset['start']) > offset) break
      found = element
    }
    return found
  }

  watch(changes, () => void nextTick(measure), { flush: 'post' })
  onMounted(() => {
    measure()
    if (!page.value || typeof ResizeObserver === 'undefined') return
    watcher = new ResizeObserver(measure)
    watcher.observe(page.value)
  })
  onBeforeUnmount(() => watcher?.disconnect())

  return { shareOf, scrollTo, pageHeight: pageHeight as Readonly<Ref<number>> }
}
