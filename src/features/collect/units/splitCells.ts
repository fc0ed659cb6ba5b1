/**
 * A block copied from a spreadsheet, as rows of cells: TAB between cells, line ends between rows, a cell with a line end or a quote
 * inside stands in double quotes. A quote that never closes is taken as written.
 * @example splitCells('甲\t乙\r\n"一\n二"\t三') // [['甲', '乙'], ['一\n二', '三']]
 */
export function splitCells(block: string): string[][] {
  const text = block.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = readQuoted(text, at) ?? readPlain(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] !== '\t') {
      rows.push(row)
      row = []
    }
    at += 1
  }
  return rows
}

interface Cell {
  readonly text: string
  /** Where the separator stands, or the end of the block. */
  readonly end: number
}

function readPlain(text: string, start: number): Cell {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { text: text.slice(start, end), end }
}

function readQuoted(text: string, start: number): Cell | null {
  if (text[start] !== '"') return null
  let inside = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      inside += text[at]
    } else if (text[at + 1] === '"') {
      inside += '"'
      at += 1
    } else {
      const next = text[at + 1]
      return next === undefined || next === '\t' || next === '\n' ? { text: inside, end: at + 1 } : null
    }
  }
  return null
}
