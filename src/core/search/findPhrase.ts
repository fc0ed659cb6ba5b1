import { matchUnits } from '#core/search/matchUnits'

/** A phrase ready to be found in texts one by one. */
export interface Phrase {
  /** Its units, folded. */
  readonly units: readonly number[]
  /** A stretch of it whose units no other unit folds to, and where in the phrase it stands: it is found by the engine's own search. */
  readonly run: string
  readonly runAt: number
}

let alone: Uint8Array | null = null

/**
 * `weights` says how common every byte is in the texts. JavaScript engines look for a string by one byte of its first unit, the larger
 * one; the run begins where that byte is rarest, which is several times faster in Chinese, where first bytes are few.
 * @example eachPlace(makePhrase('复议', packed.postings.byteWeights), text, (start) => …)
 */
export function makePhrase(phrase: string, weights: Float64Array): Phrase {
  const fold = matchUnits()
  const sole = soleUnits()
  const units = Array.from({ length: phrase.length }, (_, i) => fold[phrase.charCodeAt(i)]!)
  const weightOf = (unit: number): number => weights[Math.max(unit & 0xff, unit >>> 8)]!
  let runAt = -1
  units.forEach((unit, i) => {
    if (sole[unit] === 1 && (runAt < 0 || weightOf(unit) < weightOf(units[runAt]!))) runAt = i
  })
  if (runAt < 0) return { units, run: '', runAt: 0 }
  let end = runAt
  while (end < units.length && sole[units[end]!] === 1) end += 1
  return { units, run: String.fromCharCode(...units.slice(runAt, end)), runAt }
}

/** Calls `onPlace` where the phrase stands in a text, width and ASCII case aside, overlapping places too, until it answers false. */
export function eachPlace({ units, run, runAt }: Phrase, text: string, onPlace: (start: number) => boolean): void {
  const fold = matchUnits()
  const last = text.length - units.length
  if (run !== '') {
    for (let at = text.indexOf(run, runAt); at >= 0 && at - runAt <= last; at = text.indexOf(run, at + 1)) {
      const start = at - runAt
      if ((run.length === units.length || standsAt(text, start, units, fold)) && !onPlace(start)) return
    }
    return
  }
  const first = units[0]!
  for (let start = 0; start <= last; start += 1) {
    if (fold[text.charCodeAt(start)] === first && standsAt(text, start, units, fold) && !onPlace(start)) return
  }
}

function standsAt(text: string, start: number, units: readonly number[], fold: Uint16Array): boolean {
  for (let i = 0; i < units.length; i += 1) if (fold[text.charCodeAt(start + i)] !== units[i]) return false
  return true
}

/** 1 for every unit that folds to itself and to which nothing else folds. */
function soleUnits(): Uint8Array {
  if (alone) return alone
  const fold = matchUnits()
  const sources = new Uint8Array(0x10000)
  for (const unit of fold) sources[unit] = Math.min(2, sources[unit]! + 1)
  alone = sources.map((count, unit) => (count === 1 && fold[unit] === unit ? 1 : 0))
  return alone
}
