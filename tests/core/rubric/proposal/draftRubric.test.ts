import { describe, expect, test } from 'vitest'
import { checkRubric } from '#core/rubric/checkRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import { draftRubric } from '#core/rubric/proposal/draftRubric'
import { guessColumns } from '#core/rubric/proposal/guessColumns'
import { readPointsText } from '#core/rubric/proposal/readPointsText'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

const about = { key: 'county', version: '2025', name: '县级考核' }

function aTable(rows: readonly (readonly string[])[], merges: TableSheet['merges'] = []): TableSheet {
  return { name: 'Sheet1', hidden: false, rows, merges }
}

const county = aTable([
  ['2025年度考核指标', '2025年度考核指标', '2025年度考核指标', '2025年度考核指标', '2025年度考核指标', '2025年度考核指标'],
  ['序号', '一级指标', '二级指标', '分 值', '评分标准', '得分'],
  ['1', '组织领导（4.5分）', '会前学法', '1.5分', '未建立制度扣0.3;每少一次扣0.3,累计扣分不超过1.2', ''],
  ['2', '', '专题研究', '3', '未研究扣1分；', ''],
  ['', '', '', '', '每少一次扣0.5分', ''],
  ['3', '依法决策（5分）', '目录公布', '2', '公布得满分，否则不得分', ''],
  ['4', '依法决策（5分）', '后评估', '', '视情评分', ''],
  ['合计', '', '', '10', '', ''],
])

describe('guessColumns', () => {
  test('by the head, below a title over all columns', () => {
    expect(guessColumns(county)).toEqual({
      headRow: 1,
      columns: { id: 0, level1: 1, level2: null, item: 2, points: 3, standard: 4, note: null },
      confidence: { id: 'sure', level1: 'sure', level2: null, item: 'likely', points: 'sure', standard: 'sure', note: null },
    })
  })

  test('three levels, and a remark', () => {
    expect(guessColumns(aTable([['编号', '一级指标', '二级指标', '三级指标', '满分', '计分办法', '责任单位']])).columns).toEqual({ id: 0, level1: 1, level2: 2, item: 3, points: 4, standard: 5, note: 6 })
  })

  test('without a head, by what the columns hold', () => {
    const bare = aTable([['1', '会前学法', '2分', '每少一次扣0.5分'], ['2', '专题研究', '3分', '按期报送得满分'], ['3', '目录公布', '2分', '酌情评分，最高2分']])
    expect(guessColumns(bare)).toMatchObject({ headRow: -1, columns: { item: 1, points: 2, standard: 3 }, confidence: { item: 'guess', points: 'guess', standard: 'guess' } })
  })

  test('a column of results is no points column', () => {
    expect(guessColumns(aTable([['指标', '评分标准', '得分'], ['甲', '每少一次扣1分', '3'], ['乙', '每少一次扣2分', '5']])).columns.points).toBeNull()
  })
})

describe('draftRubric', () => {
  test('groups, items, proposals, and what does not add up', () => {
    const draft = draftRubric(county, guessColumns(county), about)
    if (!draft.ok) throw new Error(draft.problem.kind)
    const { rubric, items, problems } = draft.value
    expect(rubric.groups.map(({ id, name, full, children }) => [id, name, full, children.map((child) => [child.id, child.name, child.full])])).toEqual([
      ['Group-1', '组织领导', 4.5, [['I1', '会前学法', 1.5], ['I2', '专题研究', 3]]],
      ['Group-2', '依法决策', 2, [['I3', '目录公布', 2]]],
    ])
    expect(items.map(({ id, row, standard, proposal }) => [id, row, standard, proposal.rule.kind, proposal.confidence])).toEqual([
      ['I1', 2, '未建立制度扣0.3;每少一次扣0.3,累计扣分不超过1.2', 'deduct', 'sure'],
      ['I2', 3, '未研究扣1分；\n每少一次扣0.5分', 'deduct', 'sure'],
      ['I3', 5, '公布得满分，否则不得分', 'passFail', 'sure'],
    ])
    expect(problems).toEqual([
      { kind: 'points-missing', row: 6, item: '后评估' },
      { kind: 'group-points-differ', group: '依法决策', stated: '5', sum: '2' },
      { kind: 'total-differs', row: 7, stated: '10', sum: '6.5' },
    ])
  })

  test('the draft has the shape of a rubric and adds up', () => {
    const draft = draftRubric(county, guessColumns(county), about)
    expect(draft.ok && parseRubric(JSON.parse(JSON.stringify(draft.value.rubric))).ok).toBe(true)
    expect(draft.ok && checkRubric(draft.value.rubric)).toEqual([])
  })

  test('points in one merged cell make one item of several rows', () => {
    const table = aTable([['指标', '分值', '评分标准'], ['学法', '2', '未建立制度扣1分'], ['学法', '2', '每少一次扣0.5分']], [{ row: 1, column: 0, rows: 2, columns: 1 }, { row: 1, column: 1, rows: 2, columns: 1 }])
    const draft = draftRubric(table, guessColumns(table), about)
    expect(draft.ok && draft.value.items.map(({ standard }) => standard)).toEqual(['未建立制度扣1分\n每少一次扣0.5分'])
    expect(draft.ok && draft.value.rubric.full).toBe(2)
  })

  test('ids of the table are kept where they can be, and each stands once', () => {
    const table = aTable([['编号', '指标', '分值'], ['C5', '甲', '1'], ['1.2', '乙', '1'], ['C5', '丙', '1'], ['第四', '丁', '1']])
    const draft = draftRubric(table, guessColumns(table), about)
    expect(draft.ok && draft.value.items.map(({ id }) => id)).toEqual(['C5', 'I1-2', 'C5-2', 'I4'])
  })

  test.each([
    [{ kind: 'no-points-column' }, [['指标', '评分标准'], ['甲', '每少一次扣1分']]],
    [{ kind: 'no-items' }, [['指标', '分值', '评分标准']]],
    [{ kind: 'no-item-column' }, [['序号', '分值'], ['1', '2'], ['2', '2']]],
  ])('%o: nothing is drafted', (problem, rows) => {
    const table = aTable(rows)
    expect(draftRubric(table, guessColumns(table), about)).toEqual({ ok: false, problem })
  })

  test('points that are words are named with their row', () => {
    const table = aTable([['指标', '分值'], ['甲', '2'], ['乙', '待定']])
    const draft = draftRubric(table, guessColumns(table), about)
    expect(draft.ok && draft.value.problems).toEqual([{ kind: 'points-not-understood', row: 2, item: '乙', found: '待定' }])
  })
})

test('points as people write them', () => {
  expect(['3', '3分', ' ３ 分', '（2.5分）', '三分', '满分10分', '5%', '1.50'].map(readPointsText)).toEqual([3, 3, 3, 2.5, 3, 10, 5, 1.5])
  expect(['', '三', '0', '-2', '扣2分', '3-5分', '约3分', 'abc'].map(readPointsText)).toEqual([null, null, null, null, null, null, null, null])
})
