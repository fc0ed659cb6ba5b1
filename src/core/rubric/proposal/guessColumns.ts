import { readPointsText } from '#core/rubric/proposal/readPointsText'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

/** What a column of a foreign table holds. */
export type ColumnRole = 'id' | 'level1' | 'level2' | 'item' | 'points' | 'standard' | 'note'

/** Which column plays which part, counted from 0; null: none does. */
export interface ColumnMapping {
  /** Row of the head, from 0; the items begin below it. −1: there is no head. */
  readonly headRow: number
  readonly columns: Readonly<Record<ColumnRole, number | null>>
}

export interface ColumnGuess extends ColumnMapping {
  /** By the head word for word · by part of it or its place · by what stands in the column alone. */
  readonly confidence: Readonly<Record<ColumnRole, 'sure' | 'likely' | 'guess' | null>>
}

const roles: readonly ColumnRole[] = ['standard', 'points', 'id', 'level1', 'level2', 'item', 'note']
const exact: Readonly<Record<ColumnRole, RegExp>> = {
  standard: /^(?:评分|扣分|考核|计分|得分|评价|赋分|考评|打分)(?:标准|方法|办法|细则|规则|依据)(?:及办法|和方法|及说明)?$/,
  points: /^(?:分值|满分|标准分|标准分值|基本分|基础分|配分|赋分|分数|指标分值|满分分值|权重)(?:\(分\)|\(%\))?$/,
  id: /^(?:序号|编号|指标编号|项目编号|代码|no\.?)$/i,
  level1: /^(?:一级指标|一级|考核项目|评估项目|大类|类别|指标类别)(?:\(\d{1,3}分\))?$/,
  level2: /^(?:二级指标|二级|分项|子项|小类)$/,
  item: /^(?:三级指标|三级|评分项|评分项目|考核指标|考核内容|指标名称|评价指标|具体指标|指标内容|评价内容|评分内容|考核要点|评价要点|观测点|测评项目|指标|项目)$/,
  note: /^(?:备注|说明|责任单位|责任部门|牵头单位|数据来源|资料来源|证明材料)$/,
}
const partly: Readonly<Record<ColumnRole, RegExp>> = {
  standard: /标准|办法|细则|评分方法|计分方法/,
  points: /分值|满分|标准分|权重/,
  id: /序号|编号/,
  level1: /一级/,
  level2: /二级/,
  item: /三级|评分项|指标|内容|要点|项目/,
  note: /备注|说明|责任|来源|材料/,
}
/** Columns that assessors fill in: they hold results, not full marks. */
const results = /得分(?!标准|办法|方法|细则)|自评分|实得|扣分$|扣分情况|评定|核定/
const headWithin = 20
const longestHead = 16

/**
 * Proposes which column of a foreign table plays which part: by the words of its head, which is looked for in the first 20 rows, else by
 * what the columns hold. A table with two levels and no items has its items in the second. A person confirms the mapping.
 */
export function guessColumns(table: TableSheet): ColumnGuess {
  const headRow = findHead(table)
  const head = (headRow === -1 ? [] : (table.rows[headRow] ?? [])).map(plain)
  const columns: Record<ColumnRole, number | null> = { id: null, level1: null, level2: null, item: null, points: null, standard: null, note: null }
  const confidence: Record<ColumnRole, 'sure' | 'likely' | 'guess' | null> = { id: null, level1: null, level2: null, item: null, points: null, standard: null, note: null }
  const taken = new Set<number>()
  const take = (role: ColumnRole, column: number, how: 'sure' | 'likely' | 'guess') => {
    if (column === -1 || columns[role] !== null) return
    columns[role] = column
    confidence[role] = how
    taken.add(column)
  }
  for (const [words, how] of [[exact, 'sure'], [partly, 'likely']] as const) {
    for (const role of roles) take(role, head.findIndex((title, column) => !taken.has(column) && !results.test(title) && title.length <= longestHead && words[role].test(title)), how)
  }
  const body = table.rows.slice(headRow + 1)
  const width = Math.max(0, ...body.map((cells) => cells.length))
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column) && !results.test(head[column] ?? ''))
  if (columns.points === null) take('points', best(free, body, sharesOfPoints, 0.6), 'guess')
  if (columns.standard === null) take('standard', best(free.filter((column) => column !== columns.points), body, sharesOfStandards, 0.5), 'guess')
  if (columns.item === null && columns.level2 !== null) {
    columns.item = columns.level2
    confidence.item = 'likely'
    columns.level2 = null
    confidence.level2 = null
  }
  if (columns.item === null) take('item', free.find((column) => !taken.has(column) && column !== columns.points && column !== columns.standard && sharesOfText(cellsOf(body, column)) > 0.5) ?? -1, 'guess')
  return { headRow, columns, confidence }
}

/** The row with the most columns that are named; two at least. */
function findHead(table: TableSheet): number {
  let found = -1
  let most = 1
  table.rows.slice(0, headWithin).forEach((cells, row) => {
    const titles = [...new Set(cells.map(plain))].filter((title) => title !== '' && title.length <= longestHead)
    const named = roles.filter((role) => titles.some((title) => exact[role].test(title) || partly[role].test(title))).length
    if (named > most) {
      most = named
      found = row
    }
  })
  return found
}

function plain(title: string): string {
  return title.normalize('NFKC').replace(/\s/g, '')
}

function cellsOf(body: readonly (readonly string[])[], column: number): string[] {
  return body.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')
}

function best(columns: readonly number[], body: readonly (readonly string[])[], share: (cells: readonly string[]) => number, least: number): number {
  const rated = columns.map((column) => ({ column, share: share(cellsOf(body, column)) })).filter((rating) => rating.share >= least)
  return rated.sort((a, b) => b.share - a.share)[0]?.column ?? -1
}

/** Numbers up to 100; 1, 2, 3 … is a column of list numbers. */
function sharesOfPoints(cells: readonly string[]): number {
  const values = cells.map(readPointsText)
  if (cells.length < 2 || values.every((value, index) => value === index + 1)) return 0
  return values.filter((value) => value !== null && value <= 100).length / cells.length
}

function sharesOfStandards(cells: readonly string[]): number {
  return cells.length === 0 ? 0 : cells.filter((cell) => cell.length > 6 && /分|扣|得|酌情/.test(cell)).length / cells.length
}

function sharesOfText(cells: readonly string[]): number {
  return cells.length === 0 ? 0 : cells.filter((cell) => /[\u4e00-\u9fffA-Za-z]{2}/.test(cell)).length / cells.length
}
