import type { EntryId, ItemId } from '#core/ids'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/**
 * The entries that stand: one for each assessor × unit × item, whatever order they arrived in.
 *
 * Each entry names the one it replaces. Its causal depth is the length of that chain (an entry that replaces none, or one that is
 * not here, or one of another item, has depth 0). The deepest stands; of equally deep ones (a fork: two laptops changed the same
 * item) the one with the greatest id. Entries that replace each other in a circle, which no program writes, stand only where there
 * is nothing else. The same entry twice counts once. Result in the order of assessor, unit, item.
 */
export function latestEntries(entries: readonly ScoreEntry[]): ScoreEntry[] {
  return groupByScorecard(entries)
    .sort(byScorecard)
    .flatMap((group) => [...standingRows(group.entries)].sort(byItem).map(([, row]) => group.entries[row] as ScoreEntry))
}

export interface ScorecardEntries {
  readonly unitId: ScoreEntry['unitId']
  readonly assessorId: ScoreEntry['assessorId']
  readonly entries: ScoreEntry[]
}

/** Entries by assessor and unit, groups and entries in the order of arrival. */
export function groupByScorecard(entries: readonly ScoreEntry[]): ScorecardEntries[] {
  const groups: ScorecardEntries[] = []
  const byUnit = new Map<string, Map<string, ScorecardEntries>>()
  let current: ScorecardEntries | undefined
  for (const entry of entries) {
    // Entries usually come scorecard by scorecard.
    if (!current || current.unitId !== entry.unitId || current.assessorId !== entry.assessorId) {
      const ofUnit = byUnit.get(entry.unitId) ?? new Map<string, ScorecardEntries>()
      byUnit.set(entry.unitId, ofUnit)
      current = ofUnit.get(entry.assessorId)
      if (!current) {
        current = { unitId: entry.unitId, assessorId: entry.assessorId, entries: [] }
        ofUnit.set(entry.assessorId, current)
        groups.push(current)
      }
    }
    current.entries.push(entry)
  }
  return groups
}

/** For every item of one scorecard the index of the entry that stands. */
export function standingRows(entries: readonly ScoreEntry[]): Map<ItemId, number> {
  const standing = new Map<ItemId, number>()
  const contested = new Map<ItemId, number[]>()
  for (let row = 0; row < entries.length; row += 1) {
    const { itemId } = entries[row] as ScoreEntry
    const first = standing.get(itemId)
    if (first === undefined) {
      standing.set(itemId, row)
      continue
    }
    const rivals = contested.get(itemId)
    if (rivals) rivals.push(row)
    else contested.set(itemId, [first, row])
  }
  for (const [itemId, rivals] of contested) standing.set(itemId, deepest(entries, rivals))
  return standing
}

function deepest(entries: readonly ScoreEntry[], rivals: readonly number[]): number {
  const depths = causalDepths(rivals.map((row) => entries[row] as ScoreEntry))
  return rivals.reduce((best, row) => {
    const [id, bestId] = [(entries[row] as ScoreEntry).id, (entries[best] as ScoreEntry).id]
    const difference = (depths.get(id) ?? -1) - (depths.get(bestId) ?? -1)
    return difference > 0 || (difference === 0 && id > bestId) ? row : best
  })
}

/** Depth of every entry that can be reached from a first one; those in circles are left out. */
function causalDepths(entries: readonly ScoreEntry[]): Map<EntryId, number> {
  const ids = new Set(entries.map((entry) => entry.id))
  const followers = new Map<EntryId, EntryId[]>()
  const depths = new Map<EntryId, number>()
  for (const entry of entries) {
    if (entry.replaces === null || !ids.has(entry.replaces)) depths.set(entry.id, 0)
    else followers.set(entry.replaces, [...(followers.get(entry.replaces) ?? []), entry.id])
  }
  // A map visits what is added while it is walked.
  for (const [id, depth] of depths) for (const follower of followers.get(id) ?? []) if (!depths.has(follower)) depths.set(follower, depth + 1)
  return depths
}

function byScorecard(a: ScorecardEntries, b: ScorecardEntries): number {
  return compareText(a.assessorId, b.assessorId) || compareText(a.unitId, b.unitId)
}

function byItem(a: readonly [ItemId, number], b: readonly [ItemId, number]): number {
  return compareText(a[0], b[0])
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
