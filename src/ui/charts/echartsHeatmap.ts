import { HeatmapChart } from 'echarts/charts'
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { heatSteps, type HeatCell, type HeatColumn, type HeatRow } from '#ui/charts/heat'
import type { HeatInk } from '#ui/charts/heatInk'

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, CanvasRenderer])

export interface HeatPicture {
  readonly columns: readonly HeatColumn[]
  /** The rows in sight, from the top. */
  readonly rows: readonly HeatRow[]
  /** Pixels: width of the labels on the left, height of the heads above, height of a row. */
  readonly labelWidth: number
  readonly headHeight: number
  readonly rowHeight: number
  readonly ink: HeatInk
  readonly tooltip: (row: HeatRow, column: HeatColumn, cell: HeatCell) => string
}

export interface HeatDrawing {
  readonly draw: (picture: HeatPicture) => void
  readonly resize: () => void
  readonly close: () => void
}

/** Opens a canvas in the element. Tooltips are drawn on it (richText): no HTML, as the content security policy wants it. */
export function openHeatmap(element: HTMLElement, onPick: (row: number, column: number) => void): HeatDrawing {
  const chart = init(element, null, { renderer: 'canvas' })
  chart.on('click', (event) => {
    const [column, row] = Array.isArray(event.value) ? (event.value as number[]) : []
    if (column !== undefined && row !== undefined) onPick(row, column)
  })
  return {
    draw: (picture) => chart.setOption(optionOf(picture), { notMerge: true }),
    resize: () => chart.resize(),
    close: () => chart.dispose(),
  }
}

function optionOf({ columns, rows, labelWidth, headHeight, rowHeight, ink, tooltip }: HeatPicture) {
  const cells = rows.flatMap((row, y) => row.cells.map((cell, x) => ({ cell, place: [x, y] as const })))
  const valued = cells.flatMap(({ cell, place }) => (cell.kind === 'value' ? [{ value: [...place, cell.value], label: { formatter: cell.text, color: ink.labels[ink.stepOf(cell.value)] } }] : []))
  const wordless = (kind: 'none' | 'open') => cells.flatMap(({ cell, place }) => (cell.kind === kind ? [{ value: [...place, 0], label: { formatter: cell.text } }] : []))
  const font = { fontFamily: ink.font, fontSize: 13 }
  const series = { type: 'heatmap', progressive: 0, emphasis: { itemStyle: { color: 'inherit', borderColor: ink.text, borderWidth: 2 } }, label: { show: true, ...font } } as const
  return {
    animation: false,
    grid: { left: labelWidth, right: 1, top: headHeight, height: rows.length * rowHeight, containLabel: false },
    xAxis: {
      type: 'category', position: 'top', data: columns.map(({ label }) => label),
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { ...font, interval: 0, color: ink.soft, fontWeight: 600, margin: 10, width: ink.columnWidth - 12, overflow: 'truncate', ellipsis: '…' },
    },
    yAxis: {
      type: 'category', inverse: true, data: rows.map((_, index) => String(index)),
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: {
        ...font, interval: 0, color: ink.text, margin: 12, align: 'left', padding: [0, 0, 0, 12 - labelWidth],
        formatter: (index: string) => `{place|${rows[Number(index)]?.place ?? ''}}{name|${ink.clip(rows[Number(index)]?.label ?? '')}}`,
        rich: {
          place: { width: ink.placeWidth, color: ink.faint, fontFamily: ink.font, fontSize: 13, fontWeight: 600 },
          name: { width: ink.nameWidth, color: ink.text, fontFamily: ink.font, fontSize: 13 },
        },
      },
    },
    tooltip: {
      renderMode: 'richText', confine: true, borderColor: ink.rule, backgroundColor: ink.paper, textStyle: { ...font, color: ink.text },
      formatter: (event: { value?: unknown }) => {
        const [x, y] = Array.isArray(event.value) ? (event.value as number[]) : []
        const row = rows[y ?? -1]
        const column = columns[x ?? -1]
        const cell = row?.cells[x ?? -1]
        return row && column && cell ? tooltip(row, column, cell) : ''
      },
    },
    visualMap: [
      {
        type: 'piecewise', show: false, seriesIndex: 0, dimension: 2,
        pieces: heatSteps.map((from, index) => ({ gte: from, lt: heatSteps[index + 1] ?? Infinity, color: ink.ramp[index] })),
      },
      // The other two series carry words, no numbers; ECharts asks for a scale nevertheless.
      { type: 'piecewise', show: false, seriesIndex: 1, dimension: 2, pieces: [{ value: 0, color: ink.sunk }] },
      { type: 'piecewise', show: false, seriesIndex: 2, dimension: 2, pieces: [{ value: 0, color: ink.paper }] },
    ],
    series: [
      { ...series, data: valued, itemStyle: { borderColor: ink.paper, borderWidth: 1 } },
      {
        ...series, data: wordless('none'), label: { ...series.label, color: ink.soft, backgroundColor: ink.sunk, padding: [1, 4] },
        itemStyle: { borderColor: ink.paper, borderWidth: 1, decal: { symbol: 'rect', color: ink.hatch, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: Math.PI / 4 } },
      },
      { ...series, data: wordless('open'), label: { ...series.label, color: ink.soft }, itemStyle: { borderColor: ink.rule, borderType: 'dashed', borderWidth: 1 } },
    ],
  }
}
