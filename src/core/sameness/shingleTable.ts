import { sameRun, shingleHashes } from '#core/sameness/shingleHashes'

/** Where the runs of a text stand: open addressing by hash, runs of equal units chained from their first place on. */
export interface ShingleTable {
  readonly units: Uint16Array
  readonly size: number
  readonly slots: Int32Array
  /** Next later place of the same run, −1 = none. */
  readonly next: Int32Array
}

export function makeShingleTable(units: Uint16Array, size: number): ShingleTable {
  const hashes = shingleHashes(units, size)
  let capacity = 16
  while (capacity < hashes.length * 2) capacity *= 2
  const table: ShingleTable = { units, size, slots: new Int32Array(capacity).fill(-1), next: new Int32Array(hashes.length).fill(-1) }
  // From the end, so that every chain runs from its first place to its last.
  for (let at = hashes.length - 1; at >= 0; at -= 1) {
    const slot = findSlot(table, hashes[at]!, units, at)
    table.next[at] = table.slots[slot]!
    table.slots[slot] = at
  }
  return table
}

/** First place of the run that stands at `at` in `units` and has this hash, −1 = it is not in the table. */
export function firstPlace(table: ShingleTable, hash: number, units: Uint16Array, at: number): number {
  return table.slots[findSlot(table, hash, units, at)]!
}

function findSlot(table: ShingleTable, hash: number, units: Uint16Array, at: number): number {
  const mask = table.slots.length - 1
  let slot = hash & mask
  for (let held = table.slots[slot]!; held >= 0 && !sameRun(table.units, held, units, at, table.size); held = table.slots[slot]!) slot = (slot + 1) & mask
  return slot
}
