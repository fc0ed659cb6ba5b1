import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { describeAnswer } from '#core/tables/describeAnswer'
import { describeRule } from '#core/tables/describeRule'
import { type WorkbookWords, fillWords } from '#core/tables/workbookWords'
import enWords from '#core/tables/workbookWords.en.json'
import { zh } from '../../builders/excelInput'

const en: WorkbookWords = enWords

const rules: readonly Rule[] = [
  { kind: 'level', levels: [{ id: 'none', label: '未提', criterion: '全文没有', points: 0 }, { id: 'fact', label: '有事项', criterion: '有具体事项', points: 2.1 }] },
  { kind: 'passFail', criterion: '按时报送', deadline: { yearsAfter: 1, month: 3, day: 1 }, dateLabel: '落款日期' },
  { kind: 'checklist', elements: [{ id: 'a', label: '专栏', marks: [{ points: 0, criterion: '无' }, { points: 1, criterion: '有' }], notApplicable: { when: '无网站' } }], cap: 2 },
  { kind: 'deduct', causes: [{ id: 'a', label: '缺题名', perEvent: 0.5 }, { id: 'b', label: '错别字', perEvent: 0.2, cap: 1 }], floor: 0.5 },
  { kind: 'ratio', numerator: '已办', denominator: '应办', zeroAt: 0.7, fullAt: 0.955 },
  { kind: 'count', kinds: [{ id: 'a', label: '问题', points: 0.5 }], cap: 2 },
  { kind: 'interval', measure: '占比', unit: '%', breaks: [{ x: 2, y: 0 }, { x: 8, y: 2 }], shape: 'step', closed: 'right' },
  { kind: 'itemMean', subItem: '问题', scale: [{ id: 'x', label: '套话', criterion: '换到哪里都成立', share: 0 }, { id: 'y', label: '具体', criterion: '点明单位', share: 0.5 }] },
  { kind: 'judge', criterion: '酌情评定', step: 0.1 },
  { kind: 'timeliness', dateLabel: '公开日期', deadline: { yearsAfter: 1, month: 4, day: 1 }, late: { kind: 'grace', steps: [{ until: { yearsAfter: 1, month: 4, day: 30 }, points: 3 }], otherwise: 0 } },
]

const answers: readonly Answer[] = [
  { kind: 'level', level: 'fact' },
  { kind: 'passFail', date: '2025-02-28' as CalendarDay },
  { kind: 'checklist', marks: { a: 'notApplicable' } },
  { kind: 'deduct', events: { a: 0, b: 3 } },
  { kind: 'ratio', numerator: 3, denominator: 4 },
  { kind: 'count', events: { a: 3 } },
  { kind: 'interval', value: 3.8 },
  { kind: 'itemMean', marks: ['y', 'x'] },
  { kind: 'judge', points: 2.5 },
  { kind: 'timeliness', date: '2025-04-15' as CalendarDay },
]

describe('describeRule', () => {
  test('every rule says all its parameters', () => {
    expect(rules.map((rule) => describeRule({ full: 3 }, rule, 2024, zh))).toEqual([
      { rule: '分档：选定一档，得该档分数。', choices: ['未提（0 分）：全文没有', '有事项（2.1 分）：有具体事项'] },
      { rule: '达标：按时报送。达标得满分，否则 0 分。', choices: ['落款日期不晚于 2025-03-01（含当日）。'] },
      { rule: '要素：各要素得分相加；要素不适用的，按适用要素折算到满分。合计最高 2 分。', choices: ['专栏：无 0 分；有 1 分（不适用条件：无网站）'] },
      { rule: '扣分：从满分起扣，最低 0.5 分。', choices: ['缺题名：每次扣 0.5 分，至多扣 3 分', '错别字：每次扣 0.2 分，至多扣 1 分'] },
      { rule: '比例：已办 ÷ 应办。70% 及以下 0 分，95.5% 及以上满分，其间按比例。', choices: [] },
      { rule: '计数：按次计分，最高 2 分。', choices: ['问题：每次 0.5 分'] },
      { rule: '区间：占比（%），分段取值，含右端。', choices: ['2 → 0 分', '8 → 2 分'] },
      { rule: '逐条均值：每条问题逐一评定，满分 × 平均比例。', choices: ['套话（0%）：换到哪里都成立', '具体（50%）：点明单位'] },
      { rule: '酌情：酌情评定。以 0.1 分为一档，低于满分须说明理由。', choices: [] },
      { rule: '时限：公开日期不晚于 2025-04-01（含当日）得满分。', choices: ['不晚于 2025-04-30：3 分', '其后或未办理：0 分'] },
    ])
  })

  test('points lost by the day', () => {
    const rule: Rule = { kind: 'timeliness', dateLabel: 'Published', deadline: { yearsAfter: 1, month: 4, day: 1 }, late: { kind: 'perDay', points: 0.1 } }
    expect(describeRule({ full: 3 }, rule, 2024, en)).toEqual({ rule: 'Timeliness: Published on or before 2025-04-01 gives full marks.', choices: ['−0.1 for each day late'] })
  })
})

describe('describeAnswer', () => {
  test('in the words of the rule', () => {
    expect(answers.map((answer, index) => describeAnswer(rules[index]!, answer, zh))).toEqual([
      '有事项（2.1 分）', '落款日期：2025-02-28', '专栏：不适用', '错别字 × 3', '3 ÷ 4', '问题 × 3', '3.8 %', '1. 具体\n2. 套话', '2.5 分', '公开日期：2025-04-15',
    ])
  })

  test('none, nothing found, and what the rule does not know', () => {
    expect([
      describeAnswer(rules[0]!, null, zh),
      describeAnswer(rules[3]!, { kind: 'deduct', events: { a: 0 } }, zh),
      describeAnswer(rules[9]!, { kind: 'timeliness', never: true }, zh),
      describeAnswer(rules[0]!, { kind: 'level', level: 'gone' }, zh),
      describeAnswer(rules[7]!, { kind: 'itemMean', marks: [] }, en),
    ]).toEqual(['', '无', '未办理', 'gone', 'No entries'])
  })
})

describe('the words', () => {
  test('both languages have the same keys, and every place of one is a place of the other', () => {
    expect(placesOf(en)).toEqual(placesOf(zh))
  })

  test('the words that formulas compare with differ from each other', () => {
    for (const words of [zh, en]) {
      const compared = [...Object.values(words.states), words.undetermined, words.ranking.notRanked].map((word) => word.toLowerCase())
      expect(new Set(compared).size).toBe(compared.length)
    }
  })

  test('a place without a value stays, and a value is never filled in twice', () => {
    expect(fillWords('%a% %b% %toString%', { a: '%b%' })).toBe('%b% %b% %toString%')
  })

  test('elements and causes stand as the rule lists them, however they were stored', () => {
    const element = (id: string) => ({ id, label: id, marks: [{ points: 0, criterion: '无' }, { points: 1, criterion: '有' }] })
    const rule = { kind: 'checklist', elements: [element('栏目'), element('检索'), element('往年')] } as const
    expect(describeAnswer(rule, { kind: 'checklist', marks: { 往年: 1, 检索: 0, 栏目: 1 } }, zh)).toBe('栏目：1 分\n检索：0 分\n往年：1 分')
  })
})

function placesOf(words: object, path = ''): Record<string, string[]> {
  return Object.assign({}, ...Object.entries(words).map(([key, value]) =>
    typeof value === 'string' ? { [`${path}${key}`]: [...value.matchAll(/%[a-zA-Z]+%/g)].map(([place]) => place).sort() } : placesOf(value as object, `${path}${key}.`),
  )) as Record<string, string[]>
}

describe('rules that read more than the report', () => {
  const others: readonly Rule[] = [
    { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'table', points: [3, 1.5] } },
    { kind: 'byRank', measure: '投诉', unit: '', best: 'low', award: { kind: 'proportional' } },
    { kind: 'byRank', measure: '得票', unit: '', best: 'high', award: { kind: 'step', step: 0.5 } },
    { kind: 'reference', label: '报告质量', full: 100 },
    { kind: 'sources', sources: [{ id: 'desk', label: '书面', weight: 80, full: 100 }] },
    { kind: 'scale', steps: [{ value: 1, label: '差' }, { value: 5, label: '好' }] },
    { kind: 'scale', steps: [{ value: 1, label: '差', rate: 0 }, { value: 2, label: '好', rate: 1 }] },
    { kind: 'negative', perEvent: 0.5 },
    { kind: 'veto', criterion: '数据造假', effect: { kind: 'capTotal', at: 59 } },
    { kind: 'veto', criterion: '误交', effect: { kind: 'invalid' } },
  ]

  test('say all their parameters', () => {
    expect(others.map((rule) => describeRule({ full: 3 }, rule, 2024, zh))).toEqual([
      { rule: '排名赋分：得票（票）在同组各单位中的名次（越高越好）；并列取较好名次。', choices: ['第 1 名：3 分', '第 2 名：1.5 分', '其后各名次：0 分'] },
      { rule: '排名赋分：投诉在同组各单位中的名次（越低越好）；并列取较好名次。', choices: ['最低者满分，其余按最低者与其之比'] },
      { rule: '排名赋分：得票在同组各单位中的名次（越高越好）；并列取较好名次。', choices: ['第 1 名满分，每后一名减 0.5 分，减到 0 为止'] },
      { rule: '引用：满分 × 报告质量 ÷ 100，不超过满分。', choices: [] },
      { rule: '多来源：各来源得分率按权重平均；不适用的来源不计。', choices: ['书面：权重 80，满分 100'] },
      { rule: '量表：满分 × 有效回答的平均值 ÷ 5；“不了解”不计入平均。', choices: ['1：差', '5：好'] },
      { rule: '量表：满分 × 有效回答得分率的平均；“不了解”不计入平均。', choices: ['1：差（0%）', '2：好（100%）'] },
      { rule: '负面：每次扣 0.5 分，至多扣 3 分，从总分中扣。', choices: [] },
      { rule: '一票否决：数据造假。后果：总分不超过 59 分。', choices: [] },
      { rule: '一票否决：误交。后果：无效，不参加排名。', choices: [] },
    ])
  })

  test('their answers in words', () => {
    const given: readonly (readonly [Rule, Answer])[] = [
      [others[0]!, { kind: 'byRank', value: 30 }],
      [others[3]!, { kind: 'reference', exact: '7369/100', from: 'p' }],
      [others[3]!, { kind: 'reference', score: 73.7 }],
      [others[3]!, { kind: 'reference', low: '721/10', high: '226/3', from: 'p' }],
      [others[4]!, { kind: 'sources', scores: { desk: 77.5 } }],
      [others[5]!, { kind: 'scale', counts: { 5: 2, 1: 1 }, unknown: 1 }],
      [others[7]!, { kind: 'negative', events: 2 }],
      [others[8]!, { kind: 'veto', applies: true }],
    ]
    expect(given.map(([rule, answer]) => describeAnswer(rule, answer, zh))).toEqual([
      '30 票', '报告质量 73.69（满分 100）', '报告质量 73.7（满分 100）', '报告质量暂定 72.10–75.33（满分 100）', '书面：77.5 分', '差 × 1\n好 × 2\n有效 3，不了解 1', '2 次', '成立',
    ])
  })
})
