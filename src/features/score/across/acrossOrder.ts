/** How the units of an item stand: as in the lists, or shuffled so that no unit is always first. */
export type AcrossOrder = 'list' | 'random'

/**
 * A shuffled order that is the same whenever the same person opens the same item: every unit has a number of its own, made of the seed
 * and its id, so that a unit that is added or taken away moves no other.
 * @example shuffled(['a', 'b', 'c'], `${assessorId} ${itemId}`)
 */
export function shuffled<Id extends string>(ids: readonly Id[], seed: string): Id[] {
  const start = mix(seed, 0x811c9dc5)
  const places = new Map(ids.map((id) => [id, mix(id, start)]))
  return [...ids].sort((a, b) => places.get(a)! - places.get(b)! || (a < b ? -1 : 1))
}

/** 32-bit FNV-1a over the units of a text, stirred until every bit counts (the end of MurmurHash3). */
function mix(text: string, from: number): number {
  let hash = from
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
