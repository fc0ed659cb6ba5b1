import { sha256 } from '#core/digest/sha256'
import { sha256OfText } from '#core/digest/sha256OfText'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, ReportId, UnitId } from '#core/ids'
import { dataVersion } from '#core/records/dataVersion'
import { checkSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { defaultSettings } from '#core/records/projectRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import { hashRubric } from '#core/rubric/hashRubric'
import type { Rubric } from '#core/rubric/rubric'
import { noGrounds, type ScoreEntry } from '#core/scoring/scoreEntry'
import { cleanText } from '#core/text/cleanText'
import { writeProjectSnapshot } from '#storage/snapshots'
import { StorageRefusal } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import type { SampleMark, SampleProject, SampleUnit } from '#workflows/sampleProject/sampleProject'
import { shippedRubrics } from '#workflows/shippedRubrics'

/** Makes the sample project, as one transaction. Fictional places and reports; scored, so that every desk shows something real. */
export async function createSampleProject(deps: Deps): Promise<ProjectId> {
  const sample = (await import('#workflows/sampleProject/sampleProject.json')).default as unknown as SampleProject
  const rubric = await shippedRubrics.find((shipped) => shipped.key === sample.rubric)?.load()
  if (!rubric) throw new Error(`the sample names a rubric that is not shipped: ${sample.rubric}`)
  const checked = checkSnapshot(makeSnapshot(deps, sample, rubric))
  if (!checked.ok) throw new Error(`the sample project is unsound: ${JSON.stringify(checked.problem)}`)
  const written = await commit(deps, () => writeProjectSnapshot(checked.value, { onExisting: 'refuse' }))
  if (!written.ok) throw new StorageRefusal(written.problem)
  return written.value
}

function makeSnapshot(deps: Deps, sample: SampleProject, rubric: Rubric): ProjectSnapshot {
  const now = deps.clock()
  const projectId = deps.newId() as ProjectId
  const assessorId = deps.newId() as AssessorId
  const { hash, structureHash } = hashRubric(rubric)
  const units = sample.units.map((unit) => ({ sample: unit, id: deps.newId() as UnitId }))
  const reports = units.flatMap(({ sample: unit, id }) => makeReport(deps, projectId, id, sample.year, unit) ?? [])
  return {
    dataVersion,
    project: {
      id: projectId, name: sample.name, year: sample.year, rubricHash: hash, settings: defaultSettings,
      createdAt: now, changedAt: now, archivedAt: null, removedAt: null, sample: true,
    },
    rubric: { hash, structureHash, rubric, adoptedAt: now },
    units: units.map(({ sample: unit, id }, position) => ({
      projectId, id, name: unit.name, kind: unit.kind, level: unit.level, group: unit.group, code: null, position, createdAt: now, archivedAt: null, removedAt: null,
    })),
    assessors: [{ projectId, id: assessorId, name: sample.assessor, createdAt: now }],
    reports: reports.map(({ record }) => record),
    attachments: new Map(),
    originals: new Map(reports.map(({ record, bytes }) => [record.id, bytes])),
    entries: units.flatMap(({ sample: unit, id }) => {
      const report = reports.find(({ record }) => record.unitId === id)?.record
      return Object.entries(unit.marks).map(([itemId, mark]) => makeEntry(deps, now, { unitId: id, itemId: itemId as ItemId, assessorId }, mark, report))
    }),
    signedIn: assessorId,
  }
}

function makeReport(deps: Deps, projectId: ProjectId, unitId: UnitId, year: number, unit: SampleUnit): { record: ReportRecord; bytes: Uint8Array } | null {
  if (!unit.report) return null
  const { fileName, lines, title, signedOn, publishedOn } = unit.report
  const raw = lines.join('\n')
  const bytes = new TextEncoder().encode(raw)
  const { text, residue } = cleanText(raw)
  const record: ReportRecord = {
    projectId, id: deps.newId() as ReportId, unitId, fileName, sizeBytes: bytes.length, format: 'text', encoding: 'utf-8', bytesHash: sha256(bytes), textHash: sha256OfText(text),
    text, edits: [], residue, pages: [], title, year, signedOn, publishedOn, sourceAddress: null, importedAt: deps.clock(), supersededBy: null,
  }
  return { record, bytes }
}

function makeEntry(
  deps: Deps,
  at: Instant,
  place: Pick<ScoreEntry, 'unitId' | 'itemId' | 'assessorId'>,
  mark: SampleMark,
  report: ReportRecord | undefined,
): ScoreEntry {
  const evidence = (mark.quotes ?? []).map((quote) => {
    const start = report?.text.indexOf(quote) ?? -1
    if (!report || start < 0) throw new Error(`the sample quotes what no report says: ${quote}`)
    return makeAnchor({ reportId: report.id, textHash: report.textHash, text: report.text, start, end: start + quote.length })
  })
  return { id: deps.newId() as EntryId, ...place, at, replaces: null, state: mark.state, answer: mark.answer ?? null, ...noGrounds, note: mark.note ?? '', evidence }
}
