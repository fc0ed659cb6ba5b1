import { type AnnualDay, dayInYear } from '#core/calendarDay'
import { pointsOf, writeExact } from '#core/points'
import type { Rule, RubricItem, VetoEffect } from '#core/rubric/rubric'
import { type WorkbookWords, fillWords } from '#core/tables/workbookWords'

export interface RuleInWords {
  /** How the item is scored, in a sentence. */
  readonly rule: string
  /** Levels, elements, causes, break points …; one a line. */
  readonly choices: readonly string[]
}

/**
 * A rule in words, with all its parameters, so that a reader can compute the points by hand. Deadlines are given as the days on which
 * they fall for the reports of `year`.
 */
export function describeRule(item: Pick<RubricItem, 'full'>, rule: Rule, year: number, words: WorkbookWords): RuleInWords {
  const { rules } = words
  const day = (annual: AnnualDay) => dayInYear(annual, year)
  switch (rule.kind) {
    case 'level':
      return { rule: rules.level, choices: rule.levels.map(({ label, criterion, points }) => fillWords(rules.levelChoice, { label, criterion, points })) }
    case 'passFail':
      return {
        rule: fillWords(rules.passFail, { criterion: rule.criterion }),
        choices: rule.deadline ? [fillWords(rules.passFailDate, { dateLabel: rule.dateLabel ?? '', deadline: day(rule.deadline) })] : [],
      }
    case 'checklist':
      return {
        rule: rules.checklist + (rule.cap === undefined ? '' : fillWords(rules.cap, { cap: rule.cap })),
        choices: rule.elements.map((element) => {
          const marks = element.marks.map(({ points, criterion }) => fillWords(rules.mark, { points, criterion })).join(rules.markSeparator)
          const unless = element.notApplicable ? fillWords(rules.mayNotApply, { when: element.notApplicable.when }) : ''
          return fillWords(rules.elementChoice, { label: element.label, marks }) + unless
        }),
      }
    case 'deduct':
      return {
        rule: fillWords(rules.deduct, { floor: rule.floor ?? 0 }),
        choices: rule.causes.map(({ label, perEvent, cap }) => fillWords(rules.cause, { label, points: perEvent, cap: cap ?? item.full })),
      }
    case 'ratio': {
      const { numerator, denominator, zeroAt, fullAt } = rule
      return { rule: fillWords(rules.ratio, { numerator, denominator, zeroAt: percentOf(zeroAt), fullAt: percentOf(fullAt) }), choices: [] }
    }
    case 'count':
      return {
        rule: fillWords(rules.count, { cap: rule.cap ?? item.full }),
        choices: rule.kinds.map(({ label, points }) => fillWords(rules.kind, { label, points })),
      }
    case 'interval': {
      const shape = rule.shape === 'linear' ? rules.linear : rule.closed === 'right' ? rules.stepRight : rules.stepLeft
      return {
        rule: fillWords(rules.interval, { measure: rule.measure, unit: rule.unit, shape }),
        choices: rule.breaks.map(({ x, y }) => fillWords(rules.break, { x, y })),
      }
    }
    case 'itemMean':
      return {
        rule: fillWords(rules.itemMean, { subItem: rule.subItem }),
        choices: rule.scale.map(({ label, criterion, share }) => fillWords(rules.scaleChoice, { label, criterion, share: percentOf(share).slice(0, -1) })),
      }
    case 'judge':
      return { rule: fillWords(rules.judge, { criterion: rule.criterion, step: rule.step }), choices: [] }
    case 'timeliness':
      return {
        rule: fillWords(rules.timeliness, { dateLabel: rule.dateLabel, deadline: day(rule.deadline) }),
        choices:
          rule.late.kind === 'perDay'
            ? [fillWords(rules.perDay, { points: rule.late.points })]
            : [...rule.late.steps.map(({ until, points }) => fillWords(rules.grace, { day: day(until), points })), fillWords(rules.otherwise, { points: rule.late.otherwise })],
      }
    case 'byRank': {
      const { award } = rule
      const choices =
        award.kind === 'table'
          ? [...award.points.map((points, index) => fillWords(rules.place, { place: index + 1, points })), rules.placeBeyond]
          : [award.kind === 'step' ? fillWords(rules.placeStep, { points: award.step }) : rule.best === 'high' ? rules.proportionalHigh : rules.proportionalLow]
      const unit = rule.unit === '' ? '' : fillWords(rules.inUnit, { unit: rule.unit })
      return { rule: fillWords(rules.byRank, { measure: rule.measure + unit, best: rule.best === 'high' ? rules.bestHigh : rules.bestLow }), choices }
    }
    case 'reference':
      return { rule: fillWords(rules.reference, { label: rule.label, full: rule.full }), choices: [] }
    case 'sources':
      return { rule: rules.sources, choices: rule.sources.map(({ label, weight, full }) => fillWords(rules.source, { label, weight, full })) }
    case 'scale':
      return {
        rule: rule.steps.every(({ rate }) => rate !== undefined) ? rules.scaleRated : fillWords(rules.scale, { top: rule.steps.at(-1)?.value ?? '' }),
        choices: rule.steps.map(({ value, label, rate }) =>
          rate === undefined ? fillWords(rules.scaleStep, { value, label }) : fillWords(rules.scaleStepRated, { value, label, share: percentOf(rate) }),
        ),
      }
    case 'negative':
      return { rule: fillWords(rules.negative, { points: rule.perEvent, cap: rule.cap ?? item.full }), choices: [] }
    case 'veto':
      return { rule: fillWords(rules.veto, { criterion: rule.criterion, effect: describeEffect(rule.effect, words) }), choices: [] }
  }
}

/** What follows when a veto applies: "总分不超过 59 分". */
export function describeEffect(effect: VetoEffect, words: WorkbookWords): string {
  const { effects } = words
  if (effect.kind === 'capTotal') return fillWords(effects.capTotal, { at: effect.at })
  return effect.kind === 'lowerBand' ? fillWords(effects.lowerBand, { by: effect.by }) : effects[effect.kind]
}

/** A share as it was written, in percent: 0.285 → "28.5%". */
function percentOf(share: number): string {
  const { numerator, denominator } = pointsOf(share)
  return `${writeExact({ numerator: numerator * 100n, denominator })}%`
}
