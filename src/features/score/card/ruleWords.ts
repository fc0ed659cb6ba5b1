import { assertNever } from '#core/brand'
import type { Rule, VetoEffect } from '#core/rubric/rubric'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** How the rule makes points, in one sentence. */
export function ruleWords(t: Translate, rule: Rule, full: number): string {
  switch (rule.kind) {
    case 'level':
      return t('score.rule.level')
    case 'passFail':
      return t('score.rule.passFail', { full })
    case 'checklist': {
      const sum = t('score.rule.checklist', { count: rule.elements.length })
      return rule.cap === undefined || rule.cap >= full ? sum : sum + t('score.rule.checklistCap', { cap: rule.cap })
    }
    case 'deduct':
      return t('score.rule.deduct', { full, floor: rule.floor ?? 0 })
    case 'ratio':
      return t('score.rule.ratio', { zeroAt: percent(rule.zeroAt), fullAt: percent(rule.fullAt) })
    case 'count':
      return t('score.rule.count', { cap: rule.cap ?? full })
    case 'interval':
      return t('score.rule.interval', { measure: rule.measure })
    case 'itemMean':
      return t('score.rule.itemMean', { subItem: rule.subItem })
    case 'judge':
      return t('score.rule.judge', { step: rule.step })
    case 'timeliness':
      return t('score.rule.timeliness', { dateLabel: rule.dateLabel })
    case 'byRank':
      return t('score.rule.byRank', { measure: rule.measure, best: t(`score.rule.best.${rule.best}`) })
    case 'reference':
      return t('score.rule.reference', { label: rule.label, full: rule.full })
    case 'sources':
      return t('score.rule.sources', { count: rule.sources.length })
    case 'scale':
      return t('score.rule.scale')
    case 'negative':
      return t('score.rule.negative', { points: rule.perEvent, cap: Math.min(rule.cap ?? full, full) })
    case 'veto':
      return t('score.rule.veto', { effect: effectWords(t, rule.effect) })
    default:
      return assertNever(rule)
  }
}

/** What follows when a veto applies. */
export function effectWords(t: Translate, effect: VetoEffect): string {
  switch (effect.kind) {
    case 'capTotal':
      return t('score.effect.capTotal', { at: effect.at })
    case 'lowerBand':
      return t('score.effect.lowerBand', { by: effect.by })
    case 'zero':
    case 'fail':
    case 'invalid':
    case 'suspended':
      return t(`score.effect.${effect.kind}`)
    default:
      return assertNever(effect)
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`
}
