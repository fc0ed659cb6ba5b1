import type { Place } from '#core/facts/fact'
import { placeOfUnits, plainUnits } from '#core/sameness/plainUnits'
import { shingleHashes } from '#core/sameness/shingleHashes'
import { firstPlace, makeShingleTable } from '#core/sameness/shingleTable'

/** METHOD §6A.29: sameness is measured on runs of twelve characters. */
export const runLength = 12

export interface FoundRuns {
  /** How many runs the text has; a run that stands twice counts twice. */
  readonly runs: number
  /** For each document: how many of them stand in it, and the stretches that they cover. */
  readonly found: readonly { readonly count: number; readonly places: readonly Place[] }[]
}

/**
 * How many of a text's 12-character runs stand in each of the documents; white space and width do not count. Exact: hashes only find, units are
 * compared. Linear in all texts together.
 * @example runsFoundIn(text, [text]).found[0] // { count: as many as there are, places: [the whole text] }
 */
export function runsFoundIn(text: string, documents: readonly string[]): FoundRuns {
  const plain = plainUnits(text)
  const runs = Math.max(0, plain.units.length - runLength + 1)
  const table = makeShingleTable(plain.units, runLength)
  return {
    runs,
    found: documents.map((document) => {
      const other = plainUnits(document).units
      const hashes = shingleHashes(other, runLength)
      const isFound = new Uint8Array(runs)
      for (let at = 0; at < hashes.length; at += 1) {
        const first = firstPlace(table, hashes[at]!, other, at)
        if (first >= 0) isFound[first] = 1
      }
      // A run is the same wherever it stands in the text.
      for (let at = 0; at < runs; at += 1) if (isFound[at] && table.next[at]! >= 0) isFound[table.next[at]!] = 1
      const places: Place[] = []
      let count = 0
      for (let at = 0, open = -1; at <= runs; at += 1) {
        if (at < runs && isFound[at]) {
          count += 1
          if (open < 0) open = at
        } else if (open >= 0 && (at === runs || !coveredSoon(isFound, at))) {
          places.push(placeOfUnits(plain, open, lastFound(isFound, at) + runLength))
          open = -1
        }
      }
      return { count, places }
    }),
  }
}

/** Whether the next found run begins before the last one ends, so that both cover one stretch. */
function coveredSoon(isFound: Uint8Array, at: number): boolean {
  for (let next = at; next < Math.min(isFound.length, at + runLength - 1); next += 1) if (isFound[next]) return true
  return false
}

function lastFound(isFound: Uint8Array, before: number): number {
  let at = before - 1
  while (!isFound[at]) at -= 1
  return at
}
