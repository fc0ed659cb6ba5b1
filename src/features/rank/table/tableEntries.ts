import type { TableRow } from './rankingTable'

/** What stands in the body of the table, line by line; all lines have one height. */
export type TableEntry =
  | { readonly kind: 'row'; readonly key: string; readonly row: TableRow }
  /** The quiet rule between the ranked units and those without a place. */
  | { readonly kind: 'unranked'; readonly key: string; readonly count: number }

/** Ranked rows, then the rule, then the unranked ones; each part keeps the order it came in. */
export function entriesOf(rows: readonly TableRow[]): TableEntry[] {
  const entry = (row: TableRow): TableEntry => ({ kind: 'row', key: row.row.unitId, row })
  const unranked = rows.filter(({ row }) => row.rank === null)
  const rule: TableEntry[] = unranked.length > 0 ? [{ kind: 'unranked', key: 'unranked', count: unranked.length }] : []
  return [...rows.filter(({ row }) => row.rank !== null).map(entry), ...rule, ...unranked.map(entry)]
}
