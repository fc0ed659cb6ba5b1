import type { RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'
import { readItemRow } from '#core/tables/rubricSheet/readItemRow'
import type { RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { englishCells, idCell, isBlank, numberCell, placeOf, textCell, type NamedRow } from '#core/tables/rubricSheet/sheetRows'
import type { GroupColumn } from '#core/tables/rubricSheet/templateColumns'

interface OpenGroup {
  readonly kind: 'group'
  readonly id: string
  readonly name: string
  readonly full: number
  readonly weight?: number
  readonly en?: { readonly name?: string }
  readonly children: (OpenGroup | RubricItem)[]
}

/**
 * The tree from the rows of the items. Neighbouring rows with the same ids stand in the same groups. A row that leaves its upper groups
 * empty stands below those of the row above, as with cells that were merged; name and points need to stand once.
 */
export function readItemTree(rows: readonly NamedRow[], columns: readonly GroupColumn[], words: RubricSheetWords): RubricGroup[] {
  const groups: OpenGroup[] = []
  let path: OpenGroup[] = []
  for (const row of rows) {
    path = openPath(row, path, groups, columns)
    const parent = path.at(-1)
    if (isBlank(row, words.item.id) && isBlank(row, words.item.name) && isBlank(row, words.item.kind)) continue
    const item = readItemRow(row, words)
    if (parent === undefined) row.problems.push({ kind: 'no-group', place: placeOf(row, words.item.id) })
    else parent.children.push(item)
  }
  return groups as readonly RubricNode[] as RubricGroup[]
}

function openPath(row: NamedRow, above: readonly OpenGroup[], top: OpenGroup[], columns: readonly GroupColumn[]): OpenGroup[] {
  const levels = Array.from({ length: Math.max(-1, ...columns.map(({ level }) => level)) + 1 }, (_, level) => ({ id: titleOf(columns, level, 'id'), columns: columns.filter((column) => column.level === level) }))
  const first = levels.findIndex((level) => level.columns.some(({ title }) => !isBlank(row, title)))
  if (first === -1) return [...above]
  const path = above.slice(0, first)
  for (const [level, { id: idTitle }] of levels.entries()) {
    if (level < first) continue
    if (isBlank(row, idTitle) && columns.filter((column) => column.level === level).every(({ title }) => isBlank(row, title))) break
    const standing = above[level]
    const same = standing !== undefined && path.length === level && above.slice(0, level).every((group, index) => group === path[index]) && (isBlank(row, idTitle) || idCell(row, idTitle) === standing.id)
    const group = same ? standing : readGroup(row, level, columns)
    if (same) checkSame(row, level, columns, standing)
    else (path.at(-1)?.children ?? top).push(group)
    path.push(group)
  }
  return path
}

function readGroup(row: NamedRow, level: number, columns: readonly GroupColumn[]): OpenGroup {
  const weight = titleOf(columns, level, 'weight')
  return {
    kind: 'group',
    id: idCell(row, titleOf(columns, level, 'id')),
    name: textCell(row, titleOf(columns, level, 'name')),
    full: numberCell(row, titleOf(columns, level, 'full')),
    ...(isBlank(row, weight) ? {} : { weight: numberCell(row, weight) }),
    ...englishCells(row, { name: titleOf(columns, level, 'nameEn') }),
    children: [],
  }
}

/** What is repeated for a group must say the same. */
function checkSame(row: NamedRow, level: number, columns: readonly GroupColumn[], group: OpenGroup): void {
  for (const field of ['name', 'full', 'weight', 'nameEn'] as const) {
    const title = titleOf(columns, level, field)
    if (isBlank(row, title)) continue
    const value = field === 'name' || field === 'nameEn' ? textCell(row, title) : numberCell(row, title)
    if (value !== (field === 'nameEn' ? group.en?.name : group[field])) row.problems.push({ kind: 'group-differs', place: placeOf(row, title), id: group.id })
  }
}

function titleOf(columns: readonly GroupColumn[], level: number, field: GroupColumn['field']): string {
  return columns.find((column) => column.level === level && column.field === field)?.title ?? ''
}
