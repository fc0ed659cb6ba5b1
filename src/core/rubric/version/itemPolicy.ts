import { bodyOf } from '#core/rubric/bodyOf'
import { equalPoints } from '#core/points'
import type { Rule, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { ItemPair } from '#core/rubric/version/pairItems'

/**
 * Why an item's marks are treated as they are, from the least to the most far-reaching.
 * choice-removed: a level, element, cause, kind, source or step is gone · scale-changed: points given by hand, out of another full mark ·
 * rule-replaced: another kind of rule, for some body that has marks · returned: it was not in the old version, but has older marks.
 */
export type EffectCause =
  | 'unchanged'
  | 'reworded'
  | 'renamed'
  | 'restructured'
  | 'choice-removed'
  | 'scale-changed'
  | 'rule-replaced'
  | 'returned'
  | 'added'
  | 'removed'

/**
 * keep: what fits stands, with the points that the new version gives; what does not fit is reopened · reopen: every mark of the item is
 * reopened · carry: marks go over to the new id · leave: they stay in the history under the old one, and the item is unscored.
 */
export type ItemPolicy = 'keep' | 'reopen' | 'carry' | 'leave'

/** `units` are those that have marks on the item: a variant that nobody is scored by reopens nothing. */
export function causeOf(pair: ItemPair, units: readonly { readonly kind: UnitKind; readonly level: UnitLevel }[]): EffectCause {
  const { before, after, renamed, change } = pair
  if (!after) return 'removed'
  if (!before) return units.length > 0 ? 'returned' : 'added'
  if (renamed) return 'renamed'
  if (change !== 'structure') return change === 'same' ? 'unchanged' : 'reworded'
  const bodies = units.map((unit) => ({ old: bodyOf(before, unit), now: bodyOf(after, unit) }))
  if (bodies.some(({ old, now }) => old.rule.kind !== now.rule.kind)) return 'rule-replaced'
  if (bodies.some(({ old, now }) => now.rule.kind === 'judge' && !equalPoints(old.full, now.full))) return 'scale-changed'
  return bodies.some(({ old, now }) => hasLostChoice(old.rule, now.rule)) ? 'choice-removed' : 'restructured'
}

export function policiesOf(cause: EffectCause): readonly ItemPolicy[] {
  switch (cause) {
    case 'added':
    case 'removed':
    case 'unchanged':
      return []
    case 'renamed':
      return ['carry', 'leave']
    default:
      return ['keep', 'reopen']
  }
}

export function presetOf(cause: EffectCause): ItemPolicy | null {
  switch (cause) {
    case 'added':
    case 'removed':
    case 'unchanged':
      return null
    case 'renamed':
      return 'carry'
    case 'reworded':
    case 'restructured':
      return 'keep'
    case 'choice-removed':
    case 'scale-changed':
    case 'rule-replaced':
    case 'returned':
      return 'reopen'
  }
}

function hasLostChoice(old: Rule, now: Rule): boolean {
  const left = new Set(choicesOf(now))
  return choicesOf(old).some((choice) => !left.has(choice))
}

/** What answers name. */
function choicesOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'level':
      return rule.levels.map(({ id }) => id)
    case 'checklist':
      return rule.elements.map(({ id }) => id)
    case 'deduct':
      return rule.causes.map(({ id }) => id)
    case 'count':
      return rule.kinds.map(({ id }) => id)
    case 'itemMean':
      return rule.scale.map(({ id }) => id)
    case 'sources':
      return rule.sources.map(({ id }) => id)
    case 'scale':
      return rule.steps.map(({ value }) => String(value))
    default:
      return []
  }
}
