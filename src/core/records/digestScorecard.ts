import { digestColumns } from '#core/records/digestColumns'
import type { ScorecardRecord } from '#core/records/scorecardRecord'

/** Digest of a packed scorecard for the ledger, 16 hex digits: whose it is, every column, and how many entries it has seen. */
export function digestScorecard(record: ScorecardRecord): string {
  return digestColumns([record.projectId, record.unitId, record.assessorId, record.items, record.states, record.answers, record.entryIds], record.entryCount)
}
