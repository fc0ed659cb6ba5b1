/**
 * The next item after `from` for which `wanted` holds, round in a circle; null when there is none other.
 * @example nextItem(['A', 'B', 'C'], 'B', (id) => id !== 'C') // 'A'
 */
export function nextItem<T>(ids: readonly T[], from: T | null, wanted: (id: T) => boolean): T | null {
  const at = from === null ? -1 : ids.indexOf(from)
  for (let step = 1; step <= ids.length; step += 1) {
    const id = ids[(at + step) % ids.length]
    if (id !== undefined && id !== from && wanted(id)) return id
  }
  return null
}
