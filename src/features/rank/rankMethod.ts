import { pointsOf, writeExact } from '#core/points'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { Rubric } from '#core/rubric/rubric'
import type { Speak } from './problems'

/** What the method reads of a rubric. */
export type RankedRubric = Pick<Rubric, 'notApplicableMethod' | 'bonus' | 'negative' | 'groups'>

/** How the places came about, as short true statements: rounding, what is read, ties, N/A, what follows the base, provisional units, bands. */
export function rankMethod(t: Speak, settings: ProjectSettings, rubric: RankedRubric): string[] {
  const { decimals, rankOn, tieRule, rankProvisional } = settings
  return [
    t(`rank.method.${rankOn}`, { n: decimals }),
    t(`rank.method.${tieRule}`),
    ...tieBreakInWords(t, settings, rubric),
    t(`rank.method.notApplicable.${rubric.notApplicableMethod}`),
    ...afterBaseInWords(t, rubric),
    t(rankProvisional ? 'rank.method.provisionalRanked' : 'rank.method.provisionalUnranked'),
    t('rank.method.bands', { bands: bandsInWords(t, settings) }),
    ...(settings.quota ? [t('rank.method.quota', { band: settings.quota.band, percent: settings.quota.percent })] : []),
  ]
}

function tieBreakInWords(t: Speak, { tieBreak = [] }: ProjectSettings, { groups }: RankedRubric): string[] {
  if (tieBreak.length === 0) return []
  const chain = tieBreak.map((step) => {
    if (step.kind === 'fewerDeductions') return t('rank.method.tieBreakDeductions')
    if (step.kind === 'earlierPublication') return t('rank.method.tieBreakPublication')
    return t('rank.method.tieBreakDimension', { name: groups.find(({ id }) => id === step.id)?.name ?? step.id })
  })
  return [t('rank.method.tieBreak', { chain: chain.join(t('rank.method.tieBreakComma')) })]
}

/** Caps and gate of what follows the base total. */
function afterBaseInWords(t: Speak, { bonus, negative }: RankedRubric): string[] {
  const words: string[] = []
  if (bonus && (bonus.cap !== undefined || bonus.gate)) {
    words.push(t('rank.method.bonus', {
      cap: bonus.cap === undefined ? '' : t('rank.method.bonusCap', { cap: bonus.cap }),
      gate: bonus.gate ? t(bonus.gate.inclusive ? 'rank.method.bonusGate' : 'rank.method.bonusGateOver', { base: bonus.gate.base }) : '',
    }))
  }
  if (negative?.cap !== undefined) words.push(t('rank.method.negative', { cap: negative.cap }))
  return words
}

/** "优秀 ≥ 90 · 良好 ≥ 80 · …": each from its own edge up to the next better one's. */
function bandsInWords(t: Speak, { bands }: ProjectSettings): string {
  return bands.map(({ name, from }) => t('rank.method.band', { name, from: writeExact(pointsOf(from)) })).join(t('rank.method.bandComma'))
}
