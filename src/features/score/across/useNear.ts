import { nextTick, onBeforeUnmount, shallowReactive, type Ref } from 'vue'

/**
 * Which of many tall rows are near the screen: only those are drawn. Rows that went keep the height they had, so that nothing jumps.
 * Bind `watchRow` as `:ref` of a row with `data-row`.
 */
export function useNear(root: Readonly<Ref<HTMLElement | null>>) {
  const near = shallowReactive(new Set<string>())
  const heights = new Map<string, number>()
  const watched = new WeakSet<Element>()
  let watcher: IntersectionObserver | null = null

  function watchRow(element: unknown): void {
    if (!(element instanceof HTMLElement) || watched.has(element)) return
    watched.add(element)
    if (typeof IntersectionObserver === 'undefined') {
      near.add(element.dataset['row']!)
      return
    }
    // Rows are there before the box they scroll in.
    void nextTick(() => {
      watcher ??= new IntersectionObserver(onChange, { root: root.value, rootMargin: '900px 0px' })
      watcher.observe(element)
    })
  }

  function onChange(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const row = (target as HTMLElement).dataset['row']!
      // A row that was taken away says nothing about the one that took its place.
      if (!target.isConnected) watcher?.unobserve(target)
      else if (isIntersecting) near.add(row)
      else {
        if (near.has(row) && boundingClientRect.height > 0) heights.set(row, boundingClientRect.height)
        near.delete(row)
      }
    }
  }

  onBeforeUnmount(() => watcher?.disconnect())
  return { near, heightOf: (row: string) => heights.get(row), watchRow }
}
