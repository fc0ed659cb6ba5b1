import type { Rule, RuleKind } from '#core/rubric/rubric'

/** Words that a new rule begins with, in the language of its owner. */
export interface RuleWords {
  readonly none: string
  readonly part: string
  readonly all: string
  readonly criterion: string
  readonly cause: string
  readonly element: string
  readonly numerator: string
  readonly denominator: string
  readonly date: string
  readonly measure: string
  readonly subItem: string
  readonly source: string
  readonly reference: string
}

/**
 * A rule of this kind to begin with, sound for full marks M > 0, to be filled in by the owner.
 * @example makeRule('level', 3, words) // levels of 0, and 3
 */
export function makeRule(kind: RuleKind, full: number, words: RuleWords): Rule {
  const march = { yearsAfter: 1, month: 3, day: 1 }
  switch (kind) {
    case 'level':
      return { kind, levels: [{ id: 'none', label: words.none, criterion: words.criterion, points: 0 }, { id: 'full', label: words.all, criterion: words.criterion, points: full }] }
    case 'passFail':
      return { kind, criterion: words.criterion }
    case 'checklist':
      return { kind, elements: [{ id: 'e1', label: words.element, marks: [{ points: 0, criterion: words.none }, { points: full, criterion: words.all }] }] }
    case 'deduct':
      return { kind, causes: [{ id: 'c1', label: words.cause, perEvent: full }] }
    case 'ratio':
      return { kind, numerator: words.numerator, denominator: words.denominator, zeroAt: 0, fullAt: 1 }
    case 'count':
      return { kind, kinds: [{ id: 'k1', label: words.cause, points: full }] }
    case 'interval':
      return { kind, measure: words.measure, unit: '%', breaks: [{ x: 0, y: 0 }, { x: 10, y: full }], shape: 'linear' }
    case 'itemMean':
      return { kind, subItem: words.subItem, scale: [{ id: 'none', label: words.none, criterion: words.criterion, share: 0 }, { id: 'part', label: words.part, criterion: words.criterion, share: 0.5 }, { id: 'full', label: words.all, criterion: words.criterion, share: 1 }] }
    case 'judge':
      return { kind, criterion: words.criterion, step: stepFor(full) }
    case 'timeliness':
      return { kind, dateLabel: words.date, deadline: march, late: { kind: 'grace', steps: [], otherwise: 0 } }
    case 'byRank':
      return { kind, measure: words.measure, unit: '', best: 'high', award: { kind: 'proportional' } }
    case 'reference':
      return { kind, label: words.reference, full: 100 }
    case 'sources':
      return { kind, sources: [{ id: 's1', label: words.source, weight: 100, full: 100 }] }
    case 'scale':
      return { kind, steps: [{ value: 1, label: words.none }, { value: 3, label: words.part }, { value: 5, label: words.all }] }
    case 'negative':
      return { kind, perEvent: full }
    case 'veto':
      return { kind, criterion: words.criterion, effect: { kind: 'zero' } }
  }
}

/** One unit of the last decimal that M has, at most 0.1, so that M is a multiple of it: 2 → 0.1, 1.25 → 0.01. */
function stepFor(full: number): number {
  const decimals = /\.(\d+)$/.exec(String(full))?.[1]?.length ?? 1
  return Number(`1e-${decimals}`)
}
