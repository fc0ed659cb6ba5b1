import { comparePoints, pointsOf, writeExact, zeroPoints } from '#core/points'
import { checkBounds, checkIds, checkNotEmpty, checkPositive } from '#core/rubric/checkList'
import { checkItem, checkPlaceOfRule, type ItemPlace } from '#core/rubric/checkItem'
import { checkShares, checkSharesByBody } from '#core/rubric/checkShares'
import { fullOf } from '#core/rubric/fullOf'
import { checkEnglish } from '#core/rubric/language/checkEnglish'
import { locateItems, locateNodes } from '#core/rubric/locateNodes'
import type { Rubric } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

/**
 * Is the rubric sound, so that it may be adopted? Returns every problem with its path; an empty list means sound.
 *
 * Points or weights add up at every level, exactly (METHOD §5.1, §6A.10), for every kind of body that variants name; ids are unique
 * over nodes, sources, bonus, negative list and vetoes; every rule can reach the item's full marks M, and its caps, floors and marks lie within
 * [0, M] (METHOD §6A.2); lists go from lowest to highest and are not empty; references resolve. The rules of variants are checked
 * like the item's own.
 * @example checkRubric({ ...rubric, full: 99 }) // [{ kind: 'sum-differs', path: 'full', stated: '99', sum: '100' }]
 */
export function checkRubric(rubric: Rubric): SoundnessProblem[] {
  const problems: SoundnessProblem[] = []
  const nodes = locateNodes(rubric)
  const others = [
    ...locateItems(rubric.totalSources?.items, 'totalSources.items', 'source'),
    ...locateItems(rubric.bonus?.items, 'bonus.items', 'bonus'),
    ...locateItems(rubric.negative?.items, 'negative.items', 'negative'),
    ...locateItems(rubric.vetoes, 'vetoes', 'veto'),
  ]
  checkPositive(rubric.full, 'full', problems)
  checkNotEmpty(rubric.groups, 'groups', problems)
  checkIds([...nodes, ...others].map(({ node, path }) => ({ id: node.id, path: `${path}.id` })), problems)
  checkBases(rubric, problems)
  for (const { node, path } of nodes) if (node.kind === 'group') checkNotEmpty(node.children, `${path}.children`, problems)
  checkShares(rubric, problems)
  checkSharesByBody(rubric, problems)
  const place: ItemPlace = { bases: new Set(rubric.bases.map((basis) => basis.id)), whole: fullOf(rubric), key: rubric.key, problems }
  for (const { node, path } of nodes) {
    checkPositive(node.full, `${path}.full`, problems)
    if (node.kind === 'item') {
      checkPlaceOfRule(node, 'base', path, problems)
      checkItem(node, 'base', path, place)
    }
  }
  for (const { node, path, section } of others) {
    if (section === 'veto') checkBounds(fullOf(node), zeroPoints, zeroPoints, `${path}.full`, problems)
    else checkPositive(node.full, `${path}.full`, problems)
    checkPlaceOfRule(node, section, path, problems)
    checkItem(node, section, path, place)
  }
  checkTotalSources(rubric, problems)
  checkSections(rubric, problems)
  checkEnglish(rubric, '', problems)
  checkConsistencyRules(rubric, new Set([...nodes, ...others].flatMap(({ node }) => (node.kind === 'item' ? [node.id as string] : []))), problems)
  return problems
}

function checkBases(rubric: Rubric, problems: SoundnessProblem[]): void {
  checkIds(rubric.bases.map((basis, index) => ({ id: basis.id, path: `bases[${index}].id` })), problems)
  rubric.bases.forEach((basis, index) => {
    if (basis.inForceFrom !== undefined && basis.inForceTo !== undefined && basis.inForceTo < basis.inForceFrom) {
      problems.push({ kind: 'period-reversed', path: `bases[${index}].inForceTo` })
    }
  })
}

/** Every source of the total has a weight above zero; they need not add to 100, since their sum divides. */
function checkTotalSources({ totalSources }: Rubric, problems: SoundnessProblem[]): void {
  if (!totalSources) return
  const { own, items } = totalSources
  checkPositive(own.weight, 'totalSources.own.weight', problems)
  checkNotEmpty(items, 'totalSources.items', problems)
  if (items.some(({ weight }) => weight === undefined)) problems.push({ kind: 'weights-mixed', path: 'totalSources.items' })
  items.forEach(({ weight }, index) => {
    if (weight !== undefined) checkPositive(weight, `totalSources.items[${index}].weight`, problems)
  })
}

/** What stands beside the groups: caps and gate of bonus and negative list, the least share of settled items. */
function checkSections(rubric: Rubric, problems: SoundnessProblem[]): void {
  const { bonus, negative, vetoes, leastSettledShare: least } = rubric
  if (bonus) {
    checkNotEmpty(bonus.items, 'bonus.items', problems)
    if (bonus.cap !== undefined) checkPositive(bonus.cap, 'bonus.cap', problems)
    if (bonus.gate) checkBounds(pointsOf(bonus.gate.base), zeroPoints, fullOf(rubric), 'bonus.gate.base', problems)
  }
  if (negative) {
    checkNotEmpty(negative.items, 'negative.items', problems)
    if (negative.cap !== undefined) checkPositive(negative.cap, 'negative.cap', problems)
  }
  if (vetoes) checkNotEmpty(vetoes, 'vetoes', problems)
  if (least === undefined) return
  checkPositive(least, 'leastSettledShare', problems)
  if (comparePoints(pointsOf(least), pointsOf(1)) > 0) {
    problems.push({ kind: 'out-of-bounds', path: 'leastSettledShare', found: writeExact(pointsOf(least)), low: '0', high: '1' })
  }
}

function checkConsistencyRules(rubric: Rubric, items: ReadonlySet<string>, problems: SoundnessProblem[]): void {
  const rules = rubric.consistency ?? []
  checkIds(rules.map((rule, index) => ({ id: rule.id, path: `consistency[${index}].id` })), problems)
  rules.forEach((rule, index) => {
    for (const side of ['when', 'then'] as const) {
      const path = `consistency[${index}].${side}`
      checkNotEmpty(rule[side], path, problems)
      rule[side].forEach(({ item }, at) => {
        if (!items.has(item)) problems.push({ kind: 'unknown-item', path: `${path}[${at}].item`, item })
      })
    }
  })
}
