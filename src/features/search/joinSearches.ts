import type { UnitId } from '#core/ids'
import type { ReportSearch, SearchHit } from '#workflows/searchReports'

/** A unit whose report holds every phrase, and all places of all of them, in the order of its text. */
export interface UnitHits {
  readonly unitId: UnitId
  readonly hits: readonly PhraseHit[]
}

export interface PhraseHit extends SearchHit {
  /** Which of the phrases stands here. */
  readonly phrase: number
}

export interface JoinedSearch {
  /** In the order of the units. */
  readonly found: readonly UnitHits[]
  /** Units with a report that lacks a phrase; known only when every place has been listed. */
  readonly without: readonly UnitId[]
  readonly noReport: readonly UnitId[]
  /** Units that hold all phrases; the least that is known where `complete` is false. */
  readonly unitCount: number
  /** Places in `found`; of one phrase, all there are, listed or not. */
  readonly placeCount: number
  /** Whether all places of all phrases are listed. */
  readonly complete: boolean
}

/** Reports that hold all of several phrases: the answers for the phrases, one by one, joined. `units` in their order. */
export function joinSearches(units: readonly UnitId[], withReport: ReadonlySet<UnitId>, answers: readonly ReportSearch[]): JoinedSearch {
  const complete = answers.every(({ hits, total }) => hits.length === total)
  const byPhrase = answers.map(({ hits }, phrase) => {
    const byUnit = new Map<UnitId, PhraseHit[]>()
    for (const hit of hits) {
      const list = byUnit.get(hit.unitId)
      if (list) list.push({ ...hit, phrase })
      else byUnit.set(hit.unitId, [{ ...hit, phrase }])
    }
    return byUnit
  })
  const found = units.flatMap((unitId) => {
    const lists = byPhrase.map((byUnit) => byUnit.get(unitId) ?? [])
    if (lists.length === 0 || lists.some((list) => list.length === 0)) return []
    return [{ unitId, hits: lists.flat().sort((a, b) => a.start - b.start || a.phrase - b.phrase) }]
  })
  const holding = new Set(found.map(({ unitId }) => unitId))
  const only = answers.length === 1 ? answers[0] : undefined
  return {
    found,
    without: complete ? units.filter((unitId) => withReport.has(unitId) && !holding.has(unitId)) : [],
    noReport: units.filter((unitId) => !withReport.has(unitId)),
    unitCount: only?.reports ?? found.length,
    placeCount: only?.total ?? found.reduce((sum, { hits }) => sum + hits.length, 0),
    complete,
  }
}
