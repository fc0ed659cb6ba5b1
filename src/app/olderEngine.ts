/**
 * The last Chromium for Windows 7 and 8 is 109, which many office machines and the browsers built on it still have. It misses these four
 * calls on lists; everything else the program uses is there. Must come before anything that calls them.
 */
interface ListCalls {
  toReversed: (this: unknown[]) => unknown[]
  toSorted: (this: unknown[], compare?: (a: unknown, b: unknown) => number) => unknown[]
  toSpliced: (this: unknown[], start: number, ...rest: unknown[]) => unknown[]
  with: (this: unknown[], index: number, value: unknown) => unknown[]
}

const calls: ListCalls = {
  toReversed() {
    return [...this].reverse()
  },
  toSorted(compare) {
    return [...this].sort(compare)
  },
  toSpliced(...wanted) {
    const list = [...this]
    list.splice(...(wanted as [number, number, ...unknown[]]))
    return list
  },
  with(index, value) {
    const at = index < 0 ? this.length + index : index
    if (at < 0 || at >= this.length) throw new RangeError('no such place in the list')
    const list = [...this]
    list[at] = value
    return list
  },
}

export function completeOlderEngine(list: object = Array.prototype): void {
  for (const [name, call] of Object.entries(calls)) {
    if (!(name in list)) Object.defineProperty(list, name, { value: call, writable: true, configurable: true })
  }
}

completeOlderEngine()
