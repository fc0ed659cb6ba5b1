import type { RubricGroup } from '#core/rubric/rubric'
import { escapeText } from '#core/tables/rubricSheet/escapeText'
import type { ItemColumn, RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'

/** The columns of an item, in the order of the template. */
export const itemColumns = ['id', 'name', 'full', 'weight', 'kind', 'rule', 'measure', 'guidance', 'cueWords', 'basis', 'notApplicable', 'variants', 'examples', 'nameEn', 'guidanceEn', 'textsEn'] as const satisfies readonly ItemColumn[]

/** Columns that a sheet of items must have; the others may be deleted. */
export const neededItemColumns = ['id', 'name', 'full', 'kind', 'rule', 'guidance'] as const satisfies readonly ItemColumn[]

export type GroupField = keyof RubricSheetWords['group']

export interface GroupColumn {
  /** Level of the group, from 0. */
  readonly level: number
  readonly field: GroupField
  readonly title: string
}

const fields = ['id', 'name', 'full', 'weight'] as const satisfies readonly GroupField[]

/** The columns of so many levels of groups, from the top; their English stands at the end of the sheet (englishColumns). */
export function groupColumns(levels: number, words: RubricSheetWords): GroupColumn[] {
  return words.levels.split('|').slice(0, levels).flatMap((name, level) => fields.map((field) => ({ level, field, title: words.group[field].replace('%level%', name) })))
}

export function englishColumns(levels: number, words: RubricSheetWords): GroupColumn[] {
  return words.levels.split('|').slice(0, levels).map((name, level) => ({ level, field: 'nameEn', title: words.group.nameEn.replace('%level%', name) }))
}

/** What stands in a group column for an item below these groups; null where it has no group of that level, or no weight. */
export function writeGroupColumn(path: readonly RubricGroup[], { level, field }: GroupColumn): string | number | null {
  const group = path[level]
  if (group === undefined) return null
  const value = field === 'nameEn' ? group.en?.name : group[field]
  return value === undefined ? null : field === 'name' || field === 'nameEn' ? escapeText(String(value)) : value
}
