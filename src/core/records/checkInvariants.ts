import { sha256 } from '#core/digest/sha256'
import type { AssessorId, Instant, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { digestScorecard } from '#core/records/digestScorecard'
import { findTextMisfits, findVersionMisfits } from '#core/records/findReportMisfits'
import type { ReportMisfit } from '#core/records/findReportMisfits'
import type { EntryRecord, HistorySegmentRecord } from '#core/records/historyRecord'
import { makeAnswerReader } from '#core/records/columns'
import type { LedgerLine, LedgerRecord } from '#core/records/ledgerRecord'
import { unpackGrounds } from '#core/records/packGrounds'
import { cardsOfSegment, digestSegment, groundsOfSegment, unpackEntry, unpackSegment } from '#core/records/packHistory'
import { firstRepeated } from '#core/records/projectSnapshot'
import type { ProjectRecord } from '#core/records/projectRecord'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { ReportSummary, ReportText } from '#core/records/reportRecord'
import { checkRubricRecord } from '#core/records/rubricRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { RemarkRecord, ScorecardRecord } from '#core/records/scorecardRecord'
import type { RecordProblem } from '#core/records/shape'
import { failure } from '#core/result'
import type { UnitRecord } from '#core/records/unitRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/** The rows in which the scores of one project are stored; scorecards that arrived whole and were not changed since lie in segments only. */
export interface ScoreTables {
  readonly scorecards: readonly ScorecardRecord[]
  readonly remarks: readonly RemarkRecord[]
  readonly entries: readonly EntryRecord[]
  readonly segments: readonly HistorySegmentRecord[]
  readonly ledger: readonly LedgerRecord[]
}

/** All rows of one project, the bytes of its reports aside. */
export interface ProjectTables extends ScoreTables {
  readonly project: ProjectRecord | undefined
  readonly rubric: RubricRecord | undefined
  readonly units: readonly UnitRecord[]
  readonly assessors: readonly AssessorRecord[]
  readonly reports: readonly ReportSummary[]
  readonly texts: readonly ReportText[]
  readonly originalIds: readonly ReportId[]
  readonly attachments: readonly { readonly hash: Sha256; readonly bytes: Uint8Array }[]
  /** What the project says it was scored against before. */
  readonly earlierRubrics: readonly NamedRubric[]
}

/** A rubric that a project names, and what is stored under that name. */
export interface NamedRubric {
  readonly hash: Sha256
  readonly replacedAt: Instant
  readonly record: RubricRecord | undefined
}

/** What is missing or altered in one scorecard. */
export type ScoreDamage =
  | { readonly kind: 'scorecard-missing' | 'scorecard-altered' | 'ledger-missing' | 'ledger-altered' | 'remarks-altered'; readonly unitId: UnitId; readonly assessorId: AssessorId }
  /** Fewer or more entries in the history than the scorecard and the ledger count. */
  | { readonly kind: 'history-incomplete'; readonly unitId: UnitId; readonly assessorId: AssessorId; readonly found: number; readonly expected: number }
  | { readonly kind: 'history-unreadable'; readonly unitId: UnitId; readonly assessorId: AssessorId; readonly problem: RecordProblem }

export type InvariantProblem =
  | ScoreDamage
  | { readonly kind: 'project-missing' }
  | { readonly kind: 'rubric-missing' }
  /** Entries of its time can no longer be read. */
  | { readonly kind: 'earlier-rubric-missing'; readonly hash: Sha256 }
  | { readonly kind: 'rubric-altered'; readonly problem: RecordProblem }
  | { readonly kind: 'dangling-reference'; readonly from: string; readonly to: string }
  | { readonly kind: 'duplicate-name'; readonly name: string }
  | { readonly kind: 'report-text-missing' | 'original-missing'; readonly reportId: ReportId }
  | ReportMisfit
  /** An entry, standing or earlier, names a file that is not kept; or its bytes are not those. */
  | { readonly kind: 'attachment-missing' | 'attachment-altered'; readonly hash: Sha256 }

/** Everything that must hold in a stored project at any moment between two transactions; empty = sound. */
export function checkInvariants(tables: ProjectTables): InvariantProblem[] {
  const problems: InvariantProblem[] = []
  const { project, rubric, units, assessors, reports } = tables
  if (!project) problems.push({ kind: 'project-missing' })
  if (!rubric) problems.push({ kind: 'rubric-missing' })
  else {
    const checked = checkRubricRecord(rubric)
    if (!checked.ok) problems.push({ kind: 'rubric-altered', problem: checked.problem })
    if (project && project.rubricHash !== rubric.hash) problems.push({ kind: 'dangling-reference', from: 'project', to: project.rubricHash })
  }
  for (const { hash, record } of tables.earlierRubrics) {
    const checked = record && checkRubricRecord(record)
    if (!checked) problems.push({ kind: 'earlier-rubric-missing', hash })
    else if (!checked.ok) problems.push({ kind: 'rubric-altered', problem: checked.problem })
  }
  for (const names of [units.filter((unit) => unit.removedAt === null), assessors]) {
    const name = firstRepeated(names.map((record) => record.name))
    if (name !== null) problems.push({ kind: 'duplicate-name', name })
  }
  const unitIds = new Set(units.map((unit) => unit.id))
  const assessorIds = new Set(assessors.map((assessor) => assessor.id))
  const textOf = new Map(tables.texts.map((text) => [text.id, text]))
  const originalIds = new Set(tables.originalIds)
  for (const report of reports) {
    if (!unitIds.has(report.unitId)) problems.push({ kind: 'dangling-reference', from: report.id, to: report.unitId })
    if (!textOf.has(report.id)) problems.push({ kind: 'report-text-missing', reportId: report.id })
    if (!originalIds.has(report.id)) problems.push({ kind: 'original-missing', reportId: report.id })
  }
  problems.push(...findVersionMisfits(reports))
  problems.push(
    ...findTextMisfits(
      reports.flatMap(({ id, textHash }) => {
        const text = textOf.get(id)
        return text ? [{ ...text, textHash }] : []
      }),
    ),
  )
  for (const { hash, bytes } of tables.attachments) if (sha256(bytes) !== hash) problems.push({ kind: 'attachment-altered', hash })
  const kept = new Set(tables.attachments.map(({ hash }) => hash))
  for (const hash of namedProofs(tables)) if (!kept.has(hash)) problems.push({ kind: 'attachment-missing', hash })
  for (const unitId of new Set([...tables.scorecards.map((card) => card.unitId), ...tables.segments.flatMap((segment) => segment.unitIds)])) {
    if (!unitIds.has(unitId)) problems.push({ kind: 'dangling-reference', from: 'scorecard', to: unitId })
  }
  for (const assessorId of new Set([...tables.scorecards, ...tables.segments].map((record) => record.assessorId))) {
    if (!assessorIds.has(assessorId)) problems.push({ kind: 'dangling-reference', from: 'scorecard', to: assessorId })
  }
  return [...problems, ...findScoreDamage(tables)]
}

/** Files that any entry ever named. What cannot be read is said by findScoreDamage. */
function namedProofs({ entries, segments }: ScoreTables): Set<Sha256> {
  const grounds = [...entries, ...segments.flatMap((segment) => groundsOfSegment(segment))]
  return new Set(grounds.flatMap(({ proofs = [] }) => proofs.flatMap(({ file }) => (file ? [file.hash] : []))))
}

/**
 * Compares scorecards, remarks and ledger with what the history comes to. The history itself is guarded by its numbering
 * (0 … entryCount − 1, each once), so that a lost row anywhere is named.
 */
export function findScoreDamage(tables: ScoreTables): ScoreDamage[] {
  const places = new Map<string, Place>()
  const placeOf = (unitId: UnitId, assessorId: AssessorId): Place => {
    const key = `${assessorId}\u001f${unitId}`
    const known = places.get(key)
    if (known) return known
    const place: Place = { unitId, assessorId, numbers: [], entries: [], remarks: [], card: undefined, line: undefined, problem: undefined }
    places.set(key, place)
    return place
  }
  for (const card of tables.scorecards) placeOf(card.unitId, card.assessorId).card = card
  for (const remark of tables.remarks) placeOf(remark.unitId, remark.assessorId).remarks.push(remark)
  for (const { unitId, lines } of tables.ledger) for (const line of lines) placeOf(unitId, line.assessorId).line = line
  for (const record of tables.entries) {
    const place = placeOf(record.unitId, record.assessorId)
    const entry = unpackEntry(record)
    place.numbers.push(record.sequence)
    if (entry.ok) place.entries.push(entry.value)
    else place.problem = entry.problem
  }
  const readAnswer = makeAnswerReader()
  for (const segment of tables.segments) {
    const parts = digestSegment(segment) === segment.digest ? unpackSegment(segment, readAnswer) : alteredSegment
    if (!parts.ok) for (const unitId of segment.unitIds) placeOf(unitId, segment.assessorId).problem = parts.problem
    const arrived = cardsOfSegment(segment, (unitId) => placeOf(unitId, segment.assessorId).card === undefined)
    for (const { record, remarks } of arrived.ok ? arrived.value : []) {
      const place = placeOf(record.unitId, record.assessorId)
      place.card = record
      place.remarks.push(...remarks)
    }
    for (const part of parts.ok ? parts.value : []) {
      const place = placeOf(part.unitId, segment.assessorId)
      for (const [row, entry] of part.entries.entries()) {
        place.numbers.push(part.from + row)
        place.entries.push(entry)
      }
    }
  }
  const projectId = (tables.scorecards[0] ?? tables.segments[0])?.projectId
  return [...places.values()].flatMap((place) => damageOf(place, projectId))
}

const alteredSegment = failure<RecordProblem>({ kind: 'invalid-record', record: 'history segment', path: 'digest', expected: 'the digest of the segment' })

/** All there is of one scorecard. */
interface Place {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly numbers: number[]
  readonly entries: ScoreEntry[]
  readonly remarks: RemarkRecord[]
  card: ScorecardRecord | undefined
  line: LedgerLine | undefined
  problem: RecordProblem | undefined
}

function damageOf({ unitId, assessorId, numbers, entries, remarks, card, line, problem }: Place, projectId: ProjectId | undefined): ScoreDamage[] {
  const damage: ScoreDamage[] = []
  if (!card) damage.push({ kind: 'scorecard-missing', unitId, assessorId })
  if (!line) damage.push({ kind: 'ledger-missing', unitId, assessorId })
  else if (card && (line.digest !== digestScorecard(card) || line.entryCount !== card.entryCount)) damage.push({ kind: 'ledger-altered', unitId, assessorId })
  if (problem) return [...damage, { kind: 'history-unreadable', unitId, assessorId, problem }]
  const expected = line?.entryCount ?? card?.entryCount ?? 0
  const whole = new Set(numbers).size === expected && numbers.length === expected && numbers.every((number) => number < expected)
  if (!whole) return [...damage, { kind: 'history-incomplete', unitId, assessorId, found: numbers.length, expected }]
  if (!card || projectId === undefined) return damage
  const rebuilt = rebuildScorecard(projectId, unitId, assessorId, entries)
  if (digestScorecard(rebuilt.record) !== digestScorecard(card)) damage.push({ kind: 'scorecard-altered', unitId, assessorId })
  if (!sameRemarks(rebuilt.remarks, remarks)) damage.push({ kind: 'remarks-altered', unitId, assessorId })
  return damage
}

function sameRemarks(a: readonly RemarkRecord[], b: readonly RemarkRecord[]): boolean {
  const words = (remarks: readonly RemarkRecord[]) => remarks.map(wordsOfRemark).sort().join('\n')
  return a.length === b.length && words(a) === words(b)
}

function wordsOfRemark(remark: RemarkRecord): string {
  const { note, evidence, searched, proofs, accepted } = unpackGrounds(remark)
  return JSON.stringify([
    remark.itemId,
    remark.entryId,
    note,
    evidence.map((anchor) => [anchor.reportId, anchor.textHash, anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix, anchor.keptFor ?? null]),
    searched,
    proofs.map(({ address, seenOn, note: about, file }) => [address, seenOn, about, file && [file.hash, file.name, file.sizeBytes, file.mediaType]]),
    accepted && [accepted.measure, accepted.textHash, accepted.working],
  ])
}
