import { makeAnswerReader } from '#core/records/columns'
import { dataVersion } from '#core/records/dataVersion'
import type { AssessorId, ProjectId, ReportId, Sha256 } from '#core/ids'
import { unpackEntry, unpackSegment } from '#core/records/packHistory'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { ReportRecord } from '#core/records/reportRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { database, fileLinkKey, lastFileSaveKey, scope, signedInKey } from '#storage/db'
import type { Database } from '#storage/db'
import { earlierRubricsKey, earlierRubricsOf } from '#storage/earlierRubrics'
import { appendHistoryRows } from '#storage/history'
import { deleteProjectRows, projectTables } from '#storage/projects'
import { renewSentinel } from '#storage/sentinel'
import { joinReport, splitReport } from '#storage/splitReport'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * Everything of one project in one read transaction. Entries come scorecard by scorecard, within one in the order they arrived.
 * Rejects when a row cannot be read or is missing: a file that leaves something out in silence is no backup.
 */
export async function readProjectSnapshot(projectId: ProjectId): Promise<ProjectSnapshot> {
  const db = database()
  return db.transaction('r', [...projectTables(db), db.meta], async () => {
    const { from, to } = scope(projectId)
    const project = await db.projects.get(projectId)
    if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    const rubric = await db.rubrics.get(project.rubricHash)
    if (!rubric) throw new StorageRefusal({ kind: 'not-found', what: 'rubric' })
    const earlierRubrics = await earlierRubricsOf(db, projectId)
    const [units, assessors, summaries, texts, originals, signedIn] = await Promise.all([
      db.units.where(':id').between(from, to).toArray(),
      db.assessors.where(':id').between(from, to).toArray(),
      db.reports.where(':id').between(from, to).toArray(),
      db.texts.where(':id').between(from, to).toArray(),
      db.originals.where(':id').between(from, to).toArray(),
      db.meta.get(signedInKey(projectId)),
    ])
    const textOf = new Map(texts.map((row) => [row.id, row]))
    const reports = summaries.map((summary): ReportRecord => {
      const row = textOf.get(summary.id)
      if (!row) throw new StorageRefusal({ kind: 'not-found', what: 'report' })
      return joinReport(summary, row)
    })
    const entries = await allEntries(db, projectId)
    return {
      dataVersion,
      project,
      rubric,
      ...(earlierRubrics.length > 0 && { earlierRubrics }),
      units,
      assessors,
      reports,
      originals: new Map<ReportId, Uint8Array>(originals.map((row) => [row.id, row.bytes])),
      attachments: await attachmentsOf(db, projectId, entries),
      entries,
      signedIn: (signedIn?.value as AssessorId | undefined) ?? null,
    }
  })
}

export interface WriteSnapshotOptions {
  /** When a project with this id is there: leave it and refuse ('already-there'), or put the snapshot in its place. */
  readonly onExisting: 'refuse' | 'replace'
  /** The project goes on being kept in its file, which then holds something else than the project: for an earlier state of the same work. */
  readonly keepFile?: boolean
}

/**
 * Stores a checked snapshot (checkSnapshot) in one transaction: all of it or nothing. Scorecards, remarks and ledger are rebuilt
 * from the entries.
 */
export async function writeProjectSnapshot(snapshot: ProjectSnapshot, { onExisting, keepFile = false }: WriteSnapshotOptions): Promise<ProjectId> {
  const db = database()
  const projectId = snapshot.project.id
  return writeTransaction(db, projectTables(db), async () => {
    if (await db.projects.get(projectId)) {
      if (onExisting === 'refuse') throw new StorageRefusal({ kind: 'already-there', what: 'project', id: projectId })
      const file = keepFile ? await db.meta.bulkGet([fileLinkKey(projectId), lastFileSaveKey(projectId)]) : []
      await deleteProjectRows(db, projectId)
      await db.meta.bulkPut(file.filter((row) => row !== undefined))
    }
    const reports = snapshot.reports.map(splitReport)
    const earlier = snapshot.earlierRubrics ?? []
    await Promise.all([
      db.projects.put(snapshot.project),
      db.rubrics.bulkPut([snapshot.rubric, ...earlier.map(({ record }) => record)]),
      ...(earlier.length === 0 ? [] : [db.meta.put({ key: earlierRubricsKey(projectId), value: earlier.map(({ replacedAt, record: { hash } }) => ({ hash, replacedAt })) })]),
      db.units.bulkPut([...snapshot.units]),
      db.assessors.bulkPut([...snapshot.assessors]),
      db.reports.bulkPut(reports.map((report) => report.summary)),
      db.texts.bulkPut(reports.map((report) => report.text)),
      db.originals.bulkPut([...snapshot.originals].map(([id, bytes]) => ({ projectId, id, bytes: bytes.slice() }))),
      db.attachments.bulkPut([...snapshot.attachments].map(([hash, bytes]) => ({ projectId, hash, bytes: bytes.slice() }))),
      ...(snapshot.signedIn === null ? [] : [db.meta.put({ key: signedInKey(projectId), value: snapshot.signedIn })]),
    ])
    await appendHistoryRows(db, projectId, snapshot.entries)
    return projectId
  }).then(async (id) => {
    // At once: what was put in another's place may hold less, which is no loss.
    await renewSentinel()
    return id
  })
}

/** What the entries name, and no more: a file that was kept for a judgement never made stays here. Rejects when one is missing. */
async function attachmentsOf(db: Database, projectId: ProjectId, entries: readonly ScoreEntry[]): Promise<Map<Sha256, Uint8Array>> {
  const hashes = [...new Set(entries.flatMap(({ proofs }) => proofs.flatMap(({ file }) => (file ? [file.hash] : []))))]
  const rows = await db.attachments.bulkGet(hashes.map((hash): [string, string] => [projectId, hash]))
  return new Map(
    rows.map((row) => {
      if (!row) throw new StorageRefusal({ kind: 'not-found', what: 'attachment' })
      return [row.hash, row.bytes]
    }),
  )
}

async function allEntries(db: Database, projectId: ProjectId): Promise<ScoreEntry[]> {
  const { from, to } = scope(projectId)
  const [live, segments] = await Promise.all([db.entries.where(':id').between(from, to).toArray(), db.segments.where(':id').between(from, to).toArray()])
  const readAnswer = makeAnswerReader()
  const parts = [
    ...live.map((record) => ({ place: placeOf(record.assessorId, record.unitId), from: record.sequence, entries: [accept(unpackEntry(record))] })),
    ...segments.flatMap((record) => accept(unpackSegment(record, readAnswer)).map((part) => ({ place: placeOf(record.assessorId, part.unitId), ...part }))),
  ]
  return parts.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.from - b.from)).flatMap((part) => part.entries)
}

function placeOf(assessorId: string, unitId: string): string {
  return `${assessorId}\u001f${unitId}`
}
