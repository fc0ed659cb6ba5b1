import { watch } from 'vue'
import type { LiveSource } from '#ui/useLive'

/**
 * A live query that is asked only every `restMs` while `isBusy`: it would otherwise read a whole project again after each of thousands of
 * writes, and take longer than they do. It is asked at once when the work (a reactive `isBusy`) is over.
 */
export function restingWhile<T>(source: LiveSource<T>, isBusy: () => boolean, restMs: number): LiveSource<T> {
  return {
    subscribe(next, error) {
      let open: { unsubscribe(): void } | null = null
      let timer: ReturnType<typeof setTimeout> | null = null
      let isOver = false
      const unwatch = watch(isBusy, (busy) => { if (!busy && timer !== null) wake() }, { flush: 'sync' })

      function wake(): void {
        open?.unsubscribe()
        follow()
      }

      function follow(): void {
        if (timer !== null) clearTimeout(timer)
        timer = null
        if (isOver) return
        open = source.subscribe((answer) => {
          if (isOver) return
          next(answer)
          if (isBusy() && timer === null) {
            // A source may answer while it is being subscribed to; then there is nothing to leave yet, but when it wakes.
            timer = setTimeout(wake, restMs)
            open?.unsubscribe()
          }
        }, error)
      }

      follow()
      return {
        unsubscribe() {
          isOver = true
          unwatch()
          if (timer !== null) clearTimeout(timer)
          open?.unsubscribe()
        },
      }
    },
  }
}
