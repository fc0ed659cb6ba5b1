import { findAllPassages, findPassages, type Passage } from '#core/evidence/findPassages'
import type { ItemId, ReportId } from '#core/ids'
import { compileCues, type CueMatcher } from '#core/search/compileCues'
import { searchIndex } from '#core/search/searchIndex'
import type { TextIndex } from '#core/search/textIndex'
import { splitOutline } from '#core/text/splitOutline'
import { answerFromHeld, holdTexts, textHeld } from '#workers/heldTexts'
import type { CueSource, FoundPhrases, HeldReport, SearchReply, SearchRequest } from '#workers/searchRequest'

const contextLength = 24
/** The cues of the rubric asked about last. */
let compiled: (Omit<CueSource, 'rubric'> & { readonly matcher: CueMatcher }) | null = null

/** What search.worker does; also called directly where there is no worker. */
export function answerSearch(request: SearchRequest): SearchReply {
  switch (request.kind) {
    case 'passages':
      return findAllPassages(request.text, splitOutline(request.text), matcherOf(request.cues))
    case 'hold':
      holdTexts(request.projectId, request.reports)
      return null
    case 'search':
      return answerFromHeld(request.projectId, request.reports, (index) => findPhrases(index, request.reports, request.phrases, request.limit))
    case 'passages-of-item':
      return answerFromHeld(request.projectId, request.reports, (index) => passagesOfItem(index, request.reports, matcherOf(request.cues), request.itemId))
  }
}

function matcherOf({ rubric, rubricHash, year }: CueSource): CueMatcher {
  if (compiled?.rubricHash !== rubricHash || compiled.year !== year) compiled = { rubricHash, year, matcher: compileCues(rubric, year) }
  return compiled.matcher
}

function findPhrases(index: TextIndex<ReportId>, reports: readonly HeldReport[], phrases: readonly string[], limit: number): FoundPhrases {
  const order = reports.map(({ reportId }) => reportId)
  const { counts, hits, total } = searchIndex(index, phrases, { limit, order })
  return {
    counts: counts.map((counted) => order.map((reportId) => counted.get(reportId) ?? 0)),
    hits: hits.map(({ id, start, end, phrase }) => {
      const text = textHeld(index, id)
      const before = text.slice(Math.max(0, start - contextLength), start)
      const after = text.slice(end, end + contextLength)
      return { reportId: id, phrase, start, end, before: before.slice(before.lastIndexOf('\n') + 1), quote: text.slice(start, end), after: after.split('\n', 1)[0]! }
    }),
    total,
  }
}

function passagesOfItem(index: TextIndex<ReportId>, reports: readonly HeldReport[], matcher: CueMatcher, itemId: ItemId): Map<ReportId, Passage[]> {
  return new Map(
    reports.map(({ reportId }) => {
      const text = textHeld(index, reportId)
      return [reportId, findPassages(text, splitOutline(text), matcher, itemId)]
    }),
  )
}
