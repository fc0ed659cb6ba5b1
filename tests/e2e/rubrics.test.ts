import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type AnswerGiven, type App, type RankingRow, type RubricSpec, type UnitRow } from './driver.js'
import { readWorkbook } from '#exchange/excel/readWorkbook'

// Rubrics that people really use: built in the desk without a line of JSON, or chosen from those that come with the program; scored by
// hand; totals worked out beforehand on paper.

interface Given {
  readonly item: string
  readonly answer: AnswerGiven | null
  readonly note?: string
}

const timeLimit = 120_000

/** A row of the ranking, of what the tests look at. */
function standing({ rank, total, range, band, reason }: RankingRow): Pick<RankingRow, 'rank' | 'total' | 'range' | 'band' | 'reason'> {
  return { rank, total, range, band, reason }
}

async function rankingOf(app: App): Promise<Record<string, ReturnType<typeof standing>>> {
  return Object.fromEntries((await app.readRanking()).map((row) => [row.unit, standing(row)]))
}

async function scoreAll(app: App, unit: string, given: readonly Given[]): Promise<void> {
  for (const { item, answer, note } of given) {
    await app.score(unit, item, answer, { ...(note === undefined ? {} : { note }), ...(answer === null ? { state: 'notApplicable' as const } : {}) })
  }
}

/** Everything that stands in the row of an item on the score sheet of a unit. */
function rowsOfSheet(path: string, unit: string): (item: string) => readonly unknown[] {
  const workbook = readWorkbook(readFileSync(path))
  if (!workbook.ok) throw new Error(workbook.problem.kind)
  const cells = [...(workbook.value.find((sheet) => sheet.name.startsWith('评分表') && sheet.cells.get('A1')?.value === unit)?.cells ?? [])]
  return (item) => {
    const row = cells.find(([address, cell]) => /^A\d+$/.test(address) && cell.value === item)?.[0].slice(1)
    return cells.filter(([address]) => address.replace(/\D/g, '') === row).map(([, cell]) => cell.value)
  }
}

const county: RubricSpec = {
  name: '某县法治建设考核细则',
  version: '2024',
  total: 10,
  groups: [
    {
      id: 'A', name: '组织领导', full: 4, items: [
        {
          id: 'A1', name: '学法制度', full: 1.5,
          rule: { kind: '扣分', causes: [{ label: '未建立学法制度', each: 0.3, atMost: 0.3 }, { label: '集体学法每少一次', each: 0.3, atMost: 1.2 }] },
          guidance: '查学法制度文件和学法记录。全年集体学法不少于四次，以有签到和记录的为准。',
        },
        {
          id: 'A2', name: '材料报送', full: 2.5,
          rule: { kind: '扣分', causes: [{ label: '未制定年度计划', each: 0.5, atMost: 0.5 }, { label: '材料迟报', each: 0.5, atMost: 1 }, { label: '材料漏报', each: 1, atMost: 2 }] },
          guidance: '以收文登记为准；迟报一天以上算一次。',
        },
      ],
    },
    { id: 'B', name: '评议', full: 6, items: [{ id: 'B1', name: '综合评议', full: 6, rule: { kind: '酌情', criterion: '依日常掌握的情况给分', step: 0.5 }, guidance: '由考核组集体议定。' }] },
  ],
}

const national: RubricSpec = {
  name: '政务公开第三方评估',
  total: 100,
  groups: [
    { id: 'A', name: '公开内容', full: 75, items: [{ id: 'A1', name: '主动公开', full: 75, rule: { kind: '酌情', criterion: '依抽查结果给分', step: 0.5 }, guidance: '抽查二十条应公开的信息。' }] },
    { id: 'B', name: '依申请公开', full: 25, items: [{ id: 'B1', name: '依申请公开', full: 25, rule: { kind: '酌情', criterion: '依抽查结果给分', step: 0.5 }, guidance: '抽查五件答复。', mayNotApply: '全年没有收到申请' }] },
  ],
  bonus: { cap: 3, gate: { above: 80 }, items: [{ id: 'P1', name: '经验推广', full: 3, rule: { kind: '计数', events: [{ label: '被发文推广', each: 1 }] }, guidance: '以上级发文为准，每件一次。' }] },
  negative: { cap: 2, items: [{ id: 'N1', name: '被通报', full: 2, rule: { kind: '负面扣分', each: 0.5 }, guidance: '以上级通报为准。' }] },
  vetoes: [
    { id: 'V1', name: '数据造假', criterion: '提交的数据有故意造假', guidance: '须经核查认定。', effect: '结果无效' },
    { id: 'V2', name: '严重泄密', criterion: '公开内容造成严重泄密', guidance: '以保密部门的认定为准。', effect: '列最低等次' },
  ],
}

function counties(...names: string[]): UnitRow[] {
  return names.map((name) => ({ name, kind: '政府', level: '县级' }))
}

describe('a rubric built in the desk', () => {
  let app: App

  beforeAll(async () => { app = await launch({ offline: true }) }, timeLimit)
  afterAll(() => app.close())

  test('a county standard: several causes an item, each with its own cap', async () => {
    await app.buildRubric(county)
    // The usual bands are those of 100 points; of 10 they are a tenth.
    const bands = [{ name: '优秀', from: 9 }, { name: '良好', from: 8 }, { name: '合格', from: 6 }, { name: '不合格', from: 0 }]
    await app.createProject({ name: '县级考核', year: 2024, rubric: county.name, settings: { bands } })
    await app.addUnits(counties('甲镇', '乙镇'))
    await app.signIn('考核组01')
    // 1.5 − min(1.2, 5 × 0.3) = 0.30; 2.5 − min(1, 3 × 0.5) − 1 = 0.50; 0.30 + 0.50 + 4.50 = 5.30.
    await scoreAll(app, '甲镇', [
      { item: 'A1', answer: { events: { 集体学法每少一次: 5 } } },
      { item: 'A2', answer: { events: { 材料迟报: 3, 材料漏报: 1 } } },
      { item: 'B1', answer: { points: 4.5 }, note: '两项工作没有完成' },
    ])
    // 1.5 − 0.3 − min(1.2, 5 × 0.3) = 0.00; 0.00 + 2.50 + 6.00 = 8.50.
    await scoreAll(app, '乙镇', [
      { item: 'A1', answer: { events: { 未建立学法制度: 1, 集体学法每少一次: 5 } } },
      { item: 'A2', answer: { events: {} } },
      { item: 'B1', answer: { points: 6 } },
    ])
    expect(await app.readItem('甲镇', 'A1')).toMatchObject({ state: 'scored', points: '0.30' })
    expect(await app.readItem('甲镇', 'A2')).toMatchObject({ state: 'scored', points: '0.50' })
    expect(await app.readItem('乙镇', 'A1')).toMatchObject({ state: 'scored', points: '0.00' })
    expect(await rankingOf(app)).toEqual({
      乙镇: { rank: 1, total: '8.50', range: null, band: '良好', reason: null },
      甲镇: { rank: 2, total: '5.30', range: null, band: '不合格', reason: null },
    })
  }, timeLimit)

  test('a national standard: a gate that 80.00 does not pass, four thirds of 63, vetoes', async () => {
    await app.buildRubric(national)
    await app.createProject({ name: '第三方评估', year: 2024, rubric: national.name })
    await app.addUnits(counties('甲县', '乙县', '丙县', '丁县', '戊县'))
    await app.signIn('评估组01')
    const bonus: Given = { item: 'P1', answer: { events: { 被发文推广: 2 } } }
    // 63 ÷ 75 × 100 = 84.00.
    await scoreAll(app, '甲县', [{ item: 'A1', answer: { points: 63 }, note: '抽查结果' }, { item: 'B1', answer: null, note: '没有申请' }])
    // 60 + 20 = 80.00, not above 80: no bonus.
    await scoreAll(app, '乙县', [{ item: 'A1', answer: { points: 60 }, note: '抽查结果' }, { item: 'B1', answer: { points: 20 }, note: '抽查结果' }, bonus])
    // 60.5 + 20 = 80.50; + 2 = 82.50; − 3 × 0.5 = 81.00.
    await scoreAll(app, '丙县', [{ item: 'A1', answer: { points: 60.5 }, note: '抽查结果' }, { item: 'B1', answer: { points: 20 }, note: '抽查结果' }, bonus, { item: 'N1', answer: { events: 3 } }])
    const full: readonly Given[] = [{ item: 'A1', answer: { points: 75 } }, { item: 'B1', answer: { points: 25 } }]
    await scoreAll(app, '丁县', [...full, { item: 'V1', answer: { applies: true }, note: '已认定' }])
    await scoreAll(app, '戊县', [...full, { item: 'V2', answer: { applies: true }, note: '已认定' }])
    expect(await rankingOf(app)).toEqual({
      // Lowest band, total and place kept; its mark says that a veto did it.
      戊县: { rank: 1, total: '100.00', range: null, band: '不合格 *', reason: null },
      甲县: { rank: 2, total: '84.00', range: null, band: '良好', reason: null },
      丙县: { rank: 3, total: '81.00', range: null, band: '良好', reason: null },
      乙县: { rank: 4, total: '80.00', range: null, band: '良好', reason: null },
      丁县: { rank: null, total: '100.00', range: null, band: null, reason: '一票否决：无效，不参加排名' },
    })
  }, timeLimit)
})

const shippedKeys = ['annual-report-quality', 'law-based-government-2021', 'county-annual-assessment', 'case-file-review', 'accountability-report-review', 'public-satisfaction'] as const

/** A standard as people keep it: levels in columns, the wording in one cell. The last wording holds no rule. */
const table = [
  ['一级指标', '评分项', '分值', '评分标准'],
  ['组织领导', '学法制度', '1.5分', '未建立学法制度扣0.3分；集体学法每少一次扣0.3分，累计不超过1.2分。'],
  ['组织领导', '年度计划', '2', '制定并公布年度计划的得2分，否则不得分。'],
  ['社会评价', '工作亮点', '6.5', '参照上级有关文件精神掌握。'],
]

describe('a rubric of an owner in Excel', () => {
  let app: App

  beforeAll(async () => { app = await launch({ offline: true }) }, timeLimit)
  afterAll(() => app.close())

  test('a foreign table: what is sure is adopted, the rest is kept as it stands, and it scores', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'zhunsheng-table-')), '考核细则.csv')
    writeFileSync(path, `\uFEFF${table.map((row) => row.join(',')).join('\r\n')}`)
    const read = await app.importRubricWorkbook(path, { confirm: 'sure', name: '导入的考核细则' })
    expect(read).toEqual([
      { id: 'I1', confidence: '有把握' },
      { id: 'I2', confidence: '有把握' },
      { id: 'I3', confidence: '未读懂，保留原文' },
    ])
    await app.createProject({ name: '导入的考核', year: 2024, rubric: '导入的考核细则' })
    await app.addUnits(counties('甲镇'))
    await app.signIn('考核组01')
    // 1.5 − 0.3 − min(1.2, 3 × 0.3) = 0.30; 0.30 + 2 + 4 = 6.30.
    await scoreAll(app, '甲镇', [
      { item: 'I1', answer: { events: { 未建立学法制度: 1, 集体学法每少一次: 3 } } },
      { item: 'I2', answer: { passed: true } },
      { item: 'I3', answer: { points: 4 }, note: '有两项亮点' },
    ])
    expect(await rankingOf(app)).toEqual({ 甲镇: { rank: 1, total: '6.30', range: null, band: '不合格', reason: null } })
  }, timeLimit)

  test.each(shippedKeys)('our template is lossless: %s', async (key) => {
    const own = JSON.parse(readFileSync(new URL(`../../rubrics/${key}.json`, import.meta.url), 'utf8')) as { name: string; $schema?: string }
    const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-template-'))
    const download = async (button: Locator): Promise<string> => {
      const [file] = await Promise.all([app.page.waitForEvent('download'), button.click()])
      await file.saveAs(join(folder, file.suggestedFilename()))
      return join(folder, file.suggestedFilename())
    }
    await app.goToRubrics()
    const shelf = app.page.getByRole('region', { name: '随程序提供', exact: true })
    const template = await download(shelf.getByRole('listitem').filter({ has: app.page.getByRole('link', { name: own.name, exact: true }) }).locator('[data-export-template]'))
    expect(await app.importRubricWorkbook(template, { confirm: {} })).toEqual([])
    const { $schema: _schema, ...expected } = own
    const { $schema: _other, ...imported } = JSON.parse(readFileSync(await download(app.page.getByRole('main').getByRole('button', { name: '导出 JSON' })), 'utf8')) as typeof own
    expect(imported).toEqual(expected)
  }, timeLimit)
})

interface Shipped {
  readonly key: string
  readonly unit: UnitRow
  readonly given: readonly Given[]
  /** Points of the items above as the workbook holds them. */
  readonly points: Readonly<Record<string, number>>
  readonly expected: ReturnType<typeof standing>
}

const open = { rank: null, total: null, band: null, reason: '有待核或未评项' } as const

// Low: what is earned. High: everything that is open in full. Bonus and negative points that nobody has recorded change nothing.
const shipped: readonly Shipped[] = [
  {
    // 5 + 2 + (5 − 2) ÷ 6 × 2 + 5 × (0.5 + 1) ÷ 2 + 3 × 0.5 = 13.25, under the gate of 60; 13.25 − 1 = 12.25. High 100 − 1 − 1.25 − 0.5 + 1 − 1 = 97.25.
    key: 'annual-report-quality',
    unit: { name: '青石县人民政府', kind: '政府', level: '县级' },
    given: [
      { item: 'A1', answer: { date: '2025-03-20' } }, { item: 'A2', answer: { date: '2025-02-20' } }, { item: 'B2', answer: { value: 5 } },
      { item: 'D1', answer: { subItems: ['点明领域或环节', '点明单位、数据或案例'] } }, { item: 'D2', answer: { events: { 问题条数: 3 } } },
      { item: 'P1', answer: { passed: true } }, { item: 'N1', answer: { events: 1 } }, { item: 'V1', answer: { applies: false } },
    ],
    points: { A1: 5, A2: 2, B2: 1, D1: 3.75, D2: 1.5 },
    expected: { ...open, range: ['12.25', '97.25'] },
  },
  {
    // 2 + 2 + 1.5 + 1.5 + 2.7 = 9.70; + 3 − 0.5 = 12.20. High 100 − 4.3 + 2.5 = 98.20.
    key: 'law-based-government-2021',
    unit: { name: '云澜市人民政府', kind: '政府', level: '市级' },
    given: [
      { item: 'L4-2', answer: { numerator: 18, denominator: 20 } }, { item: 'L6-3', answer: { value: 10 } }, { item: 'L1-6', answer: { events: { arrears: 1 } } },
      { item: 'L7-2', answer: { events: { drill: 3 } } }, { item: 'L9-2', answer: { score: 90 } }, { item: 'P1', answer: { events: { area: 1 } } }, { item: 'N1', answer: { events: 1 } },
    ],
    points: { 'L4-2': 2, 'L6-3': 2, 'L1-6': 1.5, 'L7-2': 1.5, 'L9-2': 2.7 },
    expected: { ...open, range: ['12.20', '98.20'] },
  },
  {
    // 0 + 2.4 + 1.4 + 4 + 6 × (50 × 0.9 + 30 × 0.8 + 20 × 0.7) ÷ 100 = 12.78, not above 80; − 1 = 11.78. High 100 − 1.5 − 0.6 − 0.6 − 1.02 + 0.5 − 1 = 95.78.
    key: 'county-annual-assessment',
    unit: { name: '青石县市场监督管理局', kind: '部门', level: '县级' },
    given: [
      { item: 'A3', answer: { events: { system: 1, session: 5 } } }, { item: 'A5', answer: { score: 80 } }, { item: 'B1', answer: { events: { missing: 2 } } }, { item: 'D2', answer: { events: {} } },
      { item: 'G1', answer: { scores: { office: 90, members: 80, partners: 70 } } }, { item: 'P1', answer: { events: { city: 1 } } }, { item: 'N4', answer: { events: 1 } },
    ],
    points: { A3: 0, A5: 2.4, B1: 1.4, D2: 4, G1: 4.98 },
    expected: { ...open, range: ['11.78', '95.78'] },
  },
  {
    // 3 + (3 − 0.5 − min(1.2, 5 × 0.3)) + 8 = 12.30. High 100 − 1.7 − 2 = 96.30. The veto puts the file into the lowest band and leaves the total.
    key: 'case-file-review',
    unit: { name: '青石县城市管理局', kind: '部门', level: '县级' },
    given: [
      { item: 'A1', answer: { passed: true } }, { item: 'A2', answer: { events: { source: 1, facts: 5 } } }, { item: 'B1', answer: { events: { element: 1 } } },
      { item: 'V1', answer: { applies: true }, note: '执法主体没有授权' },
    ],
    points: { A1: 3, A2: 1.3, B1: 8 },
    expected: { ...open, range: ['12.30', '96.30'] },
  },
  {
    // 6.25 + 10 × 4.75 ÷ 5 + 10 × 3 ÷ 4 = 23.25; the lowest mark of a scale of five is a fifth: + 70 × 1 ÷ 5 = 37.25. High 100 − 3.75 − 0.5 − 2.5 = 93.25.
    key: 'accountability-report-review',
    unit: { name: '青石县司法局', kind: '部门', level: '县级' },
    given: [
      { item: 'A1', answer: { marks: { duty: 2.5, self: 1.25, problem: 0, plan: 2.5 } } }, { item: 'A2', answer: { counts: { 好: 3, 较好: 1 }, unknown: 1 } },
      { item: 'C1', answer: { numerator: 3, denominator: 4 } }, { item: 'V2', answer: { applies: false } },
    ],
    points: { A1: 6.25, A2: 9.5, C1: 7.5 },
    expected: { ...open, range: ['37.25', '93.25'] },
  },
  {
    // 8 × (1 + 0.6) ÷ 2 + 6 × (0 + 1) ÷ 2 + 4 = 13.40 before the veto, which leaves no result.
    key: 'public-satisfaction',
    unit: { name: '青石县', kind: '政府', level: '县级' },
    given: [
      { item: 'A1', answer: { counts: { 很满意: 2, 一般: 2 } } }, { item: 'A2', answer: { counts: { 经常遇到: 1, 没有遇到: 1 }, unknown: 3 } }, { item: 'F2', answer: { counts: { 变好了: 2 } } },
      { item: 'V1', answer: { applies: true }, note: '样本有代答' },
    ],
    points: { A1: 6.4, A2: 3, F2: 4 },
    expected: { ...open, range: ['13.40', '95.40'], reason: '一票否决：无效，不参加排名' },
  },
]

describe('the rubrics that come with the program', () => {
  let app: App

  beforeAll(async () => { app = await launch({ offline: true }) }, timeLimit)
  afterAll(() => app.close())

  test.each(shipped)('$key', async ({ key, unit, given, points, expected }) => {
    await app.createProject({ name: `试评 ${key}`, year: 2024, rubric: key })
    await app.addUnits([unit])
    await app.signIn('甲组01')
    await scoreAll(app, unit.name, given)
    expect(await rankingOf(app)).toEqual({ [unit.name]: expected })
    const row = rowsOfSheet(await app.exportWorkbook(), unit.name)
    for (const [item, earned] of Object.entries(points)) expect(row(item), item).toContain(earned)
  }, timeLimit)

  test('nothing was asked for beyond the origin, nothing was said on the console', () => {
    expect({ foreign: app.foreignRequests(), said: app.console() }).toEqual({ foreign: [], said: [] })
  })
})
