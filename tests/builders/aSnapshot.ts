import { aGroup, anItem, aRubric } from './aRubric'
import type { CalendarDay } from '#core/calendarDay'
import { sha256 } from '#core/digest/sha256'
import { sha256OfText } from '#core/digest/sha256OfText'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, ReportId, UnitId } from '#core/ids'
import { dataVersion } from '#core/records/dataVersion'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import { defaultSettings } from '#core/records/projectRecord'
import { hashRubric } from '#core/rubric/hashRubric'

/** A whole small project: two units, one report, one assessor, two entries on one item. */
export function aSnapshot(more: Partial<ProjectSnapshot> = {}): ProjectSnapshot {
  const at = '2025-03-01T06:30:00.000Z' as Instant
  const id = <T>(number: number) => String(number).padStart(26, '0') as T
  const projectId = id<ProjectId>(1)
  const unitId = id<UnitId>(2)
  const assessorId = id<AssessorId>(4)
  const reportId = id<ReportId>(5)
  const rubric = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 40)])])
  const text = '云澜县2024年度法治政府建设情况报告'
  const bytes = new TextEncoder().encode(text)
  const entry = { unitId, itemId: 'a' as ItemId, assessorId, at, state: 'scored' as const, evidence: [], searched: [], proofs: [], accepted: null }
  return {
    dataVersion,
    project: { id: projectId, name: '评估', year: 2024, rubricHash: hashRubric(rubric).hash, settings: defaultSettings, createdAt: at, changedAt: at, archivedAt: null, removedAt: null, sample: false },
    rubric: { ...hashRubric(rubric), rubric, adoptedAt: at },
    units: [
      { projectId, id: unitId, name: '云澜县人民政府', kind: 'government', level: 'county', group: '', code: null, position: 0, createdAt: at, archivedAt: null, removedAt: null },
      { projectId, id: id<UnitId>(3), name: '松屿县人民政府', kind: 'government', level: 'county', group: '', code: null, position: 1, createdAt: at, archivedAt: null, removedAt: null },
    ],
    assessors: [{ projectId, id: assessorId, name: '甲组01', createdAt: at }],
    reports: [{
      projectId, id: reportId, unitId, fileName: '云澜.txt', sizeBytes: bytes.length, format: 'text', encoding: 'utf-8', bytesHash: sha256(bytes), textHash: sha256OfText(text), text, edits: [], residue: [], pages: [],
      title: text, year: 2024, signedOn: '2025-01-20' as CalendarDay, publishedOn: null, sourceAddress: null, importedAt: at, supersededBy: null,
    }],
    originals: new Map([[reportId, bytes]]),
    attachments: new Map(),
    entries: [
      { ...entry, id: id<EntryId>(6), replaces: null, answer: { kind: 'judge', points: 60 }, note: '' },
      { ...entry, id: id<EntryId>(7), replaces: id<EntryId>(6), answer: { kind: 'judge', points: 45.5 }, note: '缺数据' },
    ],
    signedIn: assessorId,
    ...more,
  }
}
