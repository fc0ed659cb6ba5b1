import type { CalendarDay } from '#core/calendarDay'
import type { ChecklistElement, DeductCause, Rule } from '#core/rubric/rubric'
import type { RuleDraft } from '#features/score/forms/ruleDraft'

/** What a digit key does to the card: changes the draft, or puts the cursor into a field. */
export type DigitEffect = { readonly kind: 'draft'; readonly draft: RuleDraft } | { readonly kind: 'focus'; readonly field: string }

/**
 * Digits 1–9 on the card of an item. level: chooses level n. checklist: moves element n to its next mark, best first. deduct and
 * count: one more event of kind n, with Shift one fewer; deduct: the digit after the last cause says that there is nothing to deduct. itemMean: one more sub-item of scale n, with Shift the last such one goes.
 * passFail: 1 met, 2 not met, 3 the date. timeliness: 1 the date, 2 never. scale: one more answer at step n, the digit after the last
 * step counts 不了解, with Shift one fewer. negative: 1 one more event, 2 none. veto: 1 applies (not before it is confirmed), 2 does not. Where a field is to be typed into, it gets the cursor.
 * Null where the digit means nothing.
 */
export function pressDigit(rule: Rule, draft: RuleDraft, digit: number, options: { readonly shift: boolean; readonly knownDay: CalendarDay | null }): DigitEffect | null {
  const at = digit - 1
  if (rule.kind === 'level' && draft.kind === 'level') {
    const level = rule.levels[at]
    return level ? change({ kind: 'level', level: level.id }) : null
  }
  if (rule.kind === 'checklist' && draft.kind === 'checklist') {
    const element = rule.elements[at]
    return element ? change({ kind: 'checklist', marks: { ...draft.marks, [element.id]: nextMark(element, draft.marks[element.id]) } }) : null
  }
  if (rule.kind === 'deduct' && draft.kind === 'deduct') {
    const cause = rule.causes[at]
    if (at === rule.causes.length) return change({ kind: 'deduct', looked: true, events: {} })
    if (!cause) return null
    const by = options.shift || (isOnce(cause) && (draft.events[cause.id] ?? 0) > 0) ? -1 : 1
    return change({ kind: 'deduct', looked: true, events: step(draft.events, cause.id, by) })
  }
  if (rule.kind === 'count' && draft.kind === 'count') {
    const kind = rule.kinds[at]
    return kind ? change({ kind: 'count', looked: true, events: step(draft.events, kind.id, options.shift ? -1 : 1) }) : null
  }
  if (rule.kind === 'itemMean' && draft.kind === 'itemMean') {
    const mark = rule.scale[at]
    return mark ? change({ kind: 'itemMean', marks: options.shift ? withoutLast(draft.marks, mark.id) : [...draft.marks, mark.id] }) : null
  }
  if (rule.kind === 'passFail' && draft.kind === 'passFail') {
    if (digit === 1 || digit === 2) return change({ kind: 'passFail', passed: digit === 1, day: '' })
    if (digit !== 3 || !rule.deadline) return null
    return options.knownDay ? change({ kind: 'passFail', passed: null, day: options.knownDay }) : { kind: 'focus', field: 'day' }
  }
  if (rule.kind === 'timeliness' && draft.kind === 'timeliness') {
    if (digit === 2) return change({ kind: 'timeliness', day: '', never: true })
    if (digit !== 1) return null
    return options.knownDay ? change({ kind: 'timeliness', day: options.knownDay, never: false }) : { kind: 'focus', field: 'day' }
  }
  if (rule.kind === 'scale' && draft.kind === 'scale') {
    const by = options.shift ? -1 : 1
    if (at === rule.steps.length) return change({ ...draft, unknown: Math.max(0, draft.unknown + by) })
    const value = rule.steps[at]?.value
    return value === undefined ? null : change({ ...draft, counts: step(draft.counts, String(value), by) })
  }
  if (rule.kind === 'negative' && draft.kind === 'negative') {
    if (digit === 2) return change({ kind: 'negative', looked: true, events: 0 })
    return digit === 1 ? change({ kind: 'negative', looked: true, events: Math.max(0, draft.events + (options.shift ? -1 : 1)) }) : null
  }
  if (rule.kind === 'veto' && draft.kind === 'veto') {
    if (digit === 1) return change({ kind: 'veto', applies: true, confirmed: draft.applies === true && draft.confirmed })
    return digit === 2 ? change({ kind: 'veto', applies: false, confirmed: false }) : null
  }
  if (rule.kind === 'sources') {
    const source = rule.sources[at]
    return source ? { kind: 'focus', field: `source-${source.id}` } : null
  }
  if (rule.kind === 'reference') return digit === 1 ? { kind: 'focus', field: 'score' } : null
  if (rule.kind === 'byRank') return digit === 1 ? { kind: 'focus', field: 'value' } : null
  if (rule.kind === 'ratio') return digit === 1 ? { kind: 'focus', field: 'numerator' } : digit === 2 ? { kind: 'focus', field: 'denominator' } : null
  if (rule.kind === 'interval') return digit === 1 ? { kind: 'focus', field: 'value' } : null
  if (rule.kind === 'judge') return digit === 1 ? { kind: 'focus', field: 'points' } : null
  return null
}

/** Marks of an element in the order in which they are shown and in which its digit walks: best first, 不适用 last. */
export function marksBestFirst(element: ChecklistElement): readonly (number | 'notApplicable')[] {
  const points = element.marks.map((mark) => mark.points).reverse()
  return element.notApplicable ? [...points, 'notApplicable'] : points
}

/** Whether a cause can take its points only once: then it is there or not, and its digit switches it. */
export function isOnce(cause: DeductCause): boolean {
  return cause.cap !== undefined && cause.cap <= cause.perEvent
}

function nextMark(element: ChecklistElement, mark: number | 'notApplicable' | undefined): number | 'notApplicable' {
  const order = marksBestFirst(element)
  const at = mark === undefined ? -1 : order.indexOf(mark)
  return order[(at + 1) % order.length] ?? 0
}

function step(events: Readonly<Record<string, number>>, id: string, by: number): Readonly<Record<string, number>> {
  return { ...events, [id]: Math.max(0, (events[id] ?? 0) + by) }
}

function withoutLast(marks: readonly string[], id: string): readonly string[] {
  const at = marks.lastIndexOf(id)
  return at < 0 ? marks : marks.toSpliced(at, 1)
}

function change(draft: RuleDraft): DigitEffect {
  return { kind: 'draft', draft }
}
