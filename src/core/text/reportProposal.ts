import type { AreaMatch } from '#core/area/findArea'
import type { CalendarDay } from '#core/calendarDay'
import type { Sha256 } from '#core/ids'
import type { ReportFormat, Residue, TextEncodingName } from '#core/records/reportRecord'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

/** What was read from a dropped file, for a person to confirm. Nothing in it is decided yet. */
export interface ReportProposal {
  readonly fileName: string
  readonly sizeBytes: number
  readonly format: ReportFormat
  /** null where the format settles it (docx, pdf) or there were no bytes to decode (pasted). */
  readonly encoding: TextEncodingName | null
  readonly bytesHash: Sha256
  readonly textHash: Sha256
  readonly text: string
  readonly residue: readonly Residue[]
  /** Offsets in `text` where each page begins, the first 0; none = the format has no pages. */
  readonly pages: readonly number[]
  readonly title: Proposed<string>
  readonly unitName: Proposed<string>
  readonly unitKind: Proposed<UnitKind>
  readonly unitLevel: Proposed<UnitLevel>
  /** GB/T 2260 code of six digits; of a department that of its place. Where several places share the name, doubtful, and null unless the text decides. */
  readonly unitCode: Proposed<string>
  /** The places that the unit's name may mean, the likeliest first: to choose from where `unitCode` is doubtful. */
  readonly unitPlaces: readonly AreaMatch[]
  readonly year: Proposed<number>
  readonly signedOn: Proposed<CalendarDay>
  readonly publishedOn: Proposed<CalendarDay>
  /** Where the report stands on the web (原文网址). */
  readonly sourceAddress: Proposed<string>
  readonly documentKind: Proposed<DocumentKind>
}

/** What a document is by its title and headings: 法治政府建设年度报告 · 政府信息公开工作年度报告 · 要点、计划、方案 · 政府工作报告 · 自查报告 · 其他. */
export type DocumentKind = 'annual-report' | 'open-government-report' | 'work-plan' | 'work-report' | 'self-check' | 'other'

/** A proposal with the place it was found (UTF-16 offsets in `text`), or the word that it is missing. */
export interface Proposed<T> {
  readonly value: T | null
  readonly place: { readonly start: number; readonly end: number } | null
  /** 'doubtful' is asked of the person before it counts; 'missing' has value null. */
  readonly confidence: 'certain' | 'doubtful' | 'missing'
  /** Where it comes from, a key that the desk turns into words. */
  readonly source: 'title' | 'signature' | 'opening' | 'heading' | 'publication-line' | 'page-metadata' | 'file-name' | 'body' | 'derived' | 'none'
}

/** A heading of the report's outline (一、 / (一) / 1. / 一是) and the stretch it governs, offsets in the cleaned text. */
export interface OutlineNode {
  readonly depth: 1 | 2 | 3 | 4
  readonly marker: string
  /** Heading text without marker, cut at the first sentence end. */
  readonly title: string
  readonly start: number
  readonly headingEnd: number
  readonly end: number
  readonly children: readonly OutlineNode[]
}
