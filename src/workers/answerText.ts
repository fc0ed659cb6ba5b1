import { findingsOfText, type FindingsOfText } from '#core/facts/findingsOfText'
import type { ItemId } from '#core/ids'
import type { MeasuredReport } from '#core/measure/measuredReport'
import { suggestAnswers } from '#core/measure/suggestAnswers'
import type { Suggestion } from '#core/measure/suggestion'
import type { Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { alignPairs, type AlignRequest } from '#core/sameness/alignPairs'
import { findCandidates, type Candidates } from '#core/sameness/findCandidates'
import { plainUnits } from '#core/sameness/plainUnits'
import type { SamePair } from '#core/sameness/samePassage'

export type TextRequest =
  | { readonly kind: 'suggest'; readonly rubric: Rubric; readonly unit: { readonly kind: UnitKind; readonly level: UnitLevel }; readonly report: Omit<MeasuredReport, 'outline' | 'parts' | 'faults'> }
  | { readonly kind: 'check-facts'; readonly text: string }
  | { readonly kind: 'find-candidates'; readonly texts: readonly string[] }
  | ({ readonly kind: 'align-pairs' } & AlignRequest)

export type TextReply = Map<ItemId, Suggestion> | FindingsOfText | Candidates | SamePair[]

/** What text.worker does; also called directly where there is no worker. */
export function answerText(request: TextRequest): TextReply {
  switch (request.kind) {
    case 'suggest':
      return suggestAnswers(request.rubric, request.unit, request.report)
    case 'check-facts':
      return findingsOfText(request.text)
    case 'find-candidates':
      return findCandidates(request.texts.map((text) => plainUnits(text).units))
    case 'align-pairs':
      return alignPairs(request)
  }
}
