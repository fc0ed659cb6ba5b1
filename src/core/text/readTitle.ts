import { parseBodyNames, type BodyName } from '#core/text/parseBodyName'
import { readYear } from '#core/text/parseChineseDay'

export interface TitleParts {
  /** Bodies and places named in it, in their order. */
  readonly bodies: readonly BodyName[]
  /** The report years it names, each once; years of a plan and of a period (2021—2025年) are not among them. */
  readonly years: readonly number[]
}

const aYear = /(?:((?:19|20)\d{2})|([一二][〇零○O一二三四五六七八九]{3}))\s{0,2}年/g
const period = /\d{4}\s{0,2}年?\s{0,2}[-—–~至]{1,2}\s{0,2}\d{4}\s{0,2}年?/g
const nameEnd = /关于|法治|依法|推进|贯彻|全面|落实|年度|工作|建设|深入|开展|履行|加强|政府信息|[0-9一二]{1,2}\d{2}年/
const planWord = /^年?度?[^年]{0,16}(?:安排|计划|打算|思路|要点)/

/**
 * Takes a report's title apart: who (before the year, before 关于, or after the year) and which year. Also reads file names.
 * @example readTitle('望川县2023年法治政府建设年度报告').years // [2023]
 */
export function readTitle(title: string): TitleParts {
  const plain = title.replace(/[《》〈〉]/g, '').replace(period, '')
  const years = [...plain.matchAll(aYear)].map((match) => ({
    year: match[1] ? Number(match[1]) : readYear(match[2]!)!,
    start: match.index,
    end: match.index + match[0].length,
  }))
  const firstYear = years[0]
  const stated = years.filter((found, index) => index === 0 || !planWord.test(plain.slice(found.end - 1)))
  const before = cutAtAbout(plain.slice(0, firstYear?.start ?? plain.length))
  const after = firstYear ? cutAtAbout(plain.slice(firstYear.end).replace(/^度/, '')) : ''
  const bodies = parseBodyNames(before).map(({ body }) => body)
  return {
    bodies: bodies.length > 0 ? bodies : parseBodyNames(after).map(({ body }) => body),
    years: [...new Set(stated.map(({ year }) => year))],
  }
}

/** The words before 关于 and before what the report is about; names may contain 法治 and the like only inside a committee's name. */
function cutAtAbout(text: string): string {
  const trimmed = text.trim().replace(/^关于(?:印发|报送)?/, '').replace(/(?:关于|的|[-—_–:\uff1a]+)$/, '')
  if (parseBodyNames(trimmed).length > 0) return trimmed
  const end = trimmed.search(nameEnd)
  return end > 0 ? trimmed.slice(0, end) : trimmed
}
