/**
 * Rows of a comma-separated text: quotes may hold separators, line breaks and doubled quotes. Tabs or semicolons separate instead where
 * the first line has them and no comma. Stops after `most` rows. Nothing is taken for a number, a day or a formula.
 * @example splitCsv('编号,"甲,乙"\n1,2', 100) // [['编号', '甲,乙'], ['1', '2']]
 */
export function splitCsv(text: string, most: number): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let cells: string[] = []
  let cell: string[] = []
  let quoted = false
  const closeRow = () => {
    rows.push([...cells, cell.join('')])
    cells = []
    cell = []
  }
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell.push(sign)
      else if (text[at + 1] === '"') {
        cell.push('"')
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.length === 0) quoted = true
    else if (sign === separator) {
      cells.push(cell.join(''))
      cell = []
    } else if (sign === '\n') closeRow()
    else if (sign !== '\r') cell.push(sign)
  }
  if (rows.length < most && (cell.length > 0 || cells.length > 0)) closeRow()
  return rows
}

function separatorOf(text: string): string {
  const end = text.indexOf('\n')
  const first = end === -1 ? text : text.slice(0, end)
  return [',', '\t', ';'].find((sign) => first.includes(sign)) ?? ','
}
