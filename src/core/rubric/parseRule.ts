import type { AnnualDay } from '#core/calendarDay'
import type {
  ByRankRule, ChecklistElement, ChecklistRule, Condition, CountRule, DeductRule, IntervalRule, ItemMeanRule, JudgeRule, LevelRule, NegativeRule,
  PassFailRule, RatioRule, ReferenceRule, Rule, RuleVariant, ScaleRule, SourcesRule, TimelinessRule, VetoEffect, VetoRule,
} from '#core/rubric/rubric'
import {
  byKind, englishOf, listOf, oneOf, readFalse, readId, readKey, readNumber, readText, readWholeNumber, readWording, recordOf, type Reader,
} from '#core/rubric/shape'

/** The shapes of the rules (METHOD §4) and of their variants. Shape only: whether a rule can be scored with is checkRule's question. */

const readAnnualDay: Reader<AnnualDay> = recordOf({ yearsAfter: readWholeNumber, month: readWholeNumber, day: readWholeNumber })
export const readCondition: Reader<Condition> = recordOf({ when: readWording }, { en: englishOf('when') })
const readOnEmpty = oneOf('notApplicable', 'zero')

const readLevelRule: Reader<LevelRule> = recordOf({
  kind: oneOf('level'),
  levels: listOf(recordOf({ id: readId, label: readWording, criterion: readWording, points: readNumber }, { en: englishOf('label', 'criterion') })),
})

const readPassFailRule: Reader<PassFailRule> = recordOf(
  { kind: oneOf('passFail'), criterion: readWording },
  { deadline: readAnnualDay, dateLabel: readWording, en: englishOf('criterion', 'dateLabel') },
)

const readElement: Reader<ChecklistElement> = recordOf(
  { id: readId, label: readWording, marks: listOf(recordOf({ points: readNumber, criterion: readWording }, { en: englishOf('criterion') })) },
  { notApplicable: readCondition, en: englishOf('label') },
)

const readChecklistRule: Reader<ChecklistRule> = recordOf({ kind: oneOf('checklist'), elements: listOf(readElement) }, { cap: readNumber })

const readDeductRule: Reader<DeductRule> = recordOf(
  { kind: oneOf('deduct'), causes: listOf(recordOf({ id: readId, label: readWording, perEvent: readNumber }, { cap: readNumber, en: englishOf('label') })) },
  { floor: readNumber },
)

const readRatioRule: Reader<RatioRule> = recordOf(
  { kind: oneOf('ratio'), numerator: readWording, denominator: readWording, zeroAt: readNumber, fullAt: readNumber },
  { onEmpty: readOnEmpty, en: englishOf('numerator', 'denominator') },
)

const readCountRule: Reader<CountRule> = recordOf(
  { kind: oneOf('count'), kinds: listOf(recordOf({ id: readId, label: readWording, points: readNumber }, { en: englishOf('label') })) },
  { cap: readNumber },
)

const readIntervalRule: Reader<IntervalRule> = recordOf(
  {
    kind: oneOf('interval'),
    measure: readWording,
    unit: readText,
    breaks: listOf(recordOf({ x: readNumber, y: readNumber })),
    shape: oneOf('linear', 'step'),
  },
  { closed: oneOf('left', 'right'), en: englishOf('measure', 'unit') },
)

const readItemMeanRule: Reader<ItemMeanRule> = recordOf(
  {
    kind: oneOf('itemMean'),
    subItem: readWording,
    scale: listOf(recordOf({ id: readId, label: readWording, criterion: readWording, share: readNumber }, { en: englishOf('label', 'criterion') })),
  },
  { onEmpty: readOnEmpty, en: englishOf('subItem') },
)

const readJudgeRule: Reader<JudgeRule> = recordOf({ kind: oneOf('judge'), criterion: readWording, step: readNumber }, { en: englishOf('criterion') })

const readLate: Reader<TimelinessRule['late']> = byKind<TimelinessRule['late']>({
  grace: recordOf({
    kind: oneOf('grace'),
    steps: listOf(recordOf({ until: readAnnualDay, points: readNumber })),
    otherwise: readNumber,
  }),
  perDay: recordOf({ kind: oneOf('perDay'), points: readNumber }),
})

const readTimelinessRule: Reader<TimelinessRule> = recordOf({
  kind: oneOf('timeliness'),
  dateLabel: readWording,
  deadline: readAnnualDay,
  late: readLate,
}, { en: englishOf('dateLabel') })

const readAward: Reader<ByRankRule['award']> = byKind<ByRankRule['award']>({
  table: recordOf({ kind: oneOf('table'), points: listOf(readNumber) }),
  proportional: recordOf({ kind: oneOf('proportional') }),
  step: recordOf({ kind: oneOf('step'), step: readNumber }),
})

const readByRankRule: Reader<ByRankRule> = recordOf({
  kind: oneOf('byRank'),
  measure: readWording,
  unit: readText,
  best: oneOf('high', 'low'),
  award: readAward,
}, { en: englishOf('measure', 'unit') })

const readReferenceRule: Reader<ReferenceRule> = recordOf({ kind: oneOf('reference'), label: readWording, full: readNumber }, { rubric: readKey, en: englishOf('label') })

const readSourcesRule: Reader<SourcesRule> = recordOf({
  kind: oneOf('sources'),
  sources: listOf(recordOf({ id: readId, label: readWording, weight: readNumber, full: readNumber }, { en: englishOf('label') })),
})

const readScaleRule: Reader<ScaleRule> = recordOf({
  kind: oneOf('scale'),
  steps: listOf(recordOf({ value: readNumber, label: readWording }, { rate: readNumber, en: englishOf('label') })),
})

const readNegativeRule: Reader<NegativeRule> = recordOf({ kind: oneOf('negative'), perEvent: readNumber }, { cap: readNumber })

const readEffect: Reader<VetoEffect> = byKind<VetoEffect>({
  zero: recordOf({ kind: oneOf('zero') }),
  capTotal: recordOf({ kind: oneOf('capTotal'), at: readNumber }),
  lowerBand: recordOf({ kind: oneOf('lowerBand'), by: readWholeNumber }),
  fail: recordOf({ kind: oneOf('fail') }),
  invalid: recordOf({ kind: oneOf('invalid') }),
  suspended: recordOf({ kind: oneOf('suspended') }),
})

const readVetoRule: Reader<VetoRule> = recordOf({ kind: oneOf('veto'), criterion: readWording, effect: readEffect }, { en: englishOf('criterion') })

const rules: { readonly [K in Rule['kind']]: Reader<Extract<Rule, { readonly kind: K }>> } = {
  level: readLevelRule,
  passFail: readPassFailRule,
  checklist: readChecklistRule,
  deduct: readDeductRule,
  ratio: readRatioRule,
  count: readCountRule,
  interval: readIntervalRule,
  itemMean: readItemMeanRule,
  judge: readJudgeRule,
  timeliness: readTimelinessRule,
  byRank: readByRankRule,
  reference: readReferenceRule,
  sources: readSourcesRule,
  scale: readScaleRule,
  negative: readNegativeRule,
  veto: readVetoRule,
}

export const parseRule: Reader<Rule> = byKind<Rule>(rules)

export const parseVariant: Reader<RuleVariant> = recordOf(
  {
    when: recordOf(
      {},
      { kinds: listOf(oneOf('government', 'department')), levels: listOf(oneOf('province', 'city', 'county', 'township')) },
    ),
    label: readWording,
  },
  { rule: parseRule, full: readNumber, weight: readNumber, applies: readFalse, en: englishOf('label') },
)
