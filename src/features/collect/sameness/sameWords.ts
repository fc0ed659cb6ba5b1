import { samenessLines } from '#core/sameness/samePassage'
import type { SameReports } from '#workflows/compareTexts'

/** Which line of METHOD the larger share of a pair crosses: 'none' stays below all of them. */
export type SameLevel = 'wholesale' | 'heavy' | 'noted' | 'none'

interface Share {
  readonly part: number
  readonly whole: number
}

/** The share that counts is the one of the shorter text: a short report may be copied whole from a long one. */
export function levelOf({ shareOfA, shareOfB }: Pick<SameReports, 'shareOfA' | 'shareOfB'>): SameLevel {
  const reaches = (line: number, { part, whole }: Share): boolean => part * 100 > line * whole
  const crosses = (line: number): boolean => reaches(line, shareOfA) || reaches(line, shareOfB)
  if (crosses(samenessLines.wholesale)) return 'wholesale'
  if (crosses(samenessLines.heavy)) return 'heavy'
  return crosses(samenessLines.noted) ? 'noted' : 'none'
}

/** The pair with the unit's own report first; the stretches stay in the order of the first. */
export function seenFrom(pair: SameReports, isOwn: (report: SameReports['a']) => boolean): SameReports {
  if (isOwn(pair.a) || !isOwn(pair.b)) return pair
  const stretches = pair.stretches.map(({ a, b, same }) => ({ a: b, b: a, same })).sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
  return { a: pair.b, b: pair.a, shareOfA: pair.shareOfB, shareOfB: pair.shareOfA, stretches }
}
