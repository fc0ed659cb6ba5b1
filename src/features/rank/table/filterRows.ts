import type { TableRow } from './rankingTable'

export const stateFilters = ['all', 'settled', 'provisional', 'unranked', 'tied', 'notApplicable'] as const
export type StateFilter = (typeof stateFilters)[number]

export interface RowFilter {
  readonly text: string
  /** Name of a band; null: any. '' asks for those without one. */
  readonly band: string | null
  readonly state: StateFilter
}

export const noFilter: RowFilter = { text: '', band: null, state: 'all' }

export function isFiltering(filter: RowFilter): boolean {
  return filter.text.trim() !== '' || filter.band !== null || filter.state !== 'all'
}

/** Rows that answer the filter, in their order. Places stay those of the whole ranking. */
export function filterRows(rows: readonly TableRow[], filter: RowFilter): readonly TableRow[] {
  const wanted = foldText(filter.text)
  return rows.filter(({ row }) => (wanted === '' || foldText(row.name).includes(wanted)) && (filter.band === null || (row.band ?? '') === filter.band) && answers(row, filter.state))
}

function answers(row: TableRow['row'], state: StateFilter): boolean {
  switch (state) {
    case 'all': return true
    case 'settled': return row.rank !== null && !row.provisional
    case 'provisional': return row.provisional
    case 'unranked': return row.rank === null
    case 'tied': return row.tied > 1
    case 'notApplicable': return row.tree.counts.notApplicable > 0
  }
}

/** Width and case do not matter to someone who looks for a name, nor do spaces. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
