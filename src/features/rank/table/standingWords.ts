import type { RankingRow } from '#core/ranking/ranking'
import type { Speak } from '../problems'

/** Whether a veto made the total zero: such units follow every other one (METHOD §6A.38). */
export function isZeroed(row: Pick<RankingRow, 'rank' | 'tree'>): boolean {
  return row.rank !== null && row.tree.settled?.low.standing === 'zero'
}

/** Why the band is not simply that of the total: lowered by a veto, held back by a quota. */
export function bandWords(t: Speak, { tree, band, quota }: Pick<RankingRow, 'tree' | 'band' | 'quota'>): string[] {
  const effect = tree.settled?.low.band
  const words: string[] = []
  if (band === null) return words
  if (effect?.kind === 'lowered') words.push(t('rank.bandLowered', { by: effect.by }))
  if (effect?.kind === 'lowest') words.push(t('rank.bandLowest'))
  if (quota !== null && quota !== 'place') words.push(t(`rank.quota.${quota}`))
  return words
}
