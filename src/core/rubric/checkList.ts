import { comparePoints, pointsOf, writeExact, type Points } from '#core/points'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

/** What checkRubric and checkRule ask of lists and numbers, wherever they stand. */

/** Where a rule stands, what it must be able to reach, and where its problems go. */
export interface RulePlace extends RuleSurroundings {
  readonly full: Points
  readonly path: string
  readonly problems: SoundnessProblem[]
}

export interface RuleSurroundings {
  /** Full points and key of the rubric; null where the rule stands alone. */
  readonly whole: Points | null
  readonly key: string | null
  /** Whether the item stands outside the base total. */
  readonly outside: boolean
}

/** True when there is something in the list. */
export function checkNotEmpty(list: readonly unknown[], path: string, problems: SoundnessProblem[]): boolean {
  if (list.length === 0) problems.push({ kind: 'empty-list', path })
  return list.length > 0
}

/** Each id once; a repeated one is reported where it comes again. */
export function checkIds(ids: readonly { readonly id: string; readonly path: string }[], problems: SoundnessProblem[]): void {
  const seen = new Map<string, string>()
  for (const { id, path } of ids) {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, path)
    else problems.push({ kind: 'duplicate-id', path, id, first })
  }
}

/** Ids of the entries of one list of a rule. */
export function checkEntryIds(entries: readonly { readonly id: string }[], path: string, problems: SoundnessProblem[]): void {
  checkIds(entries.map((entry, index) => ({ id: entry.id, path: `${path}[${index}].id` })), problems)
}

export function checkBounds(value: Points, low: Points, high: Points, path: string, problems: SoundnessProblem[]): void {
  if (comparePoints(value, low) >= 0 && comparePoints(value, high) <= 0) return
  problems.push({ kind: 'out-of-bounds', path, found: writeExact(value), low: writeExact(low), high: writeExact(high) })
}

/** From lowest to highest; `strictly` forbids neighbours that are equal. Reports the first entry that breaks the order. */
export function checkRising(values: readonly Points[], order: 'rising' | 'strictly', path: string, problems: SoundnessProblem[]): void {
  const least = order === 'strictly' ? 1 : 0
  const broken = values.findIndex((value, index) => index > 0 && comparePoints(value, values[index - 1] as Points) < least)
  if (broken > 0) problems.push({ kind: 'not-rising', path: `${path}[${broken}]` })
}

export function checkPositive(value: number, path: string, problems: SoundnessProblem[]): void {
  if (value <= 0) problems.push({ kind: 'not-positive', path, found: writeExact(pointsOf(value)) })
}

export function checkReach(reachable: Points, full: Points, path: string, problems: SoundnessProblem[]): void {
  if (comparePoints(reachable, full) >= 0) return
  problems.push({ kind: 'full-unreachable', path, full: writeExact(full), reachable: writeExact(reachable) })
}
