import { findAllPassages, findPassages, type Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, ReportId, Sha256 } from '#core/ids'
import type { Rubric } from '#core/rubric/rubric'
import { compileCues, type CueMatcher } from '#core/search/compileCues'
import { searchIndex } from '#core/search/searchIndex'
import { addText, buildIndex, removeText, type TextIndex } from '#core/search/textIndex'
import { splitOutline } from '#core/text/splitOutline'

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

export type SearchRequest =
  | { readonly kind: 'passages'; readonly cues: CueSource; readonly text: string }
  | { readonly kind: 'hold'; readonly projectId: ProjectId; readonly reports: readonly (HeldReport & { readonly text: string })[] }
  | HeldRequest

/** Questions about all reports of a project. Those that are not among `reports` are let go of. */
export type HeldRequest = { readonly projectId: ProjectId; readonly reports: readonly HeldReport[] } & (
  | { readonly kind: 'search'; readonly phrase: string; readonly limit: number }
  | { readonly kind: 'passages-of-item'; readonly cues: CueSource; readonly itemId: ItemId }
)

export interface FoundPhrase {
  readonly hits: readonly { readonly reportId: ReportId; readonly start: number; readonly end: number; readonly before: string; readonly quote: string; readonly after: string }[]
  readonly total: number
  readonly reports: number
}

/** The answer, or the reports whose texts are wanted first. */
export type HeldReply<Found> = { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'missing'; readonly reportIds: readonly ReportId[] }

interface HeldProject {
  readonly index: TextIndex<ReportId>
  readonly hashes: Map<ReportId, Sha256>
}

/** Projects whose texts are held at a time, the one asked about last at the end. */
const mostProjects = 2
const contextLength = 24
const held = new Map<ProjectId, HeldProject>()
let compiled: { readonly rubricHash: Sha256; readonly year: number; readonly matcher: CueMatcher } | null = null

/**
 * What search.worker does; also called directly where there is no worker. Texts and their index stay in the worker, project by project,
 * and are checked against the text hashes of every question: nothing of them is stored, and a changed report is asked for again.
 */
export function answerSearch(request: SearchRequest): Map<ItemId, Passage[]> | HeldReply<FoundPhrase> | HeldReply<Map<ReportId, Passage[]>> | null {
  switch (request.kind) {
    case 'passages':
      return findAllPassages(request.text, splitOutline(request.text), matcherOf(request.cues))
    case 'hold':
      return holdReports(request.projectId, request.reports)
    case 'search':
      return answerHeld(request, ({ index }) => findPhrase(index, request.phrase, request.limit))
    case 'passages-of-item':
      return answerHeld(request, ({ index }) => passagesOfItem(index, request.reports, matcherOf(request.cues), request.itemId))
  }
}

function matcherOf({ rubric, rubricHash, year }: CueSource): CueMatcher {
  if (compiled?.rubricHash !== rubricHash || compiled.year !== year) compiled = { rubricHash, year, matcher: compileCues(rubric, year) }
  return compiled.matcher
}

function holdReports(projectId: ProjectId, reports: readonly (HeldReport & { readonly text: string })[]): null {
  const project = projectHeld(projectId)
  for (const { reportId, textHash, text } of reports) {
    addText(project.index, reportId, text)
    project.hashes.set(reportId, textHash)
  }
  return null
}

function answerHeld<Found>({ projectId, reports }: HeldRequest, answer: (project: HeldProject) => Found): HeldReply<Found> {
  const project = projectHeld(projectId)
  const wanted = new Map(reports.map(({ reportId, textHash }) => [reportId, textHash]))
  for (const [reportId, textHash] of project.hashes) {
    if (wanted.get(reportId) === textHash) continue
    removeText(project.index, reportId)
    project.hashes.delete(reportId)
  }
  const reportIds = reports.flatMap(({ reportId }) => (project.hashes.has(reportId) ? [] : [reportId]))
  return reportIds.length > 0 ? { kind: 'missing', reportIds } : { kind: 'found', found: answer(project) }
}

function projectHeld(projectId: ProjectId): HeldProject {
  const project = held.get(projectId) ?? { index: buildIndex<ReportId>([]), hashes: new Map() }
  held.delete(projectId)
  held.set(projectId, project)
  for (const oldest of held.keys()) if (held.size > mostProjects) held.delete(oldest)
  return project
}

function findPhrase(index: TextIndex<ReportId>, phrase: string, limit: number): FoundPhrase {
  const { hits, total, texts } = searchIndex(index, phrase, { limit })
  return {
    hits: hits.map(({ id, start, end }) => {
      const text = index.segmentOf.get(id)!.texts.get(id)!
      const before = text.slice(Math.max(0, start - contextLength), start)
      const after = text.slice(end, end + contextLength)
      return { reportId: id, start, end, before: before.slice(before.lastIndexOf('\n') + 1), quote: text.slice(start, end), after: after.split('\n', 1)[0]! }
    }),
    total,
    reports: texts,
  }
}

function passagesOfItem(index: TextIndex<ReportId>, reports: readonly HeldReport[], matcher: CueMatcher, itemId: ItemId): Map<ReportId, Passage[]> {
  return new Map(
    reports.map(({ reportId }) => {
      const text = index.segmentOf.get(reportId)!.texts.get(reportId)!
      return [reportId, findPassages(text, splitOutline(text), matcher, itemId)]
    }),
  )
}
