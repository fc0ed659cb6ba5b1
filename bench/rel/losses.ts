import type { KeyedMark } from './keying'
import type { Stored } from './stored'

export interface Tally {
  readonly acknowledged: number
  readonly lost: number
  /** Written although the screen had not said so yet: no loss, and no lie. */
  readonly unannounced: number
}

export const noMarks: Tally = { acknowledged: 0, lost: 0, unannounced: 0 }

export function addTallies(a: Tally, b: Tally): Tally {
  return { acknowledged: a.acknowledged + b.acknowledged, lost: a.lost + b.lost, unannounced: a.unannounced + b.unannounced }
}

/**
 * Compares what was keyed with what came into the history since `before`, item by item: every acknowledged mark must be there, in its
 * place, and nothing but at most the mark in flight may follow. The scorecard must hold what the history ends with.
 */
export function countLosses(keyed: readonly KeyedMark[], before: Stored, after: Stored): Tally {
  const known = new Set(before.entries.map(({ key }) => key))
  const arrived = after.entries.filter(({ key }) => !known.has(key))
  let tally = noMarks
  for (const item of new Set(keyed.map((mark) => mark.item))) {
    const expected = keyed.filter((mark) => mark.item === item && mark.acknowledged !== null).map(({ level }) => `L${level}`)
    const there = arrived.filter((entry) => entry.item === item).map(({ answer }) => answer)
    const standing = there.at(-1)
    const shown = standing === undefined || Object.values(after.scorecards).some((card) => card[item] === standing)
    const kept = shown ? expected.filter((answer, index) => there[index] === answer).length : 0
    tally = addTallies(tally, { acknowledged: expected.length, lost: expected.length - kept, unannounced: Math.max(0, there.length - expected.length) })
  }
  return tally
}
