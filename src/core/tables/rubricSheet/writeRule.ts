import { assertNever } from '#core/brand'
import type { ByRankRule, ChecklistRule, Rule, RuleVariant, TimelinessRule, VetoEffect } from '#core/rubric/rubric'
import { escapePart } from '#core/tables/rubricSheet/escapeText'
import { writeAnnualDay } from '#core/tables/rubricSheet/annualDayText'
import type { RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'

type Part = string | number | undefined
type Line = readonly Part[]

/**
 * A rule in the notation of the template: one line for every level, element, cause or setting, its parts separated by |. The first part
 * says what the line is; ids come last. `parseRule` reads it back without loss.
 * @example writeRule(deduct, words) // "扣分 | 迟报 | 0.3 | 1.2 | late\n扣分 | 漏报 | 0.5 |  | missed"
 */
export function writeRule(rule: Rule, words: RubricSheetWords): string {
  return writeLines(linesOf(rule, words))
}

/** Variants, one after another: a line for whom, then lines of the rule where it is another. */
export function writeVariants(variants: readonly RuleVariant[], words: RubricSheetWords): string {
  const { lines } = words
  return writeLines(variants.flatMap(({ when, label, rule, full, weight, applies }) => [
    [lines.variant, label],
    ...(when.kinds === undefined ? [] : [[lines.kinds, ...when.kinds.map((kind) => words.kinds[kind])]]),
    ...(when.levels === undefined ? [] : [[lines.levels, ...when.levels.map((level) => words.unitLevels[level])]]),
    ...one(lines.full, full),
    ...one(lines.weight, weight),
    ...(applies === undefined ? [] : [[lines.exempt]]),
    ...(rule === undefined ? [] : [[lines.rule, words.rules[rule.kind]], ...linesOf(rule, words)]),
  ]))
}

export function writeLines(lines: readonly Line[]): string {
  return lines.map((line) => {
    // Parts that are left out at the end of a line need no sign.
    const last = line.findLastIndex((part) => part !== undefined)
    return line.slice(0, last + 1).map((part) => (part === undefined ? '' : typeof part === 'number' ? String(part) : escapePart(part))).join(' | ')
  }).join('\n')
}

function one(word: string, value: Part): Line[] {
  return value === undefined ? [] : [[word, value]]
}

function linesOf(rule: Rule, words: RubricSheetWords): readonly Line[] {
  const { lines } = words
  switch (rule.kind) {
    case 'level': return rule.levels.map(({ points, label, criterion, id }) => [lines.level, points, label, criterion, id])
    case 'passFail': return [[lines.criterion, rule.criterion], ...one(lines.deadline, rule.deadline && writeAnnualDay(rule.deadline, words.language)), ...one(lines.date, rule.dateLabel)]
    case 'checklist': return checklistLines(rule, words)
    case 'deduct': return [...rule.causes.map(({ label, perEvent, cap, id }) => [lines.cause, label, perEvent, cap, id]), ...one(lines.floor, rule.floor)]
    case 'ratio': return [
      [lines.numerator, rule.numerator], [lines.denominator, rule.denominator], [lines.zeroAt, rule.zeroAt], [lines.fullAt, rule.fullAt],
      ...one(lines.onEmpty, rule.onEmpty && words.onEmpty[rule.onEmpty]),
    ]
    case 'count': return [...rule.kinds.map(({ label, points, id }) => [lines.count, label, points, id]), ...one(lines.cap, rule.cap)]
    case 'interval': return [
      [lines.measure, rule.measure], [lines.unit, rule.unit], ...rule.breaks.map(({ x, y }) => [lines.break, x, y]), [lines.shape, words.shapes[rule.shape]],
      ...one(lines.closed, rule.closed && words.closed[rule.closed]),
    ]
    case 'itemMean': return [
      [lines.subItem, rule.subItem], ...rule.scale.map(({ share, label, criterion, id }) => [lines.share, share, label, criterion, id]),
      ...one(lines.onEmpty, rule.onEmpty && words.onEmpty[rule.onEmpty]),
    ]
    case 'judge': return [[lines.criterion, rule.criterion], [lines.step, rule.step]]
    case 'timeliness': return [[lines.date, rule.dateLabel], [lines.deadline, writeAnnualDay(rule.deadline, words.language)], ...lateLines(rule.late, words)]
    case 'byRank': return [[lines.measure, rule.measure], [lines.unit, rule.unit], [lines.best, words.best[rule.best]], awardLine(rule.award, words)]
    case 'reference': return [[lines.label, rule.label], [lines.outOf, rule.full], ...one(lines.rubric, rule.rubric)]
    case 'sources': return rule.sources.map(({ label, weight, full, id }) => [lines.source, label, weight, full, id])
    case 'scale': return rule.steps.map(({ value, label, rate }) => [lines.scaleStep, value, label, rate])
    case 'negative': return [[lines.perEvent, rule.perEvent], ...one(lines.cap, rule.cap)]
    case 'veto': return [[lines.criterion, rule.criterion], effectLine(rule.effect, words)]
    default: return assertNever(rule)
  }
}

function checklistLines(rule: ChecklistRule, { lines }: RubricSheetWords): Line[] {
  const elements = rule.elements.flatMap(({ label, id, notApplicable, marks }) => [
    [lines.element, label, id, notApplicable?.when],
    ...marks.map(({ points, criterion }) => [lines.mark, points, criterion]),
  ])
  return [...elements, ...one(lines.cap, rule.cap)]
}

function lateLines(late: TimelinessRule['late'], { lines, language }: RubricSheetWords): Line[] {
  if (late.kind === 'perDay') return [[lines.perDay, late.points]]
  return [...late.steps.map(({ until, points }) => [lines.grace, writeAnnualDay(until, language), points]), [lines.otherwise, late.otherwise]]
}

function awardLine(award: ByRankRule['award'], { lines }: RubricSheetWords): Line {
  switch (award.kind) {
    case 'table': return [lines.table, ...award.points]
    case 'proportional': return [lines.proportional]
    case 'step': return [lines.perPlace, award.step]
  }
}

function effectLine(effect: VetoEffect, { lines, effects }: RubricSheetWords): Line {
  const word = effects[effect.kind]
  if (effect.kind === 'capTotal') return [lines.effect, word, effect.at]
  return effect.kind === 'lowerBand' ? [lines.effect, word, effect.by] : [lines.effect, word]
}
