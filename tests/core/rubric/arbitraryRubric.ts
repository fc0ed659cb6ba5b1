import fc from 'fast-check'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import { textsOf } from '#core/rubric/language/textsOf'
import { withEnglish } from '#core/rubric/language/withEnglish'
import { measureNames } from '#core/rubric/measureName'
import type { LegalBasis, Rubric, RubricGroup, RubricItem, RubricNode, Rule, RuleVariant } from '#core/rubric/rubric'

/** Rubrics that have the shape of one and need not be sound: any numbers, any words, any length of list. */

const text = fc.string({ maxLength: 6, unit: 'binary' })
const wording = text.map((part) => `字${part}`)
const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/)
const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,3}$/)
// JSON has no −0.
const number = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => (value === 0 ? 0 : value))
const annualDay = fc.record({ yearsAfter: fc.integer(), month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) })
const condition = fc.record({ when: wording })
const day = fc.constantFrom('2019-04-15', '2024-02-29', '0001-01-01') as fc.Arbitrary<CalendarDay>
const onEmpty = fc.constantFrom('notApplicable' as const, 'zero' as const)

function list<T>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(entry, { maxLength: 3 })
}

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), levels: list(fc.record({ id, label: wording, criterion: wording, points: number })) }),
  fc.record({ kind: fc.constant('passFail' as const), criterion: wording, deadline: annualDay, dateLabel: wording }, { requiredKeys: ['kind', 'criterion'] }),
  fc.record(
    {
      kind: fc.constant('checklist' as const),
      elements: list(fc.record(
        { id, label: wording, marks: list(fc.record({ points: number, criterion: wording })), notApplicable: condition },
        { requiredKeys: ['id', 'label', 'marks'] },
      )),
      cap: number,
    },
    { requiredKeys: ['kind', 'elements'] },
  ),
  fc.record(
    {
      kind: fc.constant('deduct' as const),
      causes: list(fc.record({ id, label: wording, perEvent: number, cap: number }, { requiredKeys: ['id', 'label', 'perEvent'] })),
      floor: number,
    },
    { requiredKeys: ['kind', 'causes'] },
  ),
  fc.record(
    { kind: fc.constant('ratio' as const), numerator: wording, denominator: wording, zeroAt: number, fullAt: number, onEmpty },
    { requiredKeys: ['kind', 'numerator', 'denominator', 'zeroAt', 'fullAt'] },
  ),
  fc.record({ kind: fc.constant('count' as const), kinds: list(fc.record({ id, label: wording, points: number })), cap: number }, { requiredKeys: ['kind', 'kinds'] }),
  fc.record(
    {
      kind: fc.constant('interval' as const),
      measure: wording,
      unit: text,
      breaks: list(fc.record({ x: number, y: number })),
      shape: fc.constantFrom('linear' as const, 'step' as const),
      closed: fc.constantFrom('left' as const, 'right' as const),
    },
    { requiredKeys: ['kind', 'measure', 'unit', 'breaks', 'shape'] },
  ),
  fc.record(
    { kind: fc.constant('itemMean' as const), subItem: wording, scale: list(fc.record({ id, label: wording, criterion: wording, share: number })), onEmpty },
    { requiredKeys: ['kind', 'subItem', 'scale'] },
  ),
  fc.record({ kind: fc.constant('judge' as const), criterion: wording, step: number }),
  fc.record({
    kind: fc.constant('timeliness' as const),
    dateLabel: wording,
    deadline: annualDay,
    late: fc.oneof(
      fc.record({ kind: fc.constant('grace' as const), steps: list(fc.record({ until: annualDay, points: number })), otherwise: number }),
      fc.record({ kind: fc.constant('perDay' as const), points: number }),
    ),
  }),
  fc.record({
    kind: fc.constant('byRank' as const),
    measure: wording,
    unit: text,
    best: fc.constantFrom('high' as const, 'low' as const),
    award: fc.oneof(
      fc.record({ kind: fc.constant('table' as const), points: list(number) }),
      fc.record({ kind: fc.constant('proportional' as const) }),
      fc.record({ kind: fc.constant('step' as const), step: number }),
    ),
  }),
  fc.record({ kind: fc.constant('reference' as const), label: wording, full: number, rubric: key }, { requiredKeys: ['kind', 'label', 'full'] }),
  fc.record({ kind: fc.constant('sources' as const), sources: list(fc.record({ id, label: wording, weight: number, full: number })) }),
  fc.record({ kind: fc.constant('scale' as const), steps: list(fc.record({ value: number, label: wording, rate: number }, { requiredKeys: ['value', 'label'] })) }),
  fc.record({ kind: fc.constant('negative' as const), perEvent: number, cap: number }, { requiredKeys: ['kind', 'perEvent'] }),
  fc.record({
    kind: fc.constant('veto' as const),
    criterion: wording,
    effect: fc.oneof(
      fc.record({ kind: fc.constantFrom('zero' as const, 'fail' as const, 'invalid' as const, 'suspended' as const) }),
      fc.record({ kind: fc.constant('capTotal' as const), at: number }),
      fc.record({ kind: fc.constant('lowerBand' as const), by: fc.integer() }),
    ),
  }),
)

const variant: fc.Arbitrary<RuleVariant> = fc.record({
  when: fc.record(
    { kinds: list(fc.constantFrom('government' as const, 'department' as const)), levels: list(fc.constantFrom('province' as const, 'township' as const)) },
    { requiredKeys: [] },
  ),
  rule,
  full: number,
  weight: number,
  applies: fc.constant(false as const),
  label: wording,
}, { requiredKeys: ['when', 'label'] })

const item: fc.Arbitrary<RubricItem> = fc.record(
  {
    kind: fc.constant('item' as const),
    id: id as fc.Arbitrary<ItemId>,
    name: wording,
    full: number,
    weight: number,
    rule,
    measure: fc.constantFrom(...measureNames),
    variants: list(variant),
    guidance: wording,
    cueWords: list(wording),
    basis: list(fc.record({ basis: id, place: wording, checked: fc.boolean() }, { requiredKeys: ['basis', 'checked'] })),
    notApplicable: condition,
    examples: list(fc.record({ passage: wording, ruling: wording, reason: wording, date: day }, { requiredKeys: ['passage', 'ruling'] })),
  },
  { requiredKeys: ['kind', 'id', 'name', 'full', 'rule', 'guidance', 'cueWords', 'basis'] },
)

function group(depth: number): fc.Arbitrary<RubricGroup> {
  const child: fc.Arbitrary<RubricNode> = depth === 0 ? item : fc.oneof(item, group(depth - 1))
  return fc.record({ kind: fc.constant('group' as const), id, name: wording, full: number, weight: number, children: list(child) }, { requiredKeys: ['kind', 'id', 'name', 'full', 'children'] })
}

const basis: fc.Arbitrary<LegalBasis> = fc.record(
  { id, title: wording, short: wording, inForceFrom: day, inForceTo: day, note: text },
  { requiredKeys: ['id', 'title', 'short'] },
)

const itemCondition = fc.record({ item: id as fc.Arbitrary<ItemId>, is: fc.constantFrom('full' as const, 'zero' as const, 'above-zero' as const, 'below-full' as const, 'settled' as const, 'not-applicable' as const) })

const plainRubric: fc.Arbitrary<Rubric> = fc.record(
  {
    $schema: text,
    format: fc.constant('zhunsheng.rubric' as const),
    formatVersion: fc.constant(1 as const),
    key,
    version: wording,
    name: wording,
    summary: text,
    full: number,
    notApplicableMethod: fc.constantFrom('global' as const, 'withinParent' as const, 'equalAdd' as const, 'countFull' as const, 'countZero' as const),
    bases: list(basis),
    groups: list(group(2)),
    totalSources: fc.record({ own: fc.record({ label: wording, weight: number }), items: list(item) }),
    mergeAt: fc.constantFrom('items' as const, 'total' as const),
    bonus: fc.record({ items: list(item), cap: number, gate: fc.record({ base: number, inclusive: fc.boolean() }), capAtFull: fc.boolean() }, { requiredKeys: ['items'] }),
    negative: fc.record({ items: list(item), cap: number }, { requiredKeys: ['items'] }),
    vetoes: list(item),
    consistency: list(fc.record({ id, when: list(itemCondition), then: list(itemCondition), message: wording })),
    leastSettledShare: number,
  },
  { requiredKeys: ['format', 'formatVersion', 'key', 'version', 'name', 'summary', 'full', 'notApplicableMethod', 'bases', 'groups'] },
)

/** Any rubric, with English beside none, some or all of its texts. */
export const arbitraryRubric: fc.Arbitrary<Rubric> = fc.tuple(plainRubric, fc.infiniteStream(fc.option(wording)), fc.boolean()).map(([rubric, english, translated]) => (translated ? withRandomEnglish(rubric, english) : rubric))

/** The rubric with English beside each of its texts for which the stream has one. */
export function withRandomEnglish(rubric: Rubric, english: Iterator<string | null>): Rubric {
  return textsOf(rubric).reduce((translated, { path }) => withEnglish(translated, path, english.next().value ?? null), rubric)
}
