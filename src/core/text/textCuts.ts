import type { Residue, ResidueKind } from '#core/records/reportRecord'

/** A stretch that is taken out of a text, UTF-16 offsets. Lists of cuts are in order and apart. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly kind: ResidueKind
}

/**
 * The text without the cuts, and what they took out as residue; neighbours of one kind become one piece.
 * @example takeOut('甲 乙', [{ start: 1, end: 2, kind: 'edge-space' }]) // { text: '甲乙', residue: [{ at: 1, text: ' ', kind: 'edge-space' }] }
 */
export function takeOut(text: string, cuts: readonly Cut[]): { text: string; residue: Residue[] } {
  const residue: Residue[] = []
  const pieces: string[] = []
  let at = 0
  let from = 0
  for (const cut of cuts) {
    pieces.push(text.slice(from, cut.start))
    at += cut.start - from
    from = cut.end
    const piece = text.slice(cut.start, cut.end)
    const previous = residue.at(-1)
    if (previous && previous.at === at && previous.kind === cut.kind) residue[residue.length - 1] = { ...previous, text: previous.text + piece }
    else residue.push({ at, text: piece, kind: cut.kind })
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), residue }
}

/**
 * Joins the cuts of a text with cuts that were found in what they leave, all as cuts of the first text.
 * @example addCuts([{ start: 1, end: 2, kind }], [{ start: 0, end: 2, kind }]) // 0–1, 1–2, 2–3
 */
export function addCuts(cuts: readonly Cut[], later: readonly Cut[]): Cut[] {
  if (later.length === 0 || cuts.length === 0) return later.length === 0 ? [...cuts] : [...later]
  const all: Cut[] = []
  let next = 0
  let removed = 0
  // Earlier cuts that stand at or before a place of the text they leave.
  const pass = (place: number, isBefore: (at: number, place: number) => boolean): void => {
    for (let cut = cuts[next]; cut && isBefore(cut.start - removed, place); cut = cuts[next]) {
      all.push(cut)
      removed += cut.end - cut.start
      next += 1
    }
  }
  for (const { start, end, kind } of later) {
    pass(start, (at, place) => at <= place)
    let from = start
    for (let cut = cuts[next]; cut && cut.start - removed < end; cut = cuts[next]) {
      all.push({ start: from + removed, end: cut.start, kind }, cut)
      from = cut.start - removed
      removed += cut.end - cut.start
      next += 1
    }
    all.push({ start: from + removed, end: end + removed, kind })
  }
  pass(Infinity, () => true)
  return all
}

/**
 * Where places of a text stand once the cuts are out; a place inside a cut stands where the cut was. Places in ascending order.
 * @example placesAfterCuts([0, 5], [{ start: 1, end: 3, kind }]) // [0, 3]
 */
export function placesAfterCuts(places: readonly number[], cuts: readonly Cut[]): number[] {
  let next = 0
  let removed = 0
  return places.map((place) => {
    for (let cut = cuts[next]; cut && cut.end <= place; cut = cuts[next]) {
      removed += cut.end - cut.start
      next += 1
    }
    const open = cuts[next]
    return Math.min(place, open?.start ?? place) - removed
  })
}
