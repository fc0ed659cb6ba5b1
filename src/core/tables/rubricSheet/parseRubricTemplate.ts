import { failure, success, type Result } from '#core/result'
import type { ItemId } from '#core/ids'
import type { ConsistencyRule, ItemCondition, LegalBasis, Rubric, RubricItem } from '#core/rubric/rubric'
import { unescapeText } from '#core/tables/rubricSheet/escapeText'
import { readItemRow } from '#core/tables/rubricSheet/readItemRow'
import { readItemTree } from '#core/tables/rubricSheet/readItemTree'
import { readOverview } from '#core/tables/rubricSheet/readOverview'
import type { RubricSheetProblem } from '#core/tables/rubricSheet/rubricSheetProblem'
import { keyOfWord, rubricSheetWords, type RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { badLineOf, dayCell, englishCells, idCell, isBlank, lineCells, namedRows, rawCell, textCell, type NamedRow } from '#core/tables/rubricSheet/sheetRows'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import { englishColumns, groupColumns, neededItemColumns } from '#core/tables/rubricSheet/templateColumns'

/** Whether a workbook looks like our template, in either language: the words it is written in, or null. */
export function languageOfTemplate(sheets: readonly TableSheet[]): RubricSheetWords | null {
  const names = new Set(sheets.map((sheet) => sheet.name.trim()))
  return Object.values(rubricSheetWords).find((words) => names.has(words.sheets.overview) && names.has(words.sheets.items)) ?? null
}

/**
 * A rubric from the sheets of our template. Every problem names its sheet and cell; with any, nothing is returned. The shape is right
 * by construction; whether the rubric adds up is checkRubric's question. Sheets with other names are left alone.
 * @example parseRubricTemplate(sheets) // { ok: false, problem: [{ kind: 'not-a-number', place: { sheet: '评分项', cell: 'K7' }, found: '三' }] }
 */
export function parseRubricTemplate(sheets: readonly TableSheet[]): Result<Rubric, RubricSheetProblem[]> {
  const words = languageOfTemplate(sheets)
  if (words === null) return failure([{ kind: 'not-a-template' }])
  const problems: RubricSheetProblem[] = []
  const sheetOf = (name: keyof RubricSheetWords['sheets']) => sheets.find((sheet) => sheet.name.trim() === words.sheets[name]) ?? { name: words.sheets[name], hidden: false, rows: [], merges: [] }
  const overview = readOverview(sheetOf('overview'), words, problems)
  const rowsOf = (name: 'items' | 'sources' | 'bonus' | 'negative' | 'vetoes', needed: readonly string[]) => (sheetOf(name).rows.length === 0 ? [] : namedRows(sheetOf(name), needed, problems))
  const itemTitles = neededItemColumns.map((column) => words.item[column])
  const present = new Set((sheetOf('items').rows[0] ?? []).map((title) => title.trim()))
  const levels = words.levels.split('|').length
  const columns = [...groupColumns(levels, words), ...englishColumns(levels, words)].filter(({ level, title }) => level === 0 || present.has(title))
  const tree = readItemTree(namedRows(sheetOf('items'), [...columns.filter(({ field }) => field !== 'weight' && field !== 'nameEn').map(({ title }) => title), ...itemTitles], problems), columns, words)
  const items = (name: 'sources' | 'bonus' | 'negative' | 'vetoes'): RubricItem[] => rowsOf(name, itemTitles).map((row) => readItemRow(row, words))
  const [sources, bonus, negative, vetoes] = [items('sources'), items('bonus'), items('negative'), items('vetoes')]
  const consistency = readConsistency(sheetOf('consistency'), words, problems)
  const bases = readBases(sheetOf('bases'), words, problems)
  if (overview === null || problems.length > 0) return failure(problems)
  const { settings, head } = overview
  return success({
    ...head,
    bases,
    groups: tree,
    ...(settings.totalSources === null && sources.length === 0 ? {} : { totalSources: { own: settings.totalSources?.own ?? { label: head.name, weight: 100 }, items: sources } }),
    ...(settings.bonus === null && bonus.length === 0 ? {} : { bonus: { items: bonus, ...settings.bonus } }),
    ...(settings.negative === null && negative.length === 0 ? {} : { negative: { items: negative, ...settings.negative } }),
    ...(settings.vetoes || vetoes.length > 0 ? { vetoes } : {}),
    ...(settings.consistency || consistency.length > 0 ? { consistency } : {}),
  })
}

function readConsistency(sheet: TableSheet, words: RubricSheetWords, problems: RubricSheetProblem[]): ConsistencyRule[] {
  if (sheet.rows.length === 0) return []
  const { id, when, then, message, messageEn } = words.consistency
  return namedRows(sheet, [id, when, then, message], problems).map((row) => ({
    id: idCell(row, id),
    when: readConditions(row, when, words),
    then: readConditions(row, then, words),
    message: textCell(row, message),
    ...englishCells(row, { message: messageEn }),
  }))
}

function readConditions(row: NamedRow, column: string, words: RubricSheetWords): ItemCondition[] {
  return lineCells(row, column).map((line) => {
    const [item = '', state = ''] = line.parts
    const is = keyOfWord(words.conditions, state)
    if (is === null || item === '' || line.parts.length > 2) badLineOf(row, column, line)
    return { item: item as ItemId, is: is ?? 'full' }
  })
}

function readBases(sheet: TableSheet, words: RubricSheetWords, problems: RubricSheetProblem[]): LegalBasis[] {
  if (sheet.rows.length === 0) return []
  const { id, title, short, from, to, note, titleEn, shortEn, noteEn } = words.basis
  return namedRows(sheet, [id, title, short], problems).map((row) => {
    const inForceFrom = dayCell(row, from)
    const inForceTo = dayCell(row, to)
    return {
      id: idCell(row, id),
      title: textCell(row, title),
      short: textCell(row, short),
      ...(inForceFrom === undefined ? {} : { inForceFrom }),
      ...(inForceTo === undefined ? {} : { inForceTo }),
      ...(isBlank(row, note) ? {} : { note: unescapeText(rawCell(row, note)) }),
      ...englishCells(row, { title: titleEn, short: shortEn, note: noteEn }),
    }
  })
}
