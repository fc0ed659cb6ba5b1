import type { OutlineNode, Proposed } from '#core/text/reportProposal'
import type { ReportHead } from '#core/text/findTitle'
import { readYear } from '#core/text/parseChineseDay'
import { readTitle } from '#core/text/readTitle'

export interface YearClues {
  readonly fileName: string
  readonly text: string
  readonly head: ReportHead
  readonly outline: readonly OutlineNode[]
  /** Year of the signing day, if there is one. */
  readonly signedYear: number | null
}

const openingYear = /^(?:(20\d{2})|([二][〇零○O一二三四五六七八九]{3}))年(?!以来|至今|[-—]|\d)/
const reportedYear = /(?:现将|现就).{0,40}?(20\d{2})年/
const planHeading = /安排|计划|打算|思路|措施|举措|重点|部署|展望|任务/
const pastHeading = /成效|做法|举措|情况|进展|回顾/

/**
 * The year a report is about: from its title, else from the start of its opening (2023年,… or 现将2023年…报告如下), both certain; else from its
 * main headings (2024年工作安排 → 2023) or the file name, doubtful. Certain becomes doubtful where another clue speaks against it:
 * another year at the opening, a plan that is not for the year after, a signing day before the year or more than a year after it.
 * @example findReportYear({ fileName: '', text, head: findTitle(text), outline: splitOutline(text), signedYear: null }).value // 2023
 */
export function findReportYear(clues: YearClues): Proposed<number> {
  const { text, head, outline, signedYear } = clues
  const plan = headingYear(outline, (title) => planHeading.test(title) && !/成效|做法/.test(title))
  const fromOpening = yearOfOpening(head)
  const best = yearOfTitle(head, text) ?? fromOpening ?? yearOfHeadings(outline, plan) ?? yearOfFileName(clues.fileName)
  if (!best) return { value: null, place: null, confidence: 'missing', source: 'none' }
  const year = best.value!
  const contradicted =
    (fromOpening?.confidence === 'certain' && fromOpening.value !== year) ||
    (plan !== null && plan.year !== year + 1) ||
    (signedYear !== null && signedYear !== year && signedYear !== year + 1)
  return contradicted ? { ...best, confidence: 'doubtful' } : best
}

function yearOfTitle(head: ReportHead, text: string): Proposed<number> | null {
  const { title } = head
  if (title.value === null || title.place === null) return null
  const { years } = readTitle(title.value)
  const value = years[0]
  if (value === undefined) return null
  const at = text.slice(title.place.start, title.place.end).indexOf(`${value}`)
  const start = title.place.start + at
  return { value, place: at < 0 ? title.place : { start, end: start + 4 }, confidence: years.length === 1 ? 'certain' : 'doubtful', source: 'title' }
}

function yearOfOpening(head: ReportHead): Proposed<number> | null {
  const { opening } = head
  if (!opening) return null
  const first = openingYear.exec(opening.text)
  const match = first ?? reportedYear.exec(opening.text.slice(0, 2000))
  if (match) {
    const year = match[1] ? Number(match[1]) : readYear(match[2]!)
    const start = opening.start + match.index + (first ? 0 : match[0].length - 5)
    return { value: year, place: { start, end: start + 5 }, confidence: 'certain', source: 'opening' }
  }
  const sentence = opening.text.slice(0, 400).split('。')[0]!
  const mentioned = /(20\d{2})年(?!以来|至今)/.exec(sentence)
  if (!mentioned) return null
  const start = opening.start + mentioned.index
  return { value: Number(mentioned[1]), place: { start, end: start + 5 }, confidence: 'doubtful', source: 'opening' }
}

function yearOfHeadings(outline: readonly OutlineNode[], plan: YearInHeading | null): Proposed<number> | null {
  if (plan) return { value: plan.year - 1, place: plan.place, confidence: 'doubtful', source: 'heading' }
  const past = headingYear(outline, (title) => pastHeading.test(title))
  return past && { value: past.year, place: past.place, confidence: 'doubtful', source: 'heading' }
}

function yearOfFileName(fileName: string): Proposed<number> | null {
  const [value] = readTitle(fileName).years
  return value === undefined ? null : { value, place: null, confidence: 'doubtful', source: 'file-name' }
}

interface YearInHeading {
  readonly year: number
  readonly place: { readonly start: number; readonly end: number }
}

/** The year named in a main heading that fits. */
function headingYear(outline: readonly OutlineNode[], fits: (title: string) => boolean): YearInHeading | null {
  for (const node of outline) {
    const match = node.depth === 1 && fits(node.title) ? /(20\d{2})年/.exec(node.title.slice(0, 60)) : null
    if (match) return { year: Number(match[1]), place: { start: node.start, end: node.headingEnd } }
  }
  return null
}
