import type { RuleKind } from '#core/rubric/rubric'

/** Fields of a rule as a form shows them. `label` is a key of `rubrics.field`; the key itself where it is left out. */
export type Field = { readonly key: string; readonly label?: string } & (
  | { readonly type: 'text'; readonly long?: true; readonly optional?: true; readonly wide?: true }
  | { readonly type: 'id' }
  | { readonly type: 'number' | 'percent'; readonly optional?: true; readonly whole?: true; /** Key of `rubrics.placeholder`: what holds while it is empty. */ readonly otherwise?: string }
  | { readonly type: 'choice'; readonly choices: readonly string[]; /** What an absent field means. */ readonly otherwise?: string }
  | { readonly type: 'day'; readonly optional?: true }
  | { readonly type: 'numbers' }
  /** An optional condition `{ when }`. */
  | { readonly type: 'when' }
  | { readonly type: 'list'; readonly of: readonly Field[]; /** Entry rows too large for a table line. */ readonly cards?: true; readonly make: (made: EntryMaking) => Values }
  /** One of several shapes, told apart by `kind`. */
  | { readonly type: 'union'; readonly cases: Readonly<Record<string, { readonly fields: readonly Field[]; readonly make: (full: number) => Values }>> }
)

export type Values = Readonly<Record<string, unknown>>

export interface EntryMaking {
  /** An id that is free among the entries. */
  readonly id: string
  readonly label: string
  readonly full: number
  readonly last: Values | undefined
}

const march = { yearsAfter: 1, month: 3, day: 1 }
const id: Field = { key: 'id', type: 'id' }
const label: Field = { key: 'label', type: 'text' }
const criterion: Field = { key: 'criterion', type: 'text', long: true }
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

export const ruleFields: { readonly [K in RuleKind]: readonly Field[] } = {
  level: [{ key: 'levels', type: 'list', of: [id, label, criterion, { key: 'points', type: 'number' }], make: ({ id, label, full }) => ({ id, label, criterion: '', points: full }) }],
  passFail: [criterion, { key: 'deadline', type: 'day', optional: true }, { key: 'dateLabel', type: 'text', optional: true }],
  checklist: [
    {
      key: 'elements', type: 'list', cards: true,
      of: [
        id, label,
        { key: 'marks', type: 'list', of: [{ key: 'points', type: 'number' }, criterion], make: ({ full, last }) => ({ points: last ? full : 0, criterion: '' }) },
        { key: 'notApplicable', type: 'when', label: 'elementNotApplicable' },
      ],
      make: ({ id, label }) => ({ id, label, marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }] }),
    },
    { key: 'cap', type: 'number', optional: true, otherwise: 'full' },
  ],
  deduct: [
    { key: 'causes', type: 'list', of: [id, { ...label, long: true, label: 'cause' }, { key: 'perEvent', type: 'number' }, { key: 'cap', type: 'number', optional: true, otherwise: 'none', label: 'capOfCause' }], make: ({ id, label, last }) => ({ id, label, perEvent: numberOf(last?.['perEvent'], 0.5) }) },
    { key: 'floor', type: 'number', optional: true, otherwise: 'zero' },
  ],
  ratio: [
    { key: 'numerator', type: 'text' }, { key: 'denominator', type: 'text' }, { key: 'zeroAt', type: 'percent' }, { key: 'fullAt', type: 'percent' },
    { key: 'onEmpty', type: 'choice', choices: ['notApplicable', 'zero'], otherwise: 'notApplicable', label: 'onEmptyRatio' },
  ],
  count: [
    { key: 'kinds', type: 'list', of: [id, { ...label, long: true, label: 'event' }, { key: 'points', type: 'number', label: 'pointsEach' }], make: ({ id, label, last }) => ({ id, label, points: numberOf(last?.['points'], 0.5) }) },
    { key: 'cap', type: 'number', optional: true, otherwise: 'full' },
  ],
  interval: [
    { key: 'measure', type: 'text' }, { key: 'unit', type: 'text' },
    { key: 'shape', type: 'choice', choices: ['linear', 'step'] },
    { key: 'closed', type: 'choice', choices: ['left', 'right'], otherwise: 'left' },
    { key: 'breaks', type: 'list', of: [{ key: 'x', type: 'number' }, { key: 'y', type: 'number' }], make: ({ full, last }) => ({ x: numberOf(last?.['x'], -1) + 1, y: full }) },
  ],
  itemMean: [
    { key: 'subItem', type: 'text' },
    { key: 'scale', type: 'list', of: [id, label, criterion, { key: 'share', type: 'percent' }], make: ({ id, label }) => ({ id, label, criterion: '', share: 1 }) },
    { key: 'onEmpty', type: 'choice', choices: ['notApplicable', 'zero'], otherwise: 'zero', label: 'onEmptyMean' },
  ],
  judge: [criterion, { key: 'step', type: 'number' }],
  timeliness: [
    { key: 'dateLabel', type: 'text' }, { key: 'deadline', type: 'day' },
    {
      key: 'late', type: 'union', cases: {
        grace: {
          fields: [
            { key: 'steps', type: 'list', of: [{ key: 'until', type: 'day' }, { key: 'points', type: 'number' }], make: ({ last, full }) => ({ until: laterDay(last?.['until']), points: Math.max(0, Math.floor(numberOf(last?.['points'], full) / 2)) }), label: 'graceSteps' },
            { key: 'otherwise', type: 'number' },
          ],
          make: () => ({ kind: 'grace', steps: [], otherwise: 0 }),
        },
        perDay: { fields: [{ key: 'points', type: 'number', label: 'perDay' }], make: () => ({ kind: 'perDay', points: 0.1 }) },
      },
    },
  ],
  byRank: [
    { key: 'measure', type: 'text' }, { key: 'unit', type: 'text' }, { key: 'best', type: 'choice', choices: ['high', 'low'] },
    {
      key: 'award', type: 'union', cases: {
        table: { fields: [{ key: 'points', type: 'numbers', label: 'placePoints' }], make: (full) => ({ kind: 'table', points: [full] }) },
        proportional: { fields: [], make: () => ({ kind: 'proportional' }) },
        step: { fields: [{ key: 'step', type: 'number', label: 'placeStep' }], make: () => ({ kind: 'step', step: 0.5 }) },
      },
    },
  ],
  reference: [{ key: 'label', type: 'text', label: 'reference' }, { key: 'full', type: 'number', label: 'referenceFull' }, { key: 'rubric', type: 'text', optional: true }],
  sources: [{ key: 'sources', type: 'list', of: [id, { ...label, label: 'source' }, { key: 'weight', type: 'number', label: 'sourceWeight' }, { key: 'full', type: 'number', label: 'sourceFull' }], make: ({ id, label }) => ({ id, label, weight: 50, full: 100 }) }],
  scale: [{ key: 'steps', type: 'list', of: [{ key: 'value', type: 'number' }, label, { key: 'rate', type: 'percent', optional: true }], make: ({ label, last }) => ({ value: numberOf(last?.['value'], 0) + 1, label }), label: 'scaleSteps' }],
  negative: [{ key: 'perEvent', type: 'number' }, { key: 'cap', type: 'number', optional: true, otherwise: 'full' }],
  veto: [
    criterion,
    {
      key: 'effect', type: 'union', cases: {
        zero: { fields: [], make: () => ({ kind: 'zero' }) },
        capTotal: { fields: [{ key: 'at', type: 'number', label: 'capTotalAt' }], make: () => ({ kind: 'capTotal', at: 59 }) },
        lowerBand: { fields: [{ key: 'by', type: 'number', whole: true, label: 'lowerBandBy' }], make: () => ({ kind: 'lowerBand', by: 1 }) },
        fail: { fields: [], make: () => ({ kind: 'fail' }) },
        invalid: { fields: [], make: () => ({ kind: 'invalid' }) },
        suspended: { fields: [], make: () => ({ kind: 'suspended' }) },
      },
    },
  ],
}

/** The first of next month, so that a new step comes after the one before. */
function laterDay(day: unknown): typeof march {
  const { yearsAfter, month } = (day ?? march) as typeof march
  return month >= 12 ? { yearsAfter: yearsAfter + 1, month: 1, day: 1 } : { yearsAfter, month: month + 1, day: 1 }
}
