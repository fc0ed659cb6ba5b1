import { aSnapshot } from './aSnapshot'
import type { CalendarDay } from '#core/calendarDay'
import { sha256 } from '#core/digest/sha256'
import { sha256OfText } from '#core/digest/sha256OfText'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { OutsideProof } from '#core/evidence/outsideProof'
import type { EntryId, Instant, ItemId, ReportId } from '#core/ids'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { ReportRecord } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { hashRubric } from '#core/rubric/hashRubric'
import { noGrounds, type ScoreEntry } from '#core/scoring/scoreEntry'

/** aSnapshot with everything in use that data version 2 brought: a second version with pages and edits, codes, all grounds, a kept file. */
export function aFullSnapshot(): ProjectSnapshot {
  const plain = aSnapshot()
  const [unit, other] = plain.units as [UnitRecord, UnitRecord]
  const [first] = plain.reports as [ReportRecord]
  const assessorId = plain.assessors[0]!.id
  const at = '2025-03-05T01:00:00.000Z' as Instant
  const id = <T>(number: number) => String(number).padStart(26, '0') as T
  const cleaned = '云澜县2024年度法治政府建设情况报告\n全年培训3次,办结案件156件。\n云澜县人民政府'
  const text = cleaned.replace('3次', '4次')
  const bytes = new TextEncoder().encode(`%PDF ${cleaned}`)
  const second: ReportRecord = {
    ...first, id: id<ReportId>(20), fileName: '云澜(重新发布).pdf', sizeBytes: bytes.length, format: 'pdf', encoding: null, bytesHash: sha256(bytes), textHash: sha256OfText(text), text,
    edits: [{ at, assessorId, start: cleaned.indexOf('3次'), removed: '3', inserted: '4' }],
    residue: [{ at: 20, text: '— 1 —\n', kind: 'page-number' }], pages: [0, 20], publishedOn: '2025-03-04' as CalendarDay, sourceAddress: 'https://example.gov.cn/2024', importedAt: at,
  }
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  const proof: OutsideProof = { address: 'https://example.gov.cn/gs', seenOn: '2025-03-05' as CalendarDay, note: '公示页', file: { hash: sha256(picture), name: '截图.png', sizeBytes: picture.length, mediaType: 'image/png' } }
  const start = text.indexOf('全年培训')
  const entry = (number: number, unitOf: UnitRecord, itemId: string, more: Partial<ScoreEntry>): ScoreEntry => ({
    ...noGrounds, id: id<EntryId>(number), unitId: unitOf.id, itemId: itemId as ItemId, assessorId, at, replaces: null, state: 'notFound', answer: null, ...more,
  })
  const old = { ...plain.rubric.rubric, version: '0' }
  return {
    ...plain,
    earlierRubrics: [{ replacedAt: '2025-02-01T01:00:00.000Z' as Instant, record: { ...hashRubric(old), rubric: old, adoptedAt: '2025-01-01T01:00:00.000Z' as Instant } }],
    units: [{ ...unit, code: '510722' }, other],
    reports: [{ ...first, supersededBy: second.id }, second],
    originals: new Map([...plain.originals, [second.id, bytes]]),
    attachments: new Map([[sha256(picture), picture]]),
    entries: [
      ...plain.entries,
      entry(21, unit, 'b', {
        state: 'scored', answer: { kind: 'judge', points: 30 }, note: '四次', proofs: [proof],
        evidence: [makeAnchor({ reportId: second.id, textHash: second.textHash, text, start, end: start + 6 })],
        accepted: { measure: 'studySessions', textHash: second.textHash, working: '培训 4 次' },
      }),
      entry(22, other, 'a', { searched: ['行政应诉', '出庭率'] }),
    ],
  }
}
