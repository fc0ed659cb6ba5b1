import { alignTexts } from '#core/sameness/alignTexts'
import { plainUnits } from '#core/sameness/plainUnits'
import type { SamePair } from '#core/sameness/samePassage'

/** Texts by their index in what is compared, with their boilerplate (Candidates), and the pairs of them to be aligned. */
export interface AlignRequest {
  readonly texts: ReadonlyMap<number, { readonly text: string; readonly common: Uint32Array }>
  readonly pairs: readonly (readonly [number, number])[]
}

/** What the pairs share; pairs that share nothing are left out. A part of findSameness, for work that is done in steps. */
export function alignPairs({ texts, pairs }: AlignRequest): SamePair[] {
  const plain = new Map([...texts].map(([index, { text }]) => [index, plainUnits(text)]))
  return pairs.flatMap(([a, b]) => {
    const found = alignTexts(plain.get(a)!, plain.get(b)!, { a: texts.get(a)!.common, b: texts.get(b)!.common })
    return found.stretches.length > 0 ? [{ a, b, ...found }] : []
  })
}
