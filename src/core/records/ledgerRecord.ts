import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { aMatch, aWholeNumber, anArray, anId, anObject, checkedAs } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

export const ledgerVersions = { Initial: 1 } as const

/** What the scorecards of one unit must hold: counted and digested apart from them, so that a lost or altered one is noticed. */
export interface LedgerRecord {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly lines: readonly LedgerLine[]
}

export interface LedgerLine {
  readonly assessorId: AssessorId
  readonly entryCount: number
  /** digestScorecard(record), 16 hex digits. */
  readonly digest: string
}

export function checkLedgerRecord(value: unknown): Result<LedgerRecord, RecordProblem> {
  return checkedAs<LedgerRecord>('ledger', ledgerShape, value)
}

/** The unit's ledger with the lines of some of its scorecards renewed; lines are in the order of assessor ids. */
export function placeLedgerLines(projectId: ProjectId, unitId: UnitId, record: LedgerRecord | undefined, lines: readonly LedgerLine[]): LedgerRecord {
  const renewed = new Set(lines.map((line) => line.assessorId))
  const kept = record?.lines.filter((line) => !renewed.has(line.assessorId)) ?? []
  return { projectId, unitId, lines: [...kept, ...lines].sort((a, b) => (a.assessorId < b.assessorId ? -1 : 1)) }
}

const ledgerShape = anObject<LedgerRecord>({
  projectId: anId,
  unitId: anId,
  lines: anArray(anObject<LedgerLine>({ assessorId: anId, entryCount: aWholeNumber(1, Number.MAX_SAFE_INTEGER), digest: aMatch(/^[0-9a-f]{16}$/, '16 hex digits') })),
})
