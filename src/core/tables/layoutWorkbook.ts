import { layoutDimensions } from '#core/tables/layoutDimensions'
import { layoutMatrix } from '#core/tables/layoutMatrix'
import { layoutMethodSheet } from '#core/tables/layoutMethodSheet'
import { layoutRanking } from '#core/tables/layoutRanking'
import { layoutRubric } from '#core/tables/layoutRubric'
import { layoutScoreSheet } from '#core/tables/layoutScoreSheet'
import { type WorkbookPlan, planWorkbook } from '#core/tables/planWorkbook'
import type { CellModel, SheetModel, WorkbookModel } from '#core/tables/workbook'
import type { WorkbookInput } from '#core/tables/workbookInput'
import { type WorkbookWords, fillWords } from '#core/tables/workbookWords'

/** Excel's limit, UTF-16 units. */
const longestText = 32_767

/**
 * The whole deliverable as a table model: 说明, one 总排名 per group, 一级指标得分, 指标得分矩阵, 评分表_001 …, 指标体系 (METHOD §8 ①②③⑨⑫).
 * One workbook; above 100 units the score sheets are a second one.
 *
 * Every formula carries the value the program computed exactly and rounded once, half up; where a formula could not give that value,
 * the value stands alone. Missing is never zero: states are words, a total with open items is the low end of a range and marked, a
 * total of nothing is a word. Text longer than a cell holds is cut and says so.
 */
export function layoutWorkbook(input: WorkbookInput): WorkbookModel[] {
  const plan = planWorkbook(input)
  const byScoreSheet = [...plan.units].sort((a, b) => a.position - b.position)
  const method = layoutMethodSheet(plan)
  const scoreSheets = byScoreSheet.map((unit) => layoutScoreSheet(plan, unit))
  const tables = [...input.rankings.map((_, group) => layoutRanking(plan, group)), layoutDimensions(plan), layoutMatrix(plan)]
  const whole = plan.split ? [] : scoreSheets
  const first = makeWorkbook(plan, input.words.title, [method, ...tables, ...whole, layoutRubric(plan)])
  return plan.split ? [first, makeWorkbook(plan, input.words.partTwo, [method, ...scoreSheets])] : [first]
}

function makeWorkbook(plan: WorkbookPlan, title: string, sheets: readonly SheetModel[]): WorkbookModel {
  const { project, language, words, madeAt } = plan.input
  return {
    title: fillWords(title, { project: project.name }),
    language,
    decimals: project.settings.decimals,
    madeAt,
    sheets: sheets.map((sheet) => cutLongTexts(sheet, words)),
  }
}

function cutLongTexts(sheet: SheetModel, words: WorkbookWords): SheetModel {
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && cutLongText(cell, words)) }))
  return { ...sheet, rows }
}

function cutLongText(cell: CellModel, words: WorkbookWords): CellModel {
  if (typeof cell.value !== 'string' || cell.value.length <= longestText) return cell
  const notice = fillWords(words.cut, { count: [...cell.value].length })
  const kept = cell.value.slice(0, longestText - notice.length)
  return { ...cell, value: (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + notice }
}
