import { describe, expect, test } from 'vitest'
import { draftRubric } from '#core/rubric/proposal/draftRubric'
import { guessColumns } from '#core/rubric/proposal/guessColumns'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import { chooseRole, columnName, likelySheet, roleOf } from '#features/rubrics/exchange/columnChoices'
import { decidedRubric, decideOpen, decisionOn, markedPieces, reviewedItems } from '#features/rubrics/exchange/decisions'

const table: TableSheet = {
  name: '指标', hidden: false, merges: [],
  rows: [
    ['一级指标', '评分项', '分值', '评分标准'],
    ['组织领导', '会前学法', '1.2', '每少一次扣0.3分,累计不超过1.2分'],
    ['组织领导', '专题研究', '3', '每少一次扣0.5分，情况特殊的另行研究'],
    ['执法监督', '机制建设', '2', '建立健全机制'],
  ],
}
const made = draftRubric(table, guessColumns(table), { key: 'a', version: '1', name: '甲' })
if (!made.ok) throw new Error('no draft')
const draft = made.value
const [sure, doubtful, unread] = reviewedItems(draft)
if (!sure || !doubtful || !unread) throw new Error('items are missing')

describe('decisions', () => {
  test('nothing is decided of itself, save that what was not understood is kept', () => {
    expect([sure, doubtful, unread].map((item) => [item.draft.proposal.confidence, decisionOn(item, new Map())])).toEqual([['sure', null], ['doubtful', null], ['not-understood', 'keep']])
    expect(decidedRubric(draft, new Map())).toBeNull()
  })

  test('adopting what is clear leaves the doubtful open, and no rubric is made', () => {
    const decisions = decideOpen([sure, doubtful, unread], new Map(), 'adopt', ({ draft: item }) => item.proposal.confidence === 'sure')
    expect([...decisions]).toEqual([[sure.key, 'adopt']])
    expect(decidedRubric(draft, decisions)).toBeNull()
  })

  test('what was decided one by one stays when the rest is decided', () => {
    const decisions = decideOpen([sure, doubtful, unread], new Map([[sure.key, 'adopt' as const]]), 'keep', () => true)
    expect([...decisions]).toEqual([[sure.key, 'adopt'], [doubtful.key, 'keep']])
    const rules = decidedRubric(draft, decisions)?.groups.flatMap(({ children }) => children.map((node) => (node.kind === 'item' ? node.rule : null)))
    expect(rules).toEqual([
      sure.draft.proposal.rule,
      { kind: 'judge', criterion: '每少一次扣0.5分，情况特殊的另行研究', step: 0.1 },
      { kind: 'judge', criterion: '建立健全机制', step: 0.1 },
    ])
    expect(sure.draft.proposal.rule.kind).toBe('deduct')
  })

  test('a decision is of the item as it stood: other points ask anew', () => {
    const other = draftRubric({ ...table, rows: table.rows.map((cells, row) => (row === 1 ? [cells[0] ?? '', cells[1] ?? '', '2', cells[3] ?? ''] : cells)) }, guessColumns(table), { key: 'a', version: '1', name: '甲' })
    const [changed, same] = other.ok ? reviewedItems(other.value) : []
    expect([changed, same].map((item) => item && decisionOn(item, new Map([[sure.key, 'adopt'], [doubtful.key, 'keep']])))).toEqual([null, 'keep'])
  })

  test('the pieces of a wording are the whole wording', () => {
    for (const { draft: item } of [sure, doubtful, unread]) expect(markedPieces(item).map(({ text }) => text).join('')).toBe(item.standard)
    expect(markedPieces(unread.draft)).toEqual([{ text: '建立健全机制', used: false }])
    expect(markedPieces(sure.draft).some(({ used }) => used)).toBe(true)
  })
})

describe('columns', () => {
  const { columns } = guessColumns(table)

  test('a part is taken from the column that had it, and a column has one part', () => {
    const next = chooseRole(columns, 1, 'points')
    expect([0, 1, 2, 3].map((column) => roleOf(next, column))).toEqual(['level1', 'points', null, 'standard'])
    expect(roleOf(chooseRole(next, 1, null), 1)).toBeNull()
  })

  test('the sheet with a points column comes before fuller and hidden ones', () => {
    const notes: TableSheet = { name: '说明', hidden: false, rows: [['本表说明'], ['一'], ['二'], ['三'], ['四']], merges: [] }
    expect(likelySheet([notes, { ...table, hidden: true }, table])).toBe(2)
    expect(likelySheet([{ ...notes, rows: [] }, { ...table, hidden: true }])).toBe(1)
  })

  test('columns are called as spreadsheets call them', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
