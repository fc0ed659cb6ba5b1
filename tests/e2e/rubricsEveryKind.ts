import type { RubricSpec } from './driver.js'

const guidance = '以报告原文和附件为准。'

/** Every kind of rule once, in the words of the desk. */
export const everyKind: RubricSpec = {
  name: '各类规则俱全的指标体系',
  version: '2025.1',
  key: 'every-kind',
  summary: '每类规则各一项。',
  total: 100,
  leastSettled: 80,
  notApplicable: '整体折算',
  bases: [{ id: 'rule-1', title: '某项工作规定', short: '工作规定', note: '试行', inForceFrom: '2019-04-15', inForceTo: '2029-04-14' }],
  groups: [
    {
      id: 'A', name: '基础', full: 60, weight: 60, items: [
        {
          id: 'AA', name: '内容', full: 14, items: [
            {
              id: 'AAA', name: '要件', full: 11, items: [
                {
                  id: 'A1', name: '学习情况', full: 3, guidance, cueWords: ['学习', '集体学法'], basis: [{ basis: '工作规定', place: '第五条', checked: true }],
                  rule: {
                    kind: '分档', levels: [
                      { id: 'none', label: '没有', criterion: '未提及', points: 0 },
                      { id: 'said', label: '只表态', criterion: '只有口号', points: 1.2 },
                      { id: 'things', label: '有具体事项无数据', criterion: '有事项', points: 2.1 },
                      { id: 'full', label: '有事项有数据', criterion: '两者都有', points: 3 },
                    ],
                  },
                  cases: [{ passage: '召开会议学习有关规定', ruling: '有具体事项无数据', reason: '没有次数', date: '2025-03-01' }],
                },
                { id: 'A2', name: '按时成文', full: 2, guidance, rule: { kind: '达标', criterion: '按时成文', deadline: { year: '次年', month: 3, day: 1 }, dateLabel: '落款日期' } },
                {
                  id: 'A3', name: '三项制度', full: 6, guidance,
                  rule: {
                    kind: '要素', cap: 6, elements: ['主体公示', '程序公示', '结果公示', '记录归档', '委托公示', '协管公示'].map((label, index) => ({
                      id: `e${index + 1}`, label, marks: [{ points: 0, criterion: '没有' }, { points: 1, criterion: '有' }], ...(index > 3 ? { mayNotApply: '没有这类事项' } : {}),
                    })),
                  },
                },
              ],
            },
            {
              id: 'AAB', name: '比率', full: 3, items: [
                { id: 'A5', name: '办结率', full: 3, guidance, rule: { kind: '比例', numerator: '按期办结件数', denominator: '受理件数', zeroAt: 70, fullAt: 95, onEmpty: '记零分' } },
              ],
            },
          ],
        },
        {
          id: 'A4', name: '学法制度', full: 1.5, guidance,
          rule: { kind: '扣分', causes: [{ id: 'system', label: '未建立制度', each: 0.3, atMost: 0.3 }, { id: 'session', label: '集体学法每少一次', each: 0.3, atMost: 1.2 }] },
        },
        { id: 'A6', name: '问题条数', full: 2, guidance, rule: { kind: '计数', events: [{ id: 'problem', label: '点明一个问题', each: 0.5 }], cap: 2 } },
        {
          id: 'A7', name: '问题篇幅', full: 2, guidance, countedBy: '问题部分占比',
          rule: { kind: '区间', measure: '问题部分占全文的比例', unit: '%', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }], between: '按直线折算' },
        },
        { id: 'A8', name: '公开数量', full: 6, guidance, rule: { kind: '排名赋分', measure: '公开条数', unit: '条', best: '越高越好', award: '与最好者成比例' } },
        {
          id: 'A9', name: '问题质量', full: 5, guidance,
          rule: {
            kind: '逐条均值', of: '问题', onEmpty: '不适用', scale: [
              { id: 'empty', label: '套话', criterion: '放在哪里都行', share: 0 },
              { id: 'field', label: '点明领域', criterion: '说到领域或环节', share: 50 },
              { id: 'case', label: '点明单位', criterion: '说到单位或案例', share: 100 },
            ],
          },
        },
        { id: 'A10', name: '措施对应', full: 4, guidance, rule: { kind: '酌情', criterion: '措施与问题对应', step: 0.5 } },
        {
          id: 'A11', name: '按时公布', full: 5, guidance,
          rule: {
            kind: '时限', dateLabel: '公布日期', deadline: { year: '次年', month: 4, day: 1 },
            late: { steps: [{ until: { year: '次年', month: 4, day: 30 }, points: 3 }, { until: { year: '次年', month: 6, day: 30 }, points: 1 }], otherwise: 0 },
          },
        },
        { id: 'A12', name: '报告质量', full: 3, guidance, rule: { kind: '引用', label: '年度报告质量得分', full: 100, rubric: 'annual-report-quality' } },
        { id: 'A13', name: '综合评价', full: 10, guidance, rule: { kind: '多来源', sources: [{ id: 'inside', label: '内部', weight: 80, full: 100 }, { id: 'public', label: '社会', weight: 20, full: 100 }] } },
        { id: 'A14', name: '满意度', full: 5, guidance, rule: { kind: '量表', steps: ['很差', '较差', '一般', '较好', '很好'].map((label, index) => ({ value: index + 1, label })) } },
        { id: 'A15', name: '复议应诉', full: 2.5, guidance, mayNotApply: '全年没有复议申请', rule: { kind: '酌情', criterion: '依办理情况给分', step: 0.5 } },
      ],
    },
    {
      id: 'B', name: '评议', full: 40, weight: 40, items: [
        {
          id: 'B1', name: '总体评议', full: 30, weight: 75, guidance, rule: { kind: '酌情', criterion: '集体议定', step: 0.5 },
          variants: [
            { label: '乡级', levels: ['乡级'], rule: { kind: '达标', criterion: '无异议' } },
            {
              label: '市级部门', kinds: ['部门'], levels: ['市级'],
              rule: { kind: '时限', dateLabel: '报送日期', deadline: { year: '次年', month: 2, day: 1 }, late: { perDay: 0.5 } },
            },
            {
              label: '省级', levels: ['省级'],
              rule: { kind: '排名赋分', measure: '得票', unit: '票', best: '越高越好', award: { places: [30, 27, 24] } },
            },
          ],
        },
        { id: 'B2', name: '日常掌握', full: 10, weight: 25, guidance, rule: { kind: '酌情', criterion: '依日常情况', step: 0.5 }, variants: [{ label: '部门', kinds: ['部门'], appliesNot: true }] },
      ],
    },
  ],
  bonus: { cap: 2, gate: { from: 79 }, capAtFull: true, items: [{ id: 'P1', name: '经验推广', full: 3, guidance, rule: { kind: '计数', events: [{ id: 'province', label: '省级推广', each: 1 }, { id: 'country', label: '国家推广', each: 2 }] } }] },
  negative: { cap: 1, items: [{ id: 'N1', name: '被通报', full: 2, guidance, rule: { kind: '负面扣分', each: 0.5, cap: 2 } }] },
  vetoes: [
    { id: 'V1', name: '虚假材料', criterion: '材料有假', guidance, effect: '总分记零' },
    { id: 'V2', name: '重大责任', criterion: '有重大责任', guidance, effect: { 总分至多: 59 } },
    { id: 'V3', name: '造成影响', criterion: '造成不良影响', guidance, effect: { 降几档: 1 } },
    { id: 'V4', name: '拒不整改', criterion: '拒不整改', guidance, effect: '列最低等次' },
    { id: 'V5', name: '未交报告', criterion: '没有报告', guidance, effect: '结果无效' },
    { id: 'V6', name: '正在调查', criterion: '有调查未结', guidance, effect: '待合议决定' },
  ],
  consistency: [
    { when: [{ item: 'A9', is: '得满分' }, { item: 'A6', is: '得零分' }], then: [{ item: 'A10', is: '得分高于零' }], message: '问题质量满分，却没有数出问题' },
    { when: [{ item: 'A15', is: '不适用' }], then: [{ item: 'A5', is: '已有结论' }], message: '没有复议申请的，办结率也要有结论' },
  ],
}

const judge = (criterion: string): object => ({ kind: 'judge', criterion, step: 0.5 })
const item = (id: string, name: string, full: number, rule: object, more: object = {}): object => ({ kind: 'item', id, name, full, rule, guidance, cueWords: [], basis: [], ...more })
const nextYear = (month: number, day: number): object => ({ yearsAfter: 1, month, day })

/** The same, as its file must be. */
export const everyKindAsJson: object = {
  format: 'zhunsheng.rubric',
  formatVersion: 1,
  key: 'every-kind',
  version: '2025.1',
  name: '各类规则俱全的指标体系',
  summary: '每类规则各一项。',
  full: 100,
  leastSettledShare: 0.8,
  notApplicableMethod: 'global',
  bases: [{ id: 'rule-1', title: '某项工作规定', short: '工作规定', note: '试行', inForceFrom: '2019-04-15', inForceTo: '2029-04-14' }],
  groups: [
    {
      kind: 'group', id: 'A', name: '基础', full: 60, weight: 60, children: [
        {
          kind: 'group', id: 'AA', name: '内容', full: 14, children: [
            {
              kind: 'group', id: 'AAA', name: '要件', full: 11, children: [
                item('A1', '学习情况', 3, {
                  kind: 'level', levels: [
                    { id: 'none', label: '没有', criterion: '未提及', points: 0 },
                    { id: 'said', label: '只表态', criterion: '只有口号', points: 1.2 },
                    { id: 'things', label: '有具体事项无数据', criterion: '有事项', points: 2.1 },
                    { id: 'full', label: '有事项有数据', criterion: '两者都有', points: 3 },
                  ],
                }, {
                  cueWords: ['学习', '集体学法'],
                  basis: [{ basis: 'rule-1', place: '第五条', checked: true }],
                  examples: [{ passage: '召开会议学习有关规定', ruling: '有具体事项无数据', reason: '没有次数', date: '2025-03-01' }],
                }),
                item('A2', '按时成文', 2, { kind: 'passFail', criterion: '按时成文', deadline: nextYear(3, 1), dateLabel: '落款日期' }),
                item('A3', '三项制度', 6, {
                  kind: 'checklist', cap: 6, elements: ['主体公示', '程序公示', '结果公示', '记录归档', '委托公示', '协管公示'].map((label, index) => ({
                    id: `e${index + 1}`, label, marks: [{ points: 0, criterion: '没有' }, { points: 1, criterion: '有' }], ...(index > 3 ? { notApplicable: { when: '没有这类事项' } } : {}),
                  })),
                }),
              ],
            },
            {
              kind: 'group', id: 'AAB', name: '比率', full: 3, children: [
                item('A5', '办结率', 3, { kind: 'ratio', numerator: '按期办结件数', denominator: '受理件数', zeroAt: 0.7, fullAt: 0.95, onEmpty: 'zero' }),
              ],
            },
          ],
        },
        item('A4', '学法制度', 1.5, { kind: 'deduct', causes: [{ id: 'system', label: '未建立制度', perEvent: 0.3, cap: 0.3 }, { id: 'session', label: '集体学法每少一次', perEvent: 0.3, cap: 1.2 }] }),
        item('A6', '问题条数', 2, { kind: 'count', kinds: [{ id: 'problem', label: '点明一个问题', points: 0.5 }], cap: 2 }),
        item('A7', '问题篇幅', 2, { kind: 'interval', measure: '问题部分占全文的比例', unit: '%', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }], shape: 'linear' }, { measure: 'problemShare' }),
        item('A8', '公开数量', 6, { kind: 'byRank', measure: '公开条数', unit: '条', best: 'high', award: { kind: 'proportional' } }),
        item('A9', '问题质量', 5, {
          kind: 'itemMean', subItem: '问题', onEmpty: 'notApplicable', scale: [
            { id: 'empty', label: '套话', criterion: '放在哪里都行', share: 0 },
            { id: 'field', label: '点明领域', criterion: '说到领域或环节', share: 0.5 },
            { id: 'case', label: '点明单位', criterion: '说到单位或案例', share: 1 },
          ],
        }),
        item('A10', '措施对应', 4, judge('措施与问题对应')),
        item('A11', '按时公布', 5, { kind: 'timeliness', dateLabel: '公布日期', deadline: nextYear(4, 1), late: { kind: 'grace', steps: [{ until: nextYear(4, 30), points: 3 }, { until: nextYear(6, 30), points: 1 }], otherwise: 0 } }),
        item('A12', '报告质量', 3, { kind: 'reference', label: '年度报告质量得分', full: 100, rubric: 'annual-report-quality' }),
        item('A13', '综合评价', 10, { kind: 'sources', sources: [{ id: 'inside', label: '内部', weight: 80, full: 100 }, { id: 'public', label: '社会', weight: 20, full: 100 }] }),
        item('A14', '满意度', 5, { kind: 'scale', steps: ['很差', '较差', '一般', '较好', '很好'].map((label, index) => ({ value: index + 1, label })) }),
        item('A15', '复议应诉', 2.5, judge('依办理情况给分'), { notApplicable: { when: '全年没有复议申请' } }),
      ],
    },
    {
      kind: 'group', id: 'B', name: '评议', full: 40, weight: 40, children: [
        item('B1', '总体评议', 30, judge('集体议定'), {
          weight: 75,
          variants: [
            { when: { levels: ['township'] }, label: '乡级', rule: { kind: 'passFail', criterion: '无异议' } },
            { when: { kinds: ['department'], levels: ['city'] }, label: '市级部门', rule: { kind: 'timeliness', dateLabel: '报送日期', deadline: nextYear(2, 1), late: { kind: 'perDay', points: 0.5 } } },
            { when: { levels: ['province'] }, label: '省级', rule: { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'table', points: [30, 27, 24] } } },
          ],
        }),
        item('B2', '日常掌握', 10, judge('依日常情况'), { weight: 25, variants: [{ when: { kinds: ['department'] }, label: '部门', applies: false }] }),
      ],
    },
  ],
  bonus: { items: [item('P1', '经验推广', 3, { kind: 'count', kinds: [{ id: 'province', label: '省级推广', points: 1 }, { id: 'country', label: '国家推广', points: 2 }] })], cap: 2, gate: { base: 79, inclusive: true }, capAtFull: true },
  negative: { items: [item('N1', '被通报', 2, { kind: 'negative', perEvent: 0.5, cap: 2 })], cap: 1 },
  vetoes: [
    item('V1', '虚假材料', 0, { kind: 'veto', criterion: '材料有假', effect: { kind: 'zero' } }),
    item('V2', '重大责任', 0, { kind: 'veto', criterion: '有重大责任', effect: { kind: 'capTotal', at: 59 } }),
    item('V3', '造成影响', 0, { kind: 'veto', criterion: '造成不良影响', effect: { kind: 'lowerBand', by: 1 } }),
    item('V4', '拒不整改', 0, { kind: 'veto', criterion: '拒不整改', effect: { kind: 'fail' } }),
    item('V5', '未交报告', 0, { kind: 'veto', criterion: '没有报告', effect: { kind: 'invalid' } }),
    item('V6', '正在调查', 0, { kind: 'veto', criterion: '有调查未结', effect: { kind: 'suspended' } }),
  ],
  consistency: [
    { id: 'K1', when: [{ item: 'A9', is: 'full' }, { item: 'A6', is: 'zero' }], then: [{ item: 'A10', is: 'above-zero' }], message: '问题质量满分，却没有数出问题' },
    { id: 'K2', when: [{ item: 'A15', is: 'not-applicable' }], then: [{ item: 'A5', is: 'settled' }], message: '没有复议申请的，办结率也要有结论' },
  ],
}
