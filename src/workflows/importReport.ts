import type { CalendarDay } from '#core/calendarDay'
import { sha256 } from '#core/digest/sha256'
import type { ProjectId, ReportId, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import type { ReportProposal } from '#core/text/reportProposal'
import { failure, type Result } from '#core/result'
import { addReport } from '#storage/reports'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** What a person has confirmed of a proposal; null = unknown (待核), never a guess. */
export interface ConfirmedReport {
  readonly unitId: UnitId
  readonly title: string | null
  readonly year: number | null
  readonly signedOn: CalendarDay | null
  readonly publishedOn: CalendarDay | null
  readonly sourceAddress?: string | null
  /** GB/T 2260; given to the unit with the report. null or left out: the unit keeps what it has. */
  readonly unitCode?: string | null
  /** The version of the unit's report that this one takes the place of. */
  readonly replaces?: ReportId | null
}

/** 'bytes-differ': the bytes are not those that the proposal was made from. */
export type ImportRefusal = { readonly kind: 'bytes-differ' } | StorageProblem

/**
 * Stores a report with its original bytes, in one transaction. With `replaces` it takes the place of that version, which stays to be
 * compared with; which items are then reopened is another act (reopenItems).
 */
export async function importReport(
  deps: Deps,
  projectId: ProjectId,
  proposal: ReportProposal,
  bytes: Uint8Array,
  confirmed: ConfirmedReport,
): Promise<Result<ReportId, ImportRefusal>> {
  if (sha256(bytes) !== proposal.bytesHash) return failure({ kind: 'bytes-differ' })
  const { fileName, sizeBytes, format, encoding, bytesHash, textHash, text, residue, pages } = proposal
  const report: ReportRecord = {
    projectId,
    id: deps.newId() as ReportId,
    unitId: confirmed.unitId,
    fileName,
    sizeBytes,
    format,
    encoding,
    bytesHash,
    textHash,
    text,
    edits: [],
    residue,
    pages,
    title: textOrNull(confirmed.title),
    year: confirmed.year,
    signedOn: confirmed.signedOn,
    publishedOn: confirmed.publishedOn,
    sourceAddress: textOrNull(confirmed.sourceAddress ?? null),
    importedAt: deps.clock(),
    supersededBy: null,
  }
  return commit(deps, () => addReport({ report, original: bytes, replaces: confirmed.replaces ?? null, unitCode: confirmed.unitCode ?? null }))
}

function textOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}
