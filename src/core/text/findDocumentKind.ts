import type { ReportHead } from '#core/text/findTitle'
import type { DocumentKind, OutlineNode, Proposed } from '#core/text/reportProposal'
import { splitLines } from '#core/text/splitLines'

export interface KindClues {
  readonly fileName: string
  readonly text: string
  readonly head: ReportHead
  readonly outline: readonly OutlineNode[]
}

/** What titles say, the first that fits; a report on 法治政府建设 may be called 工作报告, 总结 or 情况. */
const titles: readonly { readonly kind: DocumentKind; readonly pattern: RegExp }[] = [
  { kind: 'open-government-report', pattern: /(?:政府)?信息公开(?:工作)?(?:\d{4}年)?(?:年度)?(?:工作)?(?:报告|年报|总结|情况)|政务公开(?:工作)?(?:年度)?(?:报告|总结)/ },
  { kind: 'self-check', pattern: /自查|自评|自检|自评估/ },
  { kind: 'work-plan', pattern: /(?:要点|计划|方案|规划|工作安排|任务分工|责任清单)(?:的通知)?$/ },
  { kind: 'annual-report', pattern: /(?:法治政府|依法行政|法治建设|法治工作|依法治[省市县区州旗镇]).{0,40}(?:报告|总结|情况|汇报|通报)/ },
  { kind: 'work-report', pattern: /政府工作(?:的)?报告/ },
]
/** Headings that the format of 国办公开办函〔2021〕30号 prescribes. */
const openGovernmentHeadings = [/主动公开政府信息情况/, /收到和处理政府信息公开申请/, /政府信息公开行政复议/, /因政府信息公开工作被申请行政复议/]
const aboutLaw = /法治政府建设|依法行政|法治建设/g
const spokenHead = 2000

/**
 * What kind of document this is. By its title (certain), by the headings that only one kind has (信息公开年度报告: certain), by how it
 * speaks (各位代表 … 请予审议: a government's work report, certain with its title), else by the opening and by how often it speaks of
 * 法治政府建设, doubtful. Where the title says one kind and the headings another, the headings' kind is doubtful.
 * @example findDocumentKind({ fileName, text, head, outline }).value // 'annual-report'
 */
export function findDocumentKind(clues: KindClues): Proposed<DocumentKind> {
  const { text, head, outline, fileName } = clues
  const titled = kindOfTitle(head.title.value)
  const headed = kindOfHeadings(text, outline)
  if (headed && titled !== headed.value) return { ...headed, confidence: titled === null ? 'certain' : 'doubtful' }
  if (titled !== null) return { value: titled, place: head.title.place, confidence: 'certain', source: 'title' }
  return kindOfSpeech(text) ?? kindOfOpening(head) ?? kindOfFileName(fileName) ?? kindOfBody(text)
}

function kindOfTitle(title: string | null): DocumentKind | null {
  const plain = (title ?? '').replace(/[《》〈〉\s]/g, '').replace(/[(\uff08][^()\uff08\uff09]{1,16}[)\uff09]$/, '')
  return titles.find(({ pattern }) => pattern.test(plain))?.kind ?? null
}

function kindOfHeadings(text: string, outline: readonly OutlineNode[]): Proposed<DocumentKind> | null {
  const found = outline.filter(({ title }) => openGovernmentHeadings.some((pattern) => pattern.test(title)))
  if (found.length >= 2) return { value: 'open-government-report', place: { start: found[0]!.start, end: found[0]!.headingEnd }, confidence: 'certain', source: 'heading' }
  // Tables of saved pages leave the prescribed words as lines of their own.
  const words = openGovernmentHeadings.filter((pattern) => pattern.test(text.slice(0, 200_000)))
  const at = words.length >= 2 ? text.search(words[0]!) : -1
  return at < 0 ? null : { value: 'open-government-report', place: { start: at, end: at + 10 }, confidence: 'doubtful', source: 'body' }
}

function kindOfSpeech(text: string): Proposed<DocumentKind> | null {
  const opening = text.slice(0, spokenHead)
  const address = /各位代表/.exec(opening)
  if (!address || !/请予审议|请予审查/.test(opening)) return null
  return { value: 'work-report', place: { start: address.index, end: address.index + 4 }, confidence: 'doubtful', source: 'opening' }
}

function kindOfOpening(head: ReportHead): Proposed<DocumentKind> | null {
  const { opening } = head
  if (!opening) return null
  const match = /(?:法治政府建设|依法行政|法治建设)[^。]{0,60}报告如下|法治政府建设/.exec(opening.text.slice(0, spokenHead))
  if (!match) return null
  const reports = /报告如下|汇报如下|总结如下/.test(opening.text)
  return {
    value: 'annual-report',
    place: { start: opening.start + match.index, end: opening.start + match.index + match[0].length },
    confidence: reports ? 'certain' : 'doubtful',
    source: 'opening',
  }
}

function kindOfFileName(fileName: string): Proposed<DocumentKind> | null {
  const value = kindOfTitle(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, ''))
  return value === null ? null : { value, place: null, confidence: 'doubtful', source: 'file-name' }
}

function kindOfBody(text: string): Proposed<DocumentKind> {
  const lines = splitLines(text.slice(0, 200_000))
  const first = lines.find((line) => line.text.search(aboutLaw) >= 0)
  const count = text.slice(0, 200_000).match(aboutLaw)?.length ?? 0
  if (first && count >= 3) return { value: 'annual-report', place: { start: first.start, end: first.end }, confidence: 'doubtful', source: 'body' }
  return { value: 'other', place: null, confidence: 'doubtful', source: 'body' }
}
