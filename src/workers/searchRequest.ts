import type { Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, ReportId, Sha256 } from '#core/ids'
import type { Rubric } from '#core/rubric/rubric'

export interface CueSource {
  readonly rubric: Rubric
  readonly rubricHash: Sha256
  readonly year: number
}

/** A report as it should be held: the worker has its text, or asks for it. */
export interface HeldReport {
  readonly reportId: ReportId
  readonly textHash: Sha256
}

export interface HeldText extends HeldReport {
  readonly text: string
}

export type SearchRequest =
  | { readonly kind: 'passages'; readonly cues: CueSource; readonly text: string }
  | { readonly kind: 'hold'; readonly projectId: ProjectId; readonly reports: readonly HeldText[] }
  | HeldRequest

/** Questions about all reports of a project, answered in their order. Those that are not among `reports` are let go of. */
export type HeldRequest = { readonly projectId: ProjectId; readonly reports: readonly HeldReport[] } & (
  | { readonly kind: 'search'; readonly phrases: readonly string[]; readonly limit: number }
  | { readonly kind: 'passages-of-item'; readonly cues: CueSource; readonly itemId: ItemId }
)

export interface FoundPhrases {
  /** Of each phrase how often it stands in each of the reports, in the order of the question. */
  readonly counts: readonly (readonly number[])[]
  /** Places in the reports that hold every phrase. */
  readonly hits: readonly FoundPlace[]
  readonly total: number
}

export interface FoundPlace {
  readonly reportId: ReportId
  readonly phrase: number
  readonly start: number
  readonly end: number
  /** What stands before and after it in its line, up to 24 characters. */
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** The answer, or the reports whose texts are wanted first. */
export type HeldReply<Found> = { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'missing'; readonly reportIds: readonly ReportId[] }

export type SearchReply = Map<ItemId, Passage[]> | HeldReply<FoundPhrases> | HeldReply<Map<ReportId, Passage[]>> | null
