import type { HeatCell, HeatRow } from '#ui/charts/heat'
import { hasFigures, type DimensionFigure, type TableRow } from '../table/rankingTable'

/** Words in the place of a number. */
export interface HeatWords {
  readonly notApplicable: string
  readonly undetermined: string
  readonly unranked: string
}

/** Units × dimensions in the order of the rows: 得分率 in percent, from exact points; no number where nothing applies or is settled. */
export function heatmapOfRanking(rows: readonly TableRow[], words: HeatWords): HeatRow[] {
  return rows.map((row) => ({
    id: row.row.unitId,
    place: row.row.rank === null ? words.unranked : String(row.row.rank),
    label: row.row.name,
    cells: row.dimensions.map((dimension) => cellOf(dimension, hasFigures(row.row), words)),
  }))
}

function cellOf(dimension: DimensionFigure, begun: boolean, words: HeatWords): HeatCell {
  if (dimension.kind === 'notApplicable') return { kind: 'none', text: words.notApplicable }
  if (dimension.kind === 'undetermined' || !begun || dimension.percent === null) return { kind: 'open', text: words.undetermined }
  // The colour reads the number that is printed, so that no cell says 90.00 in the colour of 89.
  return { kind: 'value', value: Number(dimension.percent), text: dimension.open > 0 ? `${dimension.percent}+` : dimension.percent }
}
