import { computed, onScopeDispose, ref, toValue, watch, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue'

export interface RowWindow {
  /** Bind to the scrolling element. */
  readonly container: Ref<HTMLElement | null>
  /** Rows [from, to) are to be drawn. */
  readonly from: ComputedRef<number>
  readonly to: ComputedRef<number>
  /** Heights of what is left out above and below, for an empty row or padding. */
  readonly aboveHeight: ComputedRef<number>
  readonly belowHeight: ComputedRef<number>
  readonly scrollToRow: (row: number) => void
}

/**
 * Draws only the rows in sight, for plain tables of one row height (px). Thousands of rows cost what a screenful costs.
 * @example const { container, from, to, aboveHeight, belowHeight } = useRowWindow({ count: () => rows.value.length, rowHeight: 32 })
 */
export function useRowWindow(options: { readonly count: MaybeRefOrGetter<number>; readonly rowHeight: number; readonly overscan?: number }): RowWindow {
  const overscan = options.overscan ?? 8
  const container = ref<HTMLElement | null>(null)
  const top = ref(0)
  const height = ref(800)
  let watcher: ResizeObserver | null = null

  function onScroll(): void {
    top.value = container.value?.scrollTop ?? 0
  }

  watch(container, (element, before) => {
    before?.removeEventListener('scroll', onScroll)
    watcher?.disconnect()
    if (!element) return
    element.addEventListener('scroll', onScroll, { passive: true })
    onScroll()
    height.value = element.clientHeight || height.value
    if (typeof ResizeObserver === 'undefined') return
    watcher = new ResizeObserver(() => { height.value = element.clientHeight || height.value })
    watcher.observe(element)
  }, { flush: 'post' })
  onScopeDispose(() => {
    container.value?.removeEventListener('scroll', onScroll)
    watcher?.disconnect()
  })

  const count = computed(() => toValue(options.count))
  const inSight = computed(() => Math.ceil(height.value / options.rowHeight) + 1)
  const from = computed(() => Math.max(0, Math.min(Math.floor(top.value / options.rowHeight), count.value - inSight.value) - overscan))
  const to = computed(() => Math.min(count.value, Math.floor(top.value / options.rowHeight) + inSight.value + overscan))

  function scrollToRow(row: number): void {
    const element = container.value
    if (!element) return
    const rowTop = row * options.rowHeight
    if (rowTop < element.scrollTop) element.scrollTop = rowTop
    else if (rowTop + options.rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = rowTop + options.rowHeight - element.clientHeight
  }

  return {
    container, from, to, scrollToRow,
    aboveHeight: computed(() => from.value * options.rowHeight),
    belowHeight: computed(() => (count.value - to.value) * options.rowHeight),
  }
}
