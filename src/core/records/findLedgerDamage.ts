import type { AssessorId, UnitId } from '#core/ids'
import { digestScorecard } from '#core/records/digestScorecard'
import type { HistorySegmentRecord } from '#core/records/historyRecord'
import type { LedgerLine, LedgerRecord } from '#core/records/ledgerRecord'
import { cardsOfSegment, digestSegment } from '#core/records/packHistory'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import type { ScoreDamage } from '#core/records/checkInvariants'
import { failure } from '#core/result'

/** What is compared of one assessor's work: records as they lie there, and of the live entries only where they stand. */
export interface LedgerTables {
  readonly scorecards: readonly ScorecardRecord[]
  readonly segments: readonly HistorySegmentRecord[]
  readonly entryPlaces: readonly { readonly unitId: UnitId; readonly sequence: number }[]
  readonly ledger: readonly LedgerRecord[]
}

/**
 * The quick check of one assessor's scorecards, fit for every start: each against its line in the ledger, each segment against its digest,
 * and the numbering of the history (0 … entryCount − 1, each once). Entries are not read; findScoreDamage does, and also finds a scorecard
 * and its line altered together, an altered remark, and an altered live entry.
 * @example findLedgerDamage('A' as AssessorId, { scorecards: [], segments: [], entryPlaces: [], ledger: [] }) // []
 */
export function findLedgerDamage(assessorId: AssessorId, { scorecards, segments, entryPlaces, ledger }: LedgerTables): ScoreDamage[] {
  const places = new Map<UnitId, Place>()
  const placeOf = (unitId: UnitId): Place => {
    const known = places.get(unitId)
    if (known) return known
    const place: Place = { found: 0, numbers: new Set(), card: undefined, line: undefined, unreadable: false }
    places.set(unitId, place)
    return place
  }
  const count = (unitId: UnitId, sequence: number): void => {
    const place = placeOf(unitId)
    place.found += 1
    place.numbers.add(sequence)
  }
  for (const card of scorecards) placeOf(card.unitId).card = card
  for (const { unitId, lines } of ledger) for (const line of lines) if (line.assessorId === assessorId) placeOf(unitId).line = line
  for (const { unitId, sequence } of entryPlaces) count(unitId, sequence)
  for (const segment of segments) {
    const cards = digestSegment(segment) === segment.digest ? cardsOfSegment(segment, (unitId) => !placeOf(unitId).card) : failure(null)
    if (!cards.ok) for (const unitId of segment.unitIds) placeOf(unitId).unreadable = true
    for (const { record } of cards.ok ? cards.value : []) placeOf(record.unitId).card = record
    for (const [index, unitId] of segment.unitIds.entries()) {
      const from = segment.froms[index] ?? 0
      for (let row = 0; row < (segment.counts[index] ?? 0); row += 1) count(unitId, from + row)
    }
  }
  return [...places].flatMap(([unitId, place]) => damageOf(unitId, assessorId, place))
}

interface Place {
  found: number
  readonly numbers: Set<number>
  card: ScorecardRecord | undefined
  line: LedgerLine | undefined
  unreadable: boolean
}

function damageOf(unitId: UnitId, assessorId: AssessorId, { found, numbers, card, line, unreadable }: Place): ScoreDamage[] {
  const where = { unitId, assessorId }
  const damage: ScoreDamage[] = []
  if (!card) damage.push({ kind: 'scorecard-missing', ...where })
  if (!line) damage.push({ kind: 'ledger-missing', ...where })
  else if (card && (line.digest !== digestScorecard(card) || line.entryCount !== card.entryCount)) damage.push({ kind: 'ledger-altered', ...where })
  if (unreadable) return [...damage, { kind: 'history-unreadable', ...where, problem: { kind: 'invalid-record', record: 'history segment', path: 'digest', expected: 'the digest of the segment' } }]
  const expected = line?.entryCount ?? card?.entryCount ?? 0
  const whole = found === expected && numbers.size === expected && [...numbers].every((number) => number < expected)
  return whole ? damage : [...damage, { kind: 'history-incomplete', ...where, found, expected }]
}
