import { readLineMarker } from '#core/text/headingMarker'
import { parseBodyNames } from '#core/text/parseBodyName'
import { parseChineseDay } from '#core/text/parseChineseDay'
import { readTitle } from '#core/text/readTitle'
import type { Proposed } from '#core/text/reportProposal'
import { splitLines, type TextLine } from '#core/text/splitLines'

/** The top of a report: what stands before its first paragraph, and that paragraph (null where headings come at once). */
export interface ReportHead {
  readonly title: Proposed<string>
  readonly lines: readonly TextLine[]
  readonly opening: TextLine | null
}

const headLines = 24
const titleEnd = /(?:报告|总结|汇报|通报|公报|情况|公告|自查|工作要点|工作计划|工作安排|实施方案|工作方案|任务分工方案|规划)(?:[(\uff08][^()\uff08\uff09]{1,16}[)\uff09])?$/
const planEnd = /(?:要点|计划|安排|方案|规划)$/
const sentenceMark = /[。;\uff1b!\uff01?\uff1f,\uff0c]/
const subject = /法治政府|依法行政|法治建设/
const pageData = /^(?:发布|发表|发稿|公开|信息|更新|成文|文章|稿件|来源|作者|时间|日期|索引|文号|字号|主题|体裁|名称|发文|制发|浏览|点击|阅读|责任编辑)[^。]{0,8}[:\uff1a]/

/**
 * Finds the title: lines before the first paragraph that read like one (…报告, …总结), up to three joined where the last alone lacks
 * its year or its body. The value is joined without spaces, the place covers all its lines. Certain when it speaks of 法治政府 or
 * 依法行政 and names a year or a body; missing when no line reads like a title: a first paragraph is none.
 * @example findTitle('望川县2023年法治政府建设年度报告\n2023年,……。').title.confidence // 'certain'
 */
export function findTitle(text: string): ReportHead {
  const all = splitLines(text.slice(0, 40_000)).filter((line) => line.text !== '')
  const openingAt = all.findIndex((line) => isParagraph(line) || readLineMarker(line.text) !== null)
  const lines = all.slice(0, Math.min(openingAt < 0 ? all.length : openingAt, headLines))
  const first = openingAt < 0 ? undefined : all[openingAt]
  const opening = first && readLineMarker(first.text) === null ? first : null

  const titles = lines.flatMap((line, index) => (titleEnd.test(line.text) && isTitlePiece(line) ? [joinUpwards(lines, index)] : []))
  const best = titles.find((title) => title.complete && !planEnd.test(title.value)) ?? titles.find((title) => title.complete) ?? titles.find((title) => subject.test(title.value)) ?? titles[0]
  if (!best || best.value.length < 6) return { title: { value: null, place: null, confidence: 'missing', source: 'none' }, lines, opening }
  const { bodies, years } = readTitle(best.value)
  const speaks = subject.test(best.value) && (bodies.length > 0 || years.length > 0)
  return {
    title: { value: best.value, place: { start: best.start, end: best.end }, confidence: speaks ? 'certain' : 'doubtful', source: 'title' },
    lines,
    opening,
  }
}

/** Whether a line of the head is data of the web page (来源: …, 索引号: …) rather than of the report. */
export function isPageData(line: TextLine): boolean {
  return pageData.test(line.text)
}

function joinUpwards(lines: readonly TextLine[], last: number): { value: string; start: number; end: number; complete: boolean } {
  let first = last
  let value = lines[last]!.text
  while (!isComplete(value) && last - first < 2) {
    const above = lines[first - 1]
    if (!above || !isTitlePiece(above) || titleEnd.test(above.text) || !belongsAbove(above.text)) break
    first -= 1
    value = above.text + value
  }
  return { value, start: lines[first]!.start, end: lines[last]!.end, complete: isComplete(value) }
}

function isComplete(title: string): boolean {
  const { bodies, years } = readTitle(title)
  return bodies.length > 0 && years.length > 0 && subject.test(title)
}

/** A piece of a title above its last line: it names a body or a year, or breaks off at 关于. */
function belongsAbove(line: string): boolean {
  return /^关于|关于$/.test(line) || /\d{4}\s{0,2}年度?/.test(line) || parseBodyNames(line).length > 0
}

function isTitlePiece(line: TextLine): boolean {
  return line.text.length <= 60 && !sentenceMark.test(line.text) && !isPageData(line) && parseChineseDay(line.text) === null && !/[:\uff1a]$/.test(line.text)
}

function isParagraph(line: TextLine): boolean {
  return line.text.length > 60 || (line.text.length >= 12 && /[。;\uff1b]/.test(line.text)) || /^\d{4}年[度来]{0,2}[,\uff0c]/.test(line.text)
}
