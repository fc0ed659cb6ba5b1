import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type AnswerGiven, type App, type ItemReading } from './driver.js'
import { everyKind, everyKindAsJson } from './rubricsEveryKind.js'

// A rubric with every kind of rule, an indicator within an indicator, weights, body types, cases and what follows the base: built in
// the desk by hand, compared with the JSON that it must be, and scored with the worked examples of the method.

const timeLimit = 180_000

/** Worked examples of the method; report year 2025. */
const answers: readonly { readonly item: string; readonly answer: AnswerGiven | null; readonly note?: string; readonly points: string | null }[] = [
  // The third of four levels.
  { item: 'A1', answer: { level: '有具体事项无数据' }, points: '2.10' },
  // The deadline day is 2026-03-01.
  { item: 'A2', answer: { date: '2026-01-29' }, points: '2.00' },
  // Two elements of six do not apply, two of the other four are there: 2 ÷ 4 × 6.
  { item: 'A3', answer: { marks: { 主体公示: 1, 程序公示: 1, 结果公示: 0, 记录归档: 0, 委托公示: '不适用', 协管公示: '不适用' } }, points: '3.00' },
  // 1.5 − min(1.2, 5 × 0.3).
  { item: 'A4', answer: { events: { 集体学法每少一次: 5 } }, points: '0.30' },
  // 3 × (86.2 − 70) ÷ (95 − 70) = 1.944.
  { item: 'A5', answer: { numerator: 862, denominator: 1000 }, points: '1.94' },
  // 3 × 0.5.
  { item: 'A6', answer: { events: { 点明一个问题: 3 } }, points: '1.50' },
  // 2 × (3.8 − 2) ÷ (8 − 2).
  { item: 'A7', answer: { value: 3.8 }, points: '0.60' },
  // 5 × (0 + 0.5 + 0.5) ÷ 3 = 1.6667.
  { item: 'A9', answer: { subItems: ['套话', '点明领域', '点明领域'] }, points: '1.67' },
  { item: 'A10', answer: { points: 2.5 }, note: '措施与问题只对上一半', points: '2.50' },
  // After 2026-04-01, by 2026-04-30.
  { item: 'A11', answer: { date: '2026-04-15' }, points: '3.00' },
  // 3 × 73.69 ÷ 100 = 2.2107.
  { item: 'A12', answer: { score: 73.69 }, points: '2.21' },
  // 10 × (0.8 × 77.50 + 0.2 × 82.06) ÷ 100 = 7.8412.
  { item: 'A13', answer: { scores: { 内部: 77.5, 社会: 82.06 } }, points: '7.84' },
  // 5 × mean of 5, 4 and 3 ÷ 5; 不了解 is left out.
  { item: 'A14', answer: { counts: { 很好: 1, 较好: 1, 一般: 1 }, unknown: 1 }, points: '4.00' },
  { item: 'A15', answer: null, note: '全年没有复议申请', points: null },
  { item: 'B1', answer: { points: 30 }, points: '30.00' },
  { item: 'B2', answer: { points: 10 }, points: '10.00' },
  { item: 'P1', answer: { events: { 省级推广: 1, 国家推广: 1 } }, points: '3.00' },
  { item: 'N1', answer: { events: 3 }, points: '1.50' },
]

describe('a rubric with every kind of rule', () => {
  let app: App

  beforeAll(async () => { app = await launch({ offline: true }) }, timeLimit)
  afterAll(() => app.close())

  test('built by hand, it is the JSON that it must be', async () => {
    await app.buildRubric(everyKind)
    expect(JSON.parse(readFileSync(await app.saveRubric(), 'utf8'))).toEqual(everyKindAsJson)
  }, timeLimit)

  test('a unit is scored with it: the worked examples of the method, through to the total', async () => {
    await app.createProject({ name: '各类规则', year: 2025, rubric: everyKind.name })
    await app.addUnits([{ name: '甲县', kind: '政府', level: '县级' }, { name: '乙县', kind: '政府', level: '县级' }])
    await app.signIn('评估组01')
    const expected: Record<string, Pick<ItemReading, 'state' | 'points'>> = {}
    const read: typeof expected = {}
    for (const { item, answer, note, points } of answers) {
      await app.score('甲县', item, answer, { ...(note === undefined ? {} : { note }), ...(answer === null ? { state: 'notApplicable' as const } : {}) })
      expected[item] = { state: answer === null ? 'notApplicable' : 'scored', points }
      const { state, points: earned } = await app.readItem('甲县', item)
      read[item] = { state, points: earned }
    }
    expect(read).toEqual(expected)
    // The best has 40, this one 30: 6 × 30 ÷ 40 = 4.5, once the other is in.
    await app.score('甲县', 'A8', { value: 30 })
    await app.score('乙县', 'A8', { value: 40 })
    const [first, second] = await app.readRanking()
    // A: 2.1 + 2 + 3 + 0.3 + 1.944 + 1.5 + 0.6 + 4.5 + 5 × 1 ÷ 3 + 2.5 + 3 + 2.2107 + 7.8412 + 4 = 37.16256…; with B 77.16256….
    // A15 (2.5 of 100) does not apply: 77.16256… ÷ 97.5 × 100 = 79.14122…, which passes the gate of 79. + min(2, 3) − min(1, 1.5) = 80.14122….
    expect(first && { unit: first.unit, rank: first.rank, total: first.total, band: first.band, notApplicable: first.notApplicable }).toEqual({ unit: '甲县', rank: 1, total: '80.14', band: '良好', notApplicable: 1 })
    expect(second?.unit).toBe('乙县')
  }, timeLimit)

  test('nothing was asked for beyond the origin, nothing was said on the console', () => {
    expect({ foreign: app.foreignRequests(), said: app.console() }).toEqual({ foreign: [], said: [] })
  })
})
