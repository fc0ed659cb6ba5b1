import type { AssessorId, ProjectId, ReportId, Sha256 } from '#core/ids'
import { sha256 } from '#core/digest/sha256'
import { checkAssessorRecord } from '#core/records/assessorRecord'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import { dataVersion } from '#core/records/dataVersion'
import { checkEarlierRubric } from '#core/records/earlierRubric'
import type { EarlierRubric } from '#core/records/earlierRubric'
import { checkProjectRecord } from '#core/records/projectRecord'
import type { ProjectRecord } from '#core/records/projectRecord'
import { checkReportRecord } from '#core/records/reportRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import { findTextMisfits, findVersionMisfits } from '#core/records/findReportMisfits'
import type { ReportMisfit } from '#core/records/findReportMisfits'
import { checkRubricRecord } from '#core/records/rubricRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import { bytes, isObject } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import { checkUnitRecord } from '#core/records/unitRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/**
 * Everything of one project, as it goes into a project file and comes out of one. Facts only: scorecards, remarks and ledger are
 * rebuilt from the entries and never taken from a file.
 */
export interface ProjectSnapshot {
  readonly dataVersion: number
  readonly project: ProjectRecord
  readonly rubric: RubricRecord
  /** What it was scored against before, the oldest first; left out where there is none. */
  readonly earlierRubrics?: readonly EarlierRubric[]
  readonly units: readonly UnitRecord[]
  readonly assessors: readonly AssessorRecord[]
  readonly reports: readonly ReportRecord[]
  /** The bytes of every report as they were dropped. */
  readonly originals: ReadonlyMap<ReportId, Uint8Array>
  /** The files that entries name as outside proofs, by the hash of their bytes. */
  readonly attachments: ReadonlyMap<Sha256, Uint8Array>
  readonly entries: readonly ScoreEntry[]
  /** Who was scoring; null = nobody. */
  readonly signedIn: AssessorId | null
}

export type SnapshotProblem =
  | RecordProblem
  | { readonly kind: 'data-newer-than-app'; readonly found: number; readonly supported: number }
  /** A record names another that is not there, or one of another project. */
  | { readonly kind: 'dangling-reference'; readonly from: string; readonly to: string }
  | { readonly kind: 'duplicate-id'; readonly id: string }
  | { readonly kind: 'duplicate-name'; readonly name: string }
  /** The bytes kept for a report are not those it was read from. */
  | { readonly kind: 'altered-original'; readonly reportId: ReportId }
  | ReportMisfit
  /** The bytes of an outside proof are not those that the entries name. */
  | { readonly kind: 'altered-attachment'; readonly hash: Sha256 }

/**
 * Is a value of the present data version (migrateSnapshot comes first; `originals` and `attachments` are Maps of bytes) a whole and
 * sound project? The version is looked at before anything else, so that data of a newer app are called that and not invalid.
 */
export function checkSnapshot(value: unknown): Result<ProjectSnapshot, SnapshotProblem> {
  if (!isObject(value)) return invalid('', 'an object')
  const found = value['dataVersion']
  if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < 1) return invalid('dataVersion', 'a whole number from 1')
  if (found > dataVersion) return failure({ kind: 'data-newer-than-app', found, supported: dataVersion })
  if (found < dataVersion) return invalid('dataVersion', `${dataVersion}, after migrating`)
  for (const key of Object.keys(value)) if (!fields.has(key)) return invalid(key, 'no such field')
  const project = checkProjectRecord(value['project'])
  if (!project.ok) return project
  const rubric = checkRubricRecord(value['rubric'])
  if (!rubric.ok) return rubric
  const earlierRubrics = value['earlierRubrics'] === undefined ? success([]) : checkAll(value['earlierRubrics'], checkEarlierRubric, 'earlierRubrics')
  if (!earlierRubrics.ok) return earlierRubrics
  const units = checkAll(value['units'], checkUnitRecord, 'units')
  if (!units.ok) return units
  const assessors = checkAll(value['assessors'], checkAssessorRecord, 'assessors')
  if (!assessors.ok) return assessors
  const reports = checkAll(value['reports'], checkReportRecord, 'reports')
  if (!reports.ok) return reports
  const entries = checkAll(value['entries'], checkScoreEntry, 'entries')
  if (!entries.ok) return entries
  const originals = checkBytes<ReportId>(value['originals'], 'originals')
  if (!originals.ok) return originals
  const attachments = checkBytes<Sha256>(value['attachments'], 'attachments')
  if (!attachments.ok) return attachments
  const signedIn = value['signedIn']
  if (signedIn !== null && typeof signedIn !== 'string') return invalid('signedIn', 'an id of an assessor or null')
  const snapshot: ProjectSnapshot = {
    dataVersion: found,
    project: project.value,
    rubric: rubric.value,
    ...(earlierRubrics.value.length > 0 && { earlierRubrics: earlierRubrics.value }),
    units: units.value,
    assessors: assessors.value,
    reports: reports.value,
    originals: originals.value,
    attachments: attachments.value,
    entries: entries.value,
    signedIn: signedIn as AssessorId | null,
  }
  const problem = findDisagreement(snapshot)
  return problem ? failure(problem) : success(snapshot)
}

/** The same project under another id: a copy beside the first. Ids within the project stay. */
export function moveSnapshot(snapshot: ProjectSnapshot, projectId: ProjectId): ProjectSnapshot {
  return {
    ...snapshot,
    project: { ...snapshot.project, id: projectId },
    units: snapshot.units.map((unit) => ({ ...unit, projectId })),
    assessors: snapshot.assessors.map((assessor) => ({ ...assessor, projectId })),
    reports: snapshot.reports.map((report) => ({ ...report, projectId })),
  }
}

/** Do the parts of a project fit each other? The first disagreement, or null. */
function findDisagreement(snapshot: ProjectSnapshot): SnapshotProblem | null {
  const { project, rubric, units, assessors, reports, originals, attachments, entries, signedIn } = snapshot
  if (project.rubricHash !== rubric.hash) return dangling('project', project.rubricHash)
  for (const list of [units, assessors, reports, entries] as readonly (readonly { readonly id: string }[])[]) {
    const id = firstRepeated(list.map((record) => record.id))
    if (id !== null) return { kind: 'duplicate-id', id }
  }
  const name = firstRepeated(units.filter((unit) => unit.removedAt === null).map((unit) => unit.name)) ?? firstRepeated(assessors.map((assessor) => assessor.name))
  if (name !== null) return { kind: 'duplicate-name', name }
  for (const record of [...units, ...assessors, ...reports]) if (record.projectId !== project.id) return dangling(record.id, record.projectId)
  const unitIds = new Set<string>(units.map((unit) => unit.id))
  const assessorIds = new Set<string>(assessors.map((assessor) => assessor.id))
  for (const report of reports) {
    if (!unitIds.has(report.unitId)) return dangling(report.id, report.unitId)
    const original = originals.get(report.id)
    if (!original) return dangling(report.id, 'original')
    if (sha256(original) !== report.bytesHash) return { kind: 'altered-original', reportId: report.id }
  }
  for (const reportId of originals.keys()) if (!reports.some((report) => report.id === reportId)) return dangling('original', reportId)
  const misfit = findVersionMisfits(reports)[0] ?? findTextMisfits(reports)[0]
  if (misfit) return misfit
  const named = new Set<Sha256>()
  for (const entry of entries) {
    if (!unitIds.has(entry.unitId)) return dangling(entry.id, entry.unitId)
    if (!assessorIds.has(entry.assessorId)) return dangling(entry.id, entry.assessorId)
    for (const { file } of entry.proofs) {
      if (!file) continue
      named.add(file.hash)
      const kept = attachments.get(file.hash)
      if (!kept) return dangling(entry.id, file.hash)
      if (kept.length !== file.sizeBytes) return { kind: 'altered-attachment', hash: file.hash }
    }
  }
  for (const [hash, kept] of attachments) {
    if (!named.has(hash)) return dangling('attachment', hash)
    if (sha256(kept) !== hash) return { kind: 'altered-attachment', hash }
  }
  return signedIn !== null && !assessorIds.has(signedIn) ? dangling('signedIn', signedIn) : null
}

const fields = new Set(['dataVersion', 'project', 'rubric', 'earlierRubrics', 'units', 'assessors', 'reports', 'originals', 'attachments', 'entries', 'signedIn'])

function checkAll<T>(value: unknown, check: (value: unknown) => Result<T, RecordProblem>, path: string): Result<readonly T[], RecordProblem> {
  if (!Array.isArray(value)) return invalid(path, 'an array')
  for (let index = 0; index < value.length; index += 1) {
    const result = check(value[index])
    if (!result.ok) return failure({ ...result.problem, path: `${path}[${index}].${result.problem.path}` })
  }
  return success(value as T[])
}

function checkBytes<K extends string>(value: unknown, path: string): Result<ReadonlyMap<K, Uint8Array>, RecordProblem> {
  if (!(value instanceof Map)) return invalid(path, 'a map of bytes')
  for (const [id, part] of value) if (typeof id !== 'string' || bytes(part, '') !== null) return invalid(path, 'a map of bytes')
  return success(value as ReadonlyMap<K, Uint8Array>)
}

export function firstRepeated<T>(values: readonly T[]): T | null {
  const seen = new Set<T>()
  for (const value of values) {
    if (seen.has(value)) return value
    seen.add(value)
  }
  return null
}

function dangling(from: string, to: string): SnapshotProblem {
  return { kind: 'dangling-reference', from, to }
}

function invalid(path: string, expected: string): { readonly ok: false; readonly problem: RecordProblem } {
  return failure({ kind: 'invalid-record', record: 'project', path, expected })
}
