import { pointsOf, writeExact } from '#core/points'
import type { ProjectSettings, TieBreak } from '#core/records/projectRecord'
import { sameBands, sameQuota, sameTieBreak } from '#core/records/sameSettings'
import type { Speak } from '../problems'

export interface NamedDimension {
  readonly id: string
  readonly name: string
}

/** One setting that differs, in words. */
export interface SettingDifference {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** What differs between two settings, in the order of the form. */
export function settingDifferences(t: Speak, from: ProjectSettings, to: ProjectSettings, dimensions: readonly NamedDimension[]): SettingDifference[] {
  const differing: readonly (readonly [string, boolean, (settings: ProjectSettings) => string])[] = [
    ['decimals', from.decimals !== to.decimals, ({ decimals }) => String(decimals)],
    ['rankOn', from.rankOn !== to.rankOn, ({ rankOn }) => t(`projects.settings.rankOnShort.${rankOn}`)],
    ['tieRule', from.tieRule !== to.tieRule, ({ tieRule }) => t(`projects.settings.tieRuleShort.${tieRule}`)],
    ['tieBreak', !sameTieBreak(from, to), ({ tieBreak = [] }) => tieBreak.map((step) => tieBreakWords(t, step, dimensions)).join(t('projects.settings.tieComma')) || t('projects.settings.tieNone')],
    ['provisional', from.rankProvisional !== to.rankProvisional, ({ rankProvisional }) => t(`projects.settings.provisionalShort.${rankProvisional}`)],
    ['bandsShort', !sameBands(from, to), ({ bands }) => bands.map((band) => t('projects.settings.bandWords', { name: band.name, from: writeExact(pointsOf(band.from)) })).join(t('ui.listComma'))],
    ['quotaShort', !sameQuota(from, to), ({ quota }) => (quota ? t('projects.settings.quotaWords', { name: quota.band, percent: writeExact(pointsOf(quota.percent)) }) : t('projects.settings.quotaNone'))],
  ]
  return differing.filter(([, differs]) => differs).map(([key, , words]) => ({ what: t(`projects.settings.${key}`), from: words(from), to: words(to) }))
}

export function tieBreakWords(t: Speak, step: TieBreak, dimensions: readonly NamedDimension[]): string {
  if (step.kind !== 'dimension') return t(`projects.settings.tieStep.${step.kind}`)
  return t('projects.settings.tieStep.dimension', { id: step.id, name: dimensions.find(({ id }) => id === step.id)?.name ?? '' }).trim()
}

/** Tells steps of a chain apart. */
export function tieBreakKey(step: TieBreak): string {
  return step.kind === 'dimension' ? `dimension ${step.id}` : step.kind
}
