import type { BorderSide, CellStyle as Look, FontStyle } from 'hucre'
import type { CellStyle, WorkbookModel } from '#core/tables/workbook'

/** Ink on paper, as in ui/tokens.css: one indigo for what can be followed, cinnabar for warnings, ochre for what is still open. */
const ink = '1E2226'
const inkSoft = '454C53'
const inkFaint = '666E76'
const rule = 'E0DBCF'
const ruleStrong = 'C9C2B2'
const sunk = 'F3F0E8'
const indigo = '2C4A7C'
const cinnabar = 'A5342A'
const ochreWash = 'FBEFD3'

interface Faces {
  readonly body: string
  readonly head: string
  readonly quote: string
}

/** Fonts by name: those that Windows, WPS and macOS offices have. */
const faces: Readonly<Record<WorkbookModel['language'], Faces>> = {
  zh: { body: '宋体', head: '微软雅黑', quote: '仿宋' },
  en: { body: 'Calibri', head: 'Calibri', quote: 'Cambria' },
}

/** What the named looks of the table model mean in a spreadsheet. */
export function makeLooks(model: Pick<WorkbookModel, 'language' | 'decimals'>): Readonly<Record<CellStyle, Look>> {
  const { body, head, quote } = faces[model.language]
  const zeros = model.decimals === 0 ? '0' : `0.${'0'.repeat(model.decimals)}`
  const text: FontStyle = { name: body, size: 10, color: { rgb: ink } }
  const strong: FontStyle = { name: head, size: 10, bold: true, color: { rgb: ink } }
  const line: BorderSide = { style: 'thin', color: { rgb: rule } }
  const edge: BorderSide = { style: 'thin', color: { rgb: ruleStrong } }
  const table = { border: { top: line, bottom: line, left: line, right: line } }
  const headed = { border: { top: edge, bottom: edge, left: line, right: line }, fill: solid(sunk) }
  const left = { alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 } } as const
  const center = { alignment: { horizontal: 'center', vertical: 'center', wrapText: true } } as const
  const right = { alignment: { horizontal: 'right', vertical: 'center', indent: 1 } } as const
  const open = { fill: solid(ochreWash) }
  const italic = { font: { ...text, italic: true } }
  return {
    title: { font: { name: head, size: 15, bold: true, color: { rgb: ink } }, alignment: { vertical: 'center' } },
    subtitle: { font: { ...text, color: { rgb: inkSoft } }, alignment: { vertical: 'center' } },
    note: { font: { ...text, size: 9, color: { rgb: inkFaint } }, alignment: { horizontal: 'left', vertical: 'top', wrapText: true } },
    section: { font: { ...strong, size: 11 }, border: { bottom: edge }, alignment: { vertical: 'bottom' } },
    header: { font: strong, ...headed, ...center },
    headerLeft: { font: strong, ...headed, ...left },
    headerPoints: { font: strong, ...headed, ...right, numFmt: zeros },
    label: { font: { ...text, color: { rgb: inkSoft } }, ...left },
    value: { font: text, border: { bottom: line }, ...left },
    text: { font: text, ...table, ...left },
    textCenter: { font: text, ...table, ...center },
    wrapped: { font: text, ...table, ...left },
    quote: { font: { ...text, name: quote }, ...table, ...left },
    link: { font: { ...text, color: { rgb: indigo }, underline: true }, ...table, ...left },
    linkBack: { font: { ...text, color: { rgb: indigo }, underline: true }, alignment: { horizontal: 'right', vertical: 'center' } },
    integer: { font: text, ...table, ...center, numFmt: '0' },
    rank: { font: strong, ...table, ...center, numFmt: '0' },
    points: { font: text, ...table, ...right, numFmt: zeros },
    pointsStrong: { font: strong, ...table, ...right, numFmt: zeros },
    pointsProvisional: { ...italic, ...table, ...open, ...right, numFmt: zeros },
    pointsNotFound: { ...italic, ...table, ...right, numFmt: `${zeros}"※"` },
    pointsExact: { font: { ...text, color: { rgb: inkFaint } }, ...table, ...right, numFmt: '0.00#######' },
    percent: { font: text, ...table, ...right, numFmt: `${zeros}%` },
    percentProvisional: { ...italic, ...table, ...open, ...right, numFmt: `${zeros}%` },
    stateOpen: { font: { ...text, color: { rgb: cinnabar } }, ...table, ...open, ...center },
    stateNotApplicable: { font: { ...text, color: { rgb: inkFaint } }, ...table, ...center },
    warning: { font: { ...text, color: { rgb: cinnabar } }, ...open, ...left },
    faint: { font: { ...text, color: { rgb: inkFaint } }, ...table, ...center },
    signature: { font: text, alignment: { vertical: 'bottom' } },
  }
}

function solid(rgb: string): NonNullable<Look['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } }
}
