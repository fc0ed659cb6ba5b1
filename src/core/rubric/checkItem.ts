import { comparePoints, pointsOf, zeroPoints, type Points } from '#core/points'
import { checkNotEmpty, checkPositive } from '#core/rubric/checkList'
import { checkRule } from '#core/rubric/checkRule'
import { checkVariants } from '#core/rubric/checkVariants'
import type { ItemSection } from '#core/rubric/locateNodes'
import { measureFits } from '#core/rubric/measureFits'
import type { RubricItem, Rule, RuleVariant } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

/** What an item is checked against. */
export interface ItemPlace {
  readonly bases: ReadonlySet<string>
  /** Full points and key of the rubric. */
  readonly whole: Points
  readonly key: string
  readonly problems: SoundnessProblem[]
}

/** An item's references, its rule and those of its variants (METHOD §6A.2). */
export function checkItem(item: RubricItem, section: ItemSection, path: string, place: ItemPlace): void {
  const { bases, problems } = place
  item.basis.forEach((reference, index) => {
    if (!bases.has(reference.basis)) {
      problems.push({ kind: 'unknown-basis', path: `${path}.basis[${index}].basis`, basis: reference.basis })
    }
  })
  checkRuleHere(item.rule, item.full, `${path}.rule`)
  checkMeasure(item, path, problems)
  if (item.variants === undefined) return
  checkNotEmpty(item.variants, `${path}.variants`, problems)
  checkVariants(item, path, problems)
  item.variants.forEach((variant, index) => {
    const at = `${path}.variants[${index}]`
    checkCondition(variant, at, problems)
    if (variant.weight !== undefined) checkPositive(variant.weight, `${at}.weight`, problems)
    if (variant.full !== undefined && section !== 'veto') checkPositive(variant.full, `${at}.full`, problems)
    if (variant.rule) checkRuleHere(variant.rule, variant.full ?? item.full, `${at}.rule`)
    // The item's own rule under other full marks: what is wrong with it is the fault of these.
    else if (variant.full !== undefined && variant.full !== item.full) {
      checkRuleHere(item.rule, variant.full, `${at}.full`, (problem) => problems.push({ ...problem, path: `${at}.full` }))
    }
  })

  function checkRuleHere(rule: Rule, full: number, at: string, report?: (problem: SoundnessProblem) => void): void {
    // Without full marks there is nothing that a rule could reach.
    if (section !== 'veto' && comparePoints(pointsOf(full), zeroPoints) <= 0) return
    const found: SoundnessProblem[] = []
    checkRule(rule, pointsOf(full), at, found, { whole: place.whole, key: place.key, outside: section !== 'base' && section !== 'source' })
    if (report) found.slice(0, 1).forEach(report)
    else problems.push(...found)
  }
}

/** Negative points belong to the negative list, vetoes to the vetoes, every other rule to the base total, its sources and the bonus. */
export function checkPlaceOfRule(item: RubricItem, section: ItemSection, path: string, problems: SoundnessProblem[]): void {
  const rules = [{ rule: item.rule, at: `${path}.rule` }, ...(item.variants ?? []).map(({ rule }, index) => ({ rule, at: `${path}.variants[${index}].rule` }))]
  for (const { rule, at } of rules) {
    if (rule && sectionOf(rule) !== (section === 'bonus' || section === 'source' ? 'base' : section)) problems.push({ kind: 'rule-not-here', path: `${at}.kind`, rule: rule.kind })
  }
  if (section === 'base' || section === 'source') return
  if (item.weight !== undefined) problems.push({ kind: 'weight-not-here', path: `${path}.weight` })
  item.variants?.forEach(({ weight }, index) => {
    if (weight !== undefined) problems.push({ kind: 'weight-not-here', path: `${path}.variants[${index}].weight` })
  })
}

function sectionOf(rule: Rule): ItemSection {
  return rule.kind === 'negative' || rule.kind === 'veto' ? rule.kind : 'base'
}

/** The rules of variants are answered by the same count. */
function checkMeasure({ measure, rule, variants = [] }: RubricItem, path: string, problems: SoundnessProblem[]): void {
  if (measure === undefined) return
  const unfit = [rule, ...variants.flatMap((variant) => variant.rule ?? [])].find((one) => !measureFits(measure, one))
  if (unfit) problems.push({ kind: 'measure-not-here', path: `${path}.measure`, measure, rule: unfit.kind })
}

/** A variant for nobody, for everybody, or without a difference would hide what is written in the file. */
function checkCondition({ when, rule, full, weight, applies }: RuleVariant, path: string, problems: SoundnessProblem[]): void {
  if (when.kinds === undefined && when.levels === undefined) problems.push({ kind: 'empty-list', path: `${path}.when` })
  if (when.kinds !== undefined) checkNotEmpty(when.kinds, `${path}.when.kinds`, problems)
  if (when.levels !== undefined) checkNotEmpty(when.levels, `${path}.when.levels`, problems)
  if (rule === undefined && full === undefined && weight === undefined && applies === undefined) problems.push({ kind: 'changes-nothing', path })
}
