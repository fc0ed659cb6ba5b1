import { addPoints, comparePoints, equalPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import { checkRule } from '#core/rubric/checkRule'
import { checkIds, checkNotEmpty } from '#core/rubric/checkList'
import { fullOf } from '#core/rubric/fullOf'
import type { Rubric, RubricItem, RubricNode, RuleVariant } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

/**
 * Is the rubric sound, so that it may be adopted? Returns every problem with its path; an empty list means sound.
 *
 * Points add up at every level, exactly (METHOD §5.1); ids of nodes are unique; every rule can reach the item's full marks M, and
 * its caps, floors and marks lie within [0, M] (METHOD §6A.2); lists go from lowest to highest and are not empty; references to a
 * basis resolve. The rules of variants are checked like the item's own.
 * @example checkRubric({ ...rubric, full: 99 }) // [{ kind: 'sum-differs', path: 'full', stated: '99', sum: '100' }]
 */
export function checkRubric(rubric: Rubric): SoundnessProblem[] {
  const problems: SoundnessProblem[] = []
  const nodes = rubric.groups.flatMap((group, index) => nodesWithPaths(group, `groups[${index}]`))
  checkFull(rubric, '', problems)
  checkSum(rubric, rubric.groups, '', problems)
  checkNotEmpty(rubric.groups, 'groups', problems)
  checkIds(nodes.map(({ node, path }) => ({ id: node.id, path: `${path}.id` })), problems)
  checkBases(rubric, problems)
  const bases = new Set(rubric.bases.map((basis) => basis.id))
  for (const { node, path } of nodes) {
    checkFull(node, `${path}.`, problems)
    if (node.kind === 'item') {
      checkItem(node, path, bases, problems)
    } else {
      checkNotEmpty(node.children, `${path}.children`, problems)
      checkSum(node, node.children, `${path}.`, problems)
    }
  }
  return problems
}

interface Located {
  readonly node: RubricNode
  readonly path: string
}

function nodesWithPaths(node: RubricNode, path: string): Located[] {
  const below = node.kind === 'item' ? [] : node.children.flatMap((child, index) => nodesWithPaths(child, `${path}.children[${index}]`))
  return [{ node, path }, ...below]
}

function checkFull(node: { readonly full: number }, prefix: string, problems: SoundnessProblem[]): void {
  const full = fullOf(node)
  if (comparePoints(full, zeroPoints) <= 0) problems.push({ kind: 'not-positive', path: `${prefix}full`, found: writeExact(full) })
}

/** An empty list is its own problem and has no sum. */
function checkSum(node: { readonly full: number }, children: readonly RubricNode[], prefix: string, problems: SoundnessProblem[]): void {
  if (children.length === 0) return
  const sum = children.map(fullOf).reduce<Points>(addPoints, zeroPoints)
  const stated = fullOf(node)
  if (!equalPoints(sum, stated)) {
    problems.push({ kind: 'sum-differs', path: `${prefix}full`, stated: writeExact(stated), sum: writeExact(sum) })
  }
}

function checkBases(rubric: Rubric, problems: SoundnessProblem[]): void {
  checkIds(rubric.bases.map((basis, index) => ({ id: basis.id, path: `bases[${index}].id` })), problems)
  rubric.bases.forEach((basis, index) => {
    if (basis.inForceFrom !== undefined && basis.inForceTo !== undefined && basis.inForceTo < basis.inForceFrom) {
      problems.push({ kind: 'period-reversed', path: `bases[${index}].inForceTo` })
    }
  })
}

function checkItem(item: RubricItem, path: string, bases: ReadonlySet<string>, problems: SoundnessProblem[]): void {
  item.basis.forEach((reference, index) => {
    if (!bases.has(reference.basis)) {
      problems.push({ kind: 'unknown-basis', path: `${path}.basis[${index}].basis`, basis: reference.basis })
    }
  })
  const full = pointsOf(item.full)
  // Without full marks there is nothing that a rule could reach.
  const rules = comparePoints(full, zeroPoints) > 0
  if (rules) checkRule(item.rule, full, `${path}.rule`, problems)
  if (item.variants === undefined) return
  checkNotEmpty(item.variants, `${path}.variants`, problems)
  item.variants.forEach((variant, index) => {
    checkCondition(variant, `${path}.variants[${index}].when`, problems)
    if (rules) checkRule(variant.rule, full, `${path}.variants[${index}].rule`, problems)
  })
}

/** A variant for nobody, or for everybody, would hide a rule that is written in the file. */
function checkCondition({ when }: RuleVariant, path: string, problems: SoundnessProblem[]): void {
  if (when.kinds === undefined && when.levels === undefined) problems.push({ kind: 'empty-list', path })
  if (when.kinds !== undefined) checkNotEmpty(when.kinds, `${path}.kinds`, problems)
  if (when.levels !== undefined) checkNotEmpty(when.levels, `${path}.levels`, problems)
}
