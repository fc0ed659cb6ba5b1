import type { LiveSource } from '#ui/useLive'

/**
 * A live query that is asked only every `restMs` while `isBusy`: it would otherwise read a whole project again after each of thousands of
 * writes, and take longer than they do. The last state always arrives.
 */
export function restingWhile<T>(source: LiveSource<T>, isBusy: () => boolean, restMs: number): LiveSource<T> {
  return {
    subscribe(next, error) {
      let open: { unsubscribe(): void } | null = null
      let timer: ReturnType<typeof setTimeout> | null = null
      let isOver = false

      function follow(): void {
        timer = null
        if (isOver) return
        open = source.subscribe((answer) => {
          if (isOver) return
          next(answer)
          if (isBusy() && timer === null) {
            // Some sources answer while they are being subscribed to; then there is nothing to leave yet.
            timer = setTimeout(() => {
              open?.unsubscribe()
              follow()
            }, restMs)
            open?.unsubscribe()
          }
        }, error)
      }

      follow()
      return {
        unsubscribe() {
          isOver = true
          if (timer !== null) clearTimeout(timer)
          open?.unsubscribe()
        },
      }
    },
  }
}
