import type { ItemId } from '#core/ids'
import { equalPoints, pointsOf, sumPoints, writeExact } from '#core/points'
import { failure, success, type Result } from '#core/result'
import type { ColumnMapping } from '#core/rubric/proposal/guessColumns'
import { proposeRule } from '#core/rubric/proposal/proposeRule'
import { readDraftRows, type DraftRow, type DraftRowProblem } from '#core/rubric/proposal/readDraftRows'
import type { RuleProposal } from '#core/rubric/proposal/ruleProposal'
import type { Rubric, RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

/** A rubric as it was read from a foreign table, for a person to go through item by item. */
export interface RubricDraft {
  readonly rubric: Rubric
  /** In the order of the table. */
  readonly items: readonly DraftItem[]
  /** What was left out or does not add up, with its row. Nothing of it is repaired. */
  readonly problems: readonly DraftProblem[]
}

export interface DraftItem {
  readonly id: ItemId
  /** First row of the item, from 0. */
  readonly row: number
  readonly standard: string
  readonly proposal: RuleProposal
}

export type DraftProblem =
  | DraftRowProblem
  /** The table names other points for a group than its items add up to. */
  | { readonly kind: 'group-points-differ'; readonly group: string; readonly stated: string; readonly sum: string }
  | { readonly kind: 'total-differs'; readonly row: number; readonly stated: string; readonly sum: string }

/** Why nothing at all can be made of a table with this mapping. */
export type DraftRefusal = { readonly kind: 'no-points-column' } | { readonly kind: 'no-item-column' } | { readonly kind: 'no-items' }

/**
 * A draft of a rubric from a foreign table. Items keep their wording: the standard becomes the guidance, and a proposed rule stands
 * beside it (proposeRule). Groups come from the two upper levels and get the sum of their items. Rows are never dropped in silence: a row
 * without points, and points that do not add up, are problems of the draft. Ids are those of the table where they can be used.
 */
export function draftRubric(table: TableSheet, mapping: ColumnMapping, about: Pick<Rubric, 'key' | 'version' | 'name'>): Result<RubricDraft, DraftRefusal> {
  if (mapping.columns.points === null) return failure({ kind: 'no-points-column' })
  if (mapping.columns.item === null) return failure({ kind: 'no-item-column' })
  const { rows, total, problems } = readDraftRows(table, mapping)
  if (rows.length === 0) return failure({ kind: 'no-items' })
  const ids = idsOf(rows)
  const items = rows.map((row, index) => draftItem(row, ids[index] as ItemId))
  const found: DraftProblem[] = [...problems]
  const groups = groupRows(rows, items.map(({ item }) => item), about.name, found)
  const full = sumOf(groups)
  if (total !== null && !equalPoints(pointsOf(total.points), pointsOf(full))) found.push({ kind: 'total-differs', row: total.row, stated: String(total.points), sum: String(full) })
  const rubric: Rubric = { format: 'zhunsheng.rubric', formatVersion: 1, ...about, summary: '', full, notApplicableMethod: 'global', bases: [], groups }
  return success({ rubric, items: items.map(({ draft }) => draft), problems: found })
}

function draftItem(row: DraftRow, id: ItemId): { readonly item: RubricItem; readonly draft: DraftItem } {
  const proposal = proposeRule(row.standard, row.points)
  const guidance = [row.item === nameOf(row.item) ? '' : row.item, row.standard, row.note].filter((part) => part !== '').join('\n')
  const item: RubricItem = { kind: 'item', id, name: nameOf(row.item), full: row.points, rule: proposal.rule, guidance: guidance === '' ? row.item : guidance, cueWords: [], basis: [] }
  return { item, draft: { id, row: row.row, standard: row.standard, proposal } }
}

/** The first line, shortened; the whole wording goes into the guidance. */
function nameOf(text: string): string {
  const first = (text.split('\n')[0] ?? '').trim()
  return first.length <= 40 ? first : `${first.slice(0, 39)}…`
}

/** Ids of the table where they are letters and digits ("C5"), made of its numbers ("1.2" → I1-2) or counted; each once. */
function idsOf(rows: readonly DraftRow[]): ItemId[] {
  const taken = new Set<string>()
  return rows.map((row, index) => {
    const written = row.id.normalize('NFKC').replace(/[.。、_\s]+/g, '-').replace(/^-|-$/g, '')
    const wanted = /^[A-Za-z][A-Za-z0-9-]{0,30}$/.test(written) ? written : /^\d[\d-]{0,30}$/.test(written) ? `I${written}` : `I${index + 1}`
    let id = wanted
    for (let number = 2; taken.has(id.toLowerCase()); number += 1) id = `${wanted}-${number}`
    taken.add(id.toLowerCase())
    return id as ItemId
  })
}

/** Neighbouring rows with the same names stand in the same groups. */
function groupRows(rows: readonly DraftRow[], items: readonly RubricItem[], name: string, problems: DraftProblem[]): RubricGroup[] {
  return chunk(rows.map((row, index) => ({ row, item: items[index] as RubricItem })), ({ row }) => row.level1).map((upper, index) => {
    const id = `Group-${index + 1}`
    const lower = chunk(upper.entries, ({ row }) => row.level2)
    const children = lower.flatMap<RubricNode>((part, place) => (part.key === '' ? part.entries.map(({ item }) => item) : [makeGroup(`${id}-${place + 1}`, part.key, part.entries.map(({ item }) => item), problems)]))
    return makeGroup(id, upper.key === '' ? name : upper.key, children, problems)
  })
}

const statedPoints = /\s{0,9}[(\uff08]\s{0,9}(\d{1,4}(?:\.\d{1,3})?)\s{0,9}分\s{0,9}[)\uff09]\s*$/

function makeGroup(id: string, text: string, children: readonly RubricNode[], problems: DraftProblem[]): RubricGroup {
  const stated = statedPoints.exec(text)
  const name = nameOf(text.replace(statedPoints, '')) || nameOf(text)
  const full = sumOf(children)
  if (stated && !equalPoints(pointsOf(stated[1] ?? '0'), pointsOf(full))) problems.push({ kind: 'group-points-differ', group: name, stated: writeExact(pointsOf(stated[1] ?? '0')), sum: String(full) })
  return { kind: 'group', id, name, full, children }
}

function sumOf(nodes: readonly { readonly full: number }[]): number {
  return Number(writeExact(sumPoints(nodes.map(({ full }) => pointsOf(full)))))
}

function chunk<T>(entries: readonly T[], keyOf: (entry: T) => string): { readonly key: string; readonly entries: T[] }[] {
  const chunks: { key: string; entries: T[] }[] = []
  for (const entry of entries) {
    const last = chunks.at(-1)
    if (last !== undefined && last.key === keyOf(entry)) last.entries.push(entry)
    else chunks.push({ key: keyOf(entry), entries: [entry] })
  }
  return chunks
}
