import type { CalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import type { Rubric, RubricItem, Rule } from '#core/rubric/rubric'

const day = { yearsAfter: 1, month: 3, day: 1 }

/** One sound rule of each kind for full marks 2, with every optional field written out. */
export const everyRule: { readonly [K in Rule['kind']]: Extract<Rule, { readonly kind: K }> } = {
  level: { kind: 'level', levels: [{ id: 'low', label: '无', criterion: '没有写', points: 0 }, { id: 'high', label: '有', criterion: '写了', points: 2 }] },
  passFail: { kind: 'passFail', criterion: '按期', deadline: day, dateLabel: '落款日期' },
  checklist: {
    kind: 'checklist',
    elements: [
      { id: 'a', label: '甲', marks: [{ points: 0, criterion: '无' }, { points: 1.5, criterion: '有' }], notApplicable: { when: '没有甲' } },
      { id: 'b', label: '乙', marks: [{ points: 0, criterion: '无' }, { points: 1, criterion: '有' }] },
    ],
    cap: 2,
  },
  deduct: { kind: 'deduct', causes: [{ id: 'a', label: '迟报', perEvent: 0.3, cap: 1.2 }, { id: 'b', label: '漏报', perEvent: 0.5 }], floor: 0.5 },
  ratio: { kind: 'ratio', numerator: '合格数', denominator: '总数', zeroAt: 0.7, fullAt: 0.95, onEmpty: 'zero' },
  count: { kind: 'count', kinds: [{ id: 'a', label: '次', points: 0.5 }], cap: 2 },
  interval: { kind: 'interval', measure: '占比', unit: '%', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }], shape: 'step', closed: 'right' },
  itemMean: {
    kind: 'itemMean',
    subItem: '问题',
    scale: [{ id: 'low', label: '空', criterion: '空话', share: 0 }, { id: 'high', label: '实', criterion: '有事实', share: 1 }],
    onEmpty: 'notApplicable',
  },
  judge: { kind: 'judge', criterion: '酌情', step: 0.1 },
  timeliness: {
    kind: 'timeliness',
    dateLabel: '公开日期',
    deadline: day,
    late: { kind: 'grace', steps: [{ until: { yearsAfter: 1, month: 4, day: 30 }, points: 1 }], otherwise: 0 },
  },
  byRank: { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'table', points: [2, 1.5, 1] } },
  reference: { kind: 'reference', label: '年度报告质量得分', full: 100, rubric: 'annual-report-quality' },
  sources: { kind: 'sources', sources: [{ id: 'desk', label: '书面', weight: 80, full: 100 }, { id: 'site', label: '实地', weight: 20, full: 10 }] },
  scale: { kind: 'scale', steps: [{ value: 1, label: '差', rate: 0 }, { value: 2, label: '中', rate: 0.6 }, { value: 3, label: '好', rate: 1 }] },
  negative: { kind: 'negative', perEvent: 0.5, cap: 2 },
  veto: { kind: 'veto', criterion: '数据造假', effect: { kind: 'capTotal', at: 19 } },
}

/** A sound item of 2 points that is scored by this rule. */
export function itemWith(id: string, rule: Rule): RubricItem {
  return {
    kind: 'item',
    id: id as ItemId,
    name: `评分项${id}`,
    full: 2,
    rule,
    guidance: '看正文。',
    cueWords: ['会议'],
    basis: [{ basis: 'law', place: '第一条', checked: false }],
  }
}

/** A sound rubric with a rule of each kind and every optional field somewhere in it. */
export const rubricWithEveryRule: Rubric = {
  $schema: './rubric.schema.json',
  format: 'zhunsheng.rubric',
  formatVersion: 1,
  key: 'every-rule',
  version: '1',
  name: '各类规则',
  summary: '',
  full: 39,
  notApplicableMethod: 'equalAdd',
  bases: [{ id: 'law', title: '某规定', short: '规定', inForceFrom: '2019-04-15' as CalendarDay, inForceTo: '2025-12-31' as CalendarDay, note: '' }],
  groups: [
    {
      kind: 'group',
      id: 'A',
      name: '规则',
      full: 28,
      children: Object.values(everyRule)
        .filter((rule) => rule.kind !== 'negative' && rule.kind !== 'veto')
        .map((rule) => ({ ...itemWith(rule.kind, rule), ...(rule.kind === 'interval' ? { measure: 'planShare' as const } : {}) })),
    },
    {
      kind: 'group',
      id: 'B',
      name: '变体',
      full: 4,
      children: [
        {
          ...itemWith('B1', everyRule.judge),
          variants: [
            { when: { kinds: ['department'], levels: ['city', 'county'] }, rule: everyRule.passFail, label: '市县部门' },
            { when: { levels: ['township'] }, full: 3, label: '乡镇' },
            { when: { kinds: ['department'], levels: ['province'] }, applies: false, label: '省级部门' },
          ],
          notApplicable: { when: '没有此职责' },
          examples: [{ passage: '召开专题会议三次。', ruling: '有', reason: '有次数', date: '2024-05-06' as CalendarDay }],
        },
        {
          ...itemWith('B2', { ...everyRule.timeliness, late: { kind: 'perDay', points: 0.1 } }),
          variants: [{ when: { levels: ['township'] }, rule: everyRule.passFail, full: 1, label: '乡镇' }],
        },
      ],
    },
    {
      kind: 'group',
      id: 'C',
      name: '权重',
      full: 7,
      children: [
        {
          kind: 'group',
          id: 'C-a',
          name: '甲',
          full: 100,
          weight: 37.5,
          children: [
            { ...itemWith('C1', everyRule.judge), weight: 40, variants: [{ when: { levels: ['township'] }, weight: 50, label: '乡镇' }] },
            { ...itemWith('C2', { ...everyRule.byRank, best: 'low', award: { kind: 'proportional' } }), weight: 60, variants: [{ when: { levels: ['township'] }, weight: 50, label: '乡镇' }] },
          ],
        },
        { ...itemWith('C3', { ...everyRule.byRank, award: { kind: 'step', step: 0.5 } }), weight: 62.5 },
      ],
    },
  ],
  totalSources: { own: { label: '书面评审', weight: 50 }, items: [{ ...itemWith('S1', everyRule.reference), weight: 30 }, { ...itemWith('S2', everyRule.judge), weight: 20 }] },
  mergeAt: 'total',
  bonus: { items: [itemWith('J1', everyRule.count), itemWith('J2', { ...everyRule.byRank, award: { kind: 'table', points: [2, 0, -1] } })], cap: 3, gate: { base: 24, inclusive: false }, capAtFull: true },
  negative: { items: [itemWith('N1', everyRule.negative)], cap: 5 },
  vetoes: [
    { kind: 'zero' } as const, everyRule.veto.effect, { kind: 'lowerBand', by: 1 } as const, { kind: 'fail' } as const, { kind: 'invalid' } as const, { kind: 'suspended' } as const,
  ].map((effect, index) => ({ ...itemWith(`V${index}`, { ...everyRule.veto, effect }), full: 0 })),
  consistency: [{ id: 'lost-cases', when: [{ item: 'ratio' as ItemId, is: 'below-full' }], then: [{ item: 'count' as ItemId, is: 'settled' }], message: '有败诉，应当有应诉件数。' }],
  leastSettledShare: 0.8,
}
