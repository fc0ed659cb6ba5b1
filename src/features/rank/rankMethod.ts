import { pointsOf, writeExact } from '#core/points'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { NotApplicableMethod } from '#core/rubric/rubric'
import type { Speak } from './problems'

/** How the places came about, as short true statements: rounding, what is read, ties, N/A, provisional units, bands. */
export function rankMethod(t: Speak, settings: ProjectSettings, notApplicable: NotApplicableMethod): string[] {
  const { decimals, rankOn, tieRule, rankProvisional } = settings
  return [
    t(`rank.method.${rankOn}`, { n: decimals }),
    t(`rank.method.${tieRule}`),
    t(`rank.method.notApplicable.${notApplicable}`),
    t(rankProvisional ? 'rank.method.provisionalRanked' : 'rank.method.provisionalUnranked'),
    t('rank.method.bands', { bands: bandsInWords(t, settings) }),
  ]
}

/** "优秀 ≥ 90 · 良好 ≥ 80 · …": each from its own edge up to the next better one's. */
function bandsInWords(t: Speak, { bands }: ProjectSettings): string {
  return bands.map(({ name, from }) => t('rank.method.band', { name, from: writeExact(pointsOf(from)) })).join(t('rank.method.bandComma'))
}
