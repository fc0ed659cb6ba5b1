import type { Instant } from '#core/ids'
import type { BasisReference, ConsistencyRule, ItemCondition, LegalBasis, Rubric, RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'
import { makeCell, makeFittedRow, makeRow } from '#core/tables/cells'
import { writeEnglish } from '#core/tables/rubricSheet/englishLines'
import { escapeText } from '#core/tables/rubricSheet/escapeText'
import { englishColumns, itemColumns, groupColumns, writeGroupColumn, type GroupColumn } from '#core/tables/rubricSheet/templateColumns'
import { overviewRows } from '#core/tables/rubricSheet/overviewRows'
import type { RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { writeLines, writeRule, writeVariants } from '#core/tables/rubricSheet/writeRule'
import type { CellChoices, CellModel, SheetModel, SheetRow, WorkbookModel } from '#core/tables/workbook'

export interface RubricTemplate extends WorkbookModel {
  readonly choices: readonly CellChoices[]
}

/** Rows below the last item that still offer their lists, for what the owner adds. */
const spareRows = 200

/**
 * A rubric as the workbook that its owner edits: one row an item, with its groups, points, rule in our notation, guidance, variants and
 * examples; sheets for the overview, other sources of the total, bonus, negative list, vetoes, consistency rules and bases. `parseRubricTemplate` reads it back
 * without loss (only `$schema` is left out). An empty section has its sheet, so that it can be filled in.
 */
export function layoutRubricTemplate(rubric: Rubric, words: RubricSheetWords, madeAt: Instant): RubricTemplate {
  const overview = overviewRows(rubric, words)
  const depth = Math.max(2, ...rubric.groups.map(depthOf))
  const groups = groupColumns(depth, words)
  const english = englishColumns(depth, words)
  const rows = rubric.groups.flatMap((group) => itemRows(group, [], { groups, english }, words))
  const outside = [['sources', rubric.totalSources?.items], ['bonus', rubric.bonus?.items], ['negative', rubric.negative?.items], ['vetoes', rubric.vetoes]] as const
  const sheets = [
    makeSheet(words.sheets.overview, [18, 44, 70], null, overview.map(({ label, value, hint }) => [makeCell(label, 'label'), makeCell(value, typeof value === 'number' ? 'points' : 'wrapped'), makeCell(hint, 'note')])),
    makeSheet(words.sheets.items, [...groups.map(({ field }) => (field === 'name' ? 16 : 8)), ...itemWidths, ...english.map(() => 24)], [...groups.map(({ title }) => title), ...itemTitles(words), ...english.map(({ title }) => title)], rows),
    ...outside.map(([name, items]) => makeSheet(words.sheets[name], itemWidths, itemTitles(words), (items ?? []).map((item) => itemCells(item, words)))),
    makeSheet(words.sheets.consistency, [12, 36, 36, 60, 60], Object.values(words.consistency), (rubric.consistency ?? []).map((rule) => consistencyCells(rule, words))),
    makeSheet(words.sheets.bases, [18, 48, 18, 14, 14, 60, 48, 18, 60], Object.values(words.basis), rubric.bases.map(basisCells)),
  ]
  const lists = [{ column: itemColumns.indexOf('kind'), list: Object.values(words.rules) }, { column: itemColumns.indexOf('measure'), list: Object.values(words.measures) }]
  const choices = [
    ...overview.flatMap(({ choices: list }, row) => (list === null ? [] : [{ sheet: words.sheets.overview, column: 1, firstRow: row, lastRow: row, words: list }])),
    ...lists.map(({ column, list }) => ({ sheet: words.sheets.items, column: groups.length + column, firstRow: 1, lastRow: rows.length + spareRows, words: list })),
    ...outside.flatMap(([name, items]) => lists.map(({ column, list }) => ({ sheet: words.sheets[name], column, firstRow: 1, lastRow: (items?.length ?? 0) + spareRows, words: list }))),
  ]
  return { title: `${rubric.name} ${words.title}`, language: words.language, decimals: 2, madeAt, sheets, choices }
}

const itemWidths = itemColumns.map((column) => ({ id: 10, name: 22, full: 8, weight: 8, kind: 12, rule: 56, measure: 14, guidance: 60, cueWords: 24, basis: 30, notApplicable: 24, variants: 40, examples: 40, nameEn: 24, guidanceEn: 60, textsEn: 60 })[column])

function itemTitles(words: RubricSheetWords): string[] {
  return itemColumns.map((column) => words.item[column])
}

function depthOf(node: RubricNode): number {
  return node.kind === 'item' ? 0 : 1 + Math.max(0, ...node.children.map(depthOf))
}

/** A row for every item, and one for a group without any. Groups stand on every row, so that the table can be filtered and sorted. */
function itemRows(group: RubricGroup, above: readonly RubricGroup[], columns: GroupColumns, words: RubricSheetWords): (CellModel | null)[][] {
  const path = [...above, group]
  const [front, back] = [columns.groups, columns.english].map((list) => list.map((column) => {
    const value = writeGroupColumn(path, column)
    return value === null ? null : makeCell(value, typeof value === 'number' ? 'points' : 'wrapped')
  })) as [(CellModel | null)[], (CellModel | null)[]]
  if (group.children.length === 0) return [[...front, ...itemColumns.map(() => null), ...back]]
  return group.children.flatMap((child) => (child.kind === 'group' ? itemRows(child, path, columns, words) : [[...front, ...itemCells(child, words), ...back]]))
}

interface GroupColumns {
  readonly groups: readonly GroupColumn[]
  readonly english: readonly GroupColumn[]
}

function itemCells(item: RubricItem, words: RubricSheetWords): (CellModel | null)[] {
  const values: Readonly<Record<(typeof itemColumns)[number], string | number | undefined>> = {
    id: item.id,
    name: escapeText(item.name),
    full: item.full,
    weight: item.weight,
    kind: words.rules[item.rule.kind],
    rule: writeRule(item.rule, words),
    measure: item.measure && words.measures[item.measure],
    guidance: escapeText(item.guidance),
    cueWords: item.cueWords.map((word) => escapeText(word).replaceAll('\n', '\\n').replaceAll('、', '\\、')).join('、'),
    basis: writeBasis(item.basis, words),
    notApplicable: item.notApplicable && escapeText(item.notApplicable.when),
    // A list that is there but empty is not the same as none.
    variants: item.variants && (item.variants.length === 0 ? '\\e' : writeVariants(item.variants, words)),
    examples: item.examples && (item.examples.length === 0 ? '\\e' : writeLines(item.examples.map(({ passage, ruling, reason, date }) => [passage, ruling, reason, date]))),
    nameEn: item.en?.name && escapeText(item.en.name),
    guidanceEn: item.en?.guidance && escapeText(item.en.guidance),
    textsEn: writeEnglish(item) || undefined,
  }
  return itemColumns.map((column) => {
    const value = values[column]
    return value === undefined ? null : makeCell(value, typeof value === 'number' ? 'points' : 'wrapped')
  })
}

function writeBasis(basis: readonly BasisReference[], { checked: { yes, no } }: RubricSheetWords): string {
  return writeLines(basis.map(({ basis: id, place, checked }) => [id, checked ? yes : no, place]))
}

function consistencyCells({ id, when, then, message, en }: ConsistencyRule, words: RubricSheetWords): CellModel[] {
  const write = (conditions: readonly ItemCondition[]) => writeLines(conditions.map(({ item, is }) => [item, words.conditions[is]]))
  return [id, write(when), write(then), escapeText(message), ...(en?.message === undefined ? [] : [escapeText(en.message)])].map((text) => makeCell(text, 'wrapped'))
}

function basisCells({ id, title, short, inForceFrom, inForceTo, note, en }: LegalBasis): (CellModel | null)[] {
  return [id, escapeText(title), escapeText(short), inForceFrom, inForceTo, ...[note, en?.title, en?.short, en?.note].map((text) => (text === undefined ? undefined : escapeText(text)))].map((text) => (text === undefined ? null : makeCell(text, 'wrapped')))
}

function makeSheet(name: string, columns: readonly number[], titles: readonly string[] | null, body: readonly (readonly (CellModel | null)[])[]): SheetModel {
  const head: SheetRow[] = titles === null ? [] : [makeRow(titles.map((title) => makeCell(title, 'header')), 28)]
  return {
    name,
    columns,
    rows: [...head, ...body.map((cells) => makeFittedRow(cells, columns))],
    frozenRows: head.length,
    frozenColumns: 0,
    merges: [],
    print: { orientation: 'landscape', repeatRows: titles === null ? null : [0, 0], repeatColumns: null, pagesWide: 1 },
    autoFilter: titles === null ? null : { row: 0, firstColumn: 0, lastColumn: titles.length - 1, lastRow: body.length },
  }
}
