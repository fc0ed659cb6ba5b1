import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anItem, aGroup, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { locateAnchor } from '#core/evidence/locateAnchor'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { OutsideProof } from '#core/evidence/outsideProof'
import type { AssessorId, ItemId, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import { defaultSettings } from '#core/records/projectRecord'
import { textBeforeEdits } from '#core/records/textEdits'
import type { Result } from '#core/result'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'
import { attachmentOf } from '#storage/queries/attachmentOf'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { reportOf } from '#storage/queries/reportOf'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { reportVersionsOfUnit } from '#storage/queries/reportVersionsOfUnit'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { textsOfProject } from '#storage/queries/textsOfProject'
import { unitOf } from '#storage/queries/unitOf'
import { addUnits } from '#workflows/addUnits'
import { changeReport, removeReport } from '#workflows/changeReport'
import { createProject } from '#workflows/createProject'
import { editReportText } from '#workflows/editReportText'
import { importReport, type ConfirmedReport } from '#workflows/importReport'
import { keepAttachment } from '#workflows/keepAttachment'
import { openProjectFile } from '#workflows/openProjectFile'
import { readReportFile } from '#workflows/readReportFile'
import { recordScore, type ScoreDraft } from '#workflows/recordScore'
import { reopenItems } from '#workflows/reopenItems'
import { saveProjectFile } from '#workflows/saveProjectFile'
import { signIn } from '#workflows/signIn'
import { undoReportEdit } from '#workflows/undoReportEdit'

const rubric = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 40)])])
const firstText = '云澜县2024年度法治政府建设情况报告\n全年培训3次,办结案件156件。\n云澜县人民政府\n2025年1月20日\n'
const secondText = firstText.replace('156件', '158件')
const a = 'a' as ItemId
const b = 'b' as ItemId

let name = ''
let deps = fixedDeps()
let projectId: ProjectId
let units: readonly [UnitId, UnitId]
let assessorId: AssessorId
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  deps = fixedDeps()
  value(await openDatabase(name))
  projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric, settings: defaultSettings }))
  units = value(await addUnits(deps, projectId, [{ name: '云澜县人民政府', kind: 'government', level: 'county' }, { name: '松屿县人民政府', kind: 'government', level: 'county', code: '510722' }])) as unknown as [UnitId, UnitId]
  assessorId = value(await signIn(deps, projectId, '甲组01'))
})
afterEach(async () => {
  expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  closeDatabase()
  await Dexie.delete(name)
})

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function bring(text: string, more: Partial<ConfirmedReport> = {}): Promise<Result<ReportId, unknown>> {
  const bytes = new TextEncoder().encode(text)
  const proposal = value(await readReportFile({ name: '云澜.txt', bytes }))
  return importReport(deps, projectId, proposal, bytes, { unitId: units[0], title: null, year: 2024, signedOn: null, publishedOn: null, ...more })
}

function score(itemId: ItemId, more: Partial<ScoreDraft> = {}) {
  return recordScore(deps, { projectId, unitId: units[0], itemId, assessorId, state: 'scored', answer: { kind: 'judge', points: 30 }, note: '依据', evidence: [], ...more })
}

async function passage(quote: string) {
  const { id: reportId, textHash, text } = (await reportOfUnit(projectId, units[0]))!
  const start = text.indexOf(quote)
  return makeAnchor({ reportId, textHash, text, start, end: start + quote.length })
}

describe('versions of a report', () => {
  test('a new one takes the place of the old, which stays; the unit gets its code, the report its address', async () => {
    const first = value(await bring(firstText))
    const second = value(await bring(secondText, { replaces: first, unitCode: '510721', sourceAddress: ' https://example.gov.cn/1 ' }))
    expect((await reportOfUnit(projectId, units[0]))?.id).toBe(second)
    expect((await reportVersionsOfUnit(projectId, units[0])).map(({ id, supersededBy }) => [id, supersededBy])).toEqual([[second, null], [first, second]])
    expect((await reportOf(projectId, first))?.text).toContain('156件')
    expect(await reportOf(projectId, 'x' as ReportId)).toBeUndefined()
    expect((await textsOfProject(projectId)).map(({ id, sourceAddress, format }) => [id, sourceAddress, format])).toEqual([[second, 'https://example.gov.cn/1', 'text']])
    expect((await unitOf(projectId, units[0]))?.code).toBe('510721')
    expect((await unitOf(projectId, units[1]))?.code).toBe('510722')
    expect(await bring(firstText)).toMatchObject({ ok: false, problem: { kind: 'report-already-there', reportId: first } })
  })

  test('only one that stands, of this unit, can be replaced; a code has six digits; a refusal writes nothing', async () => {
    const first = value(await bring(firstText))
    value(await bring(secondText, { replaces: first }))
    const before = await database().reports.toArray()
    const third = firstText.replace('3次', '5次')
    for (const refused of [{ replaces: first }, { replaces: 'x' as ReportId }, { replaces: first, unitId: units[1] }]) expect(await bring(third, refused)).toEqual({ ok: false, problem: { kind: 'not-found', what: 'report' } })
    expect(await bring(third, { unitCode: '51072' })).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
    expect(await database().reports.toArray()).toEqual(before)
  })

  test('taking one out closes the gap: the one before gives way to the one after, or stands again', async () => {
    const first = value(await bring(firstText))
    const second = value(await bring(secondText, { replaces: first }))
    const third = value(await bring(firstText.replace('3次', '5次'), { replaces: second }))
    value(await removeReport(deps, projectId, second))
    expect((await reportOf(projectId, first))?.supersededBy).toBe(third)
    value(await removeReport(deps, projectId, third))
    expect((await reportOfUnit(projectId, units[0]))?.id).toBe(first)
  })

  test('what is known about one can be corrected, its address too', async () => {
    const id = value(await bring(firstText))
    value(await changeReport(deps, projectId, id, { sourceAddress: 'https://example.gov.cn/2' }))
    expect((await reportOf(projectId, id))?.sourceAddress).toBe('https://example.gov.cn/2')
  })
})

describe('editing a text', () => {
  test('is kept with who and when, can be undone, and passages are found again, never rewritten', async () => {
    const id = value(await bring(firstText))
    const imported = (await reportOf(projectId, id))!
    const anchor = await passage('办结案件156件')
    value(await score(a, { evidence: [anchor] }))
    const start = imported.text.indexOf('3次')
    const edited = value(await editReportText(deps, projectId, id, { start, removed: '3次', inserted: '四次\r\n', basedOn: imported.textHash }))
    expect(edited.text).toBe(imported.text.replace('3次', '四次\n'))
    expect(edited.edits).toEqual([{ at: edited.edits[0]!.at, assessorId, start, removed: '3次', inserted: '四次\n' }])
    expect(edited.textHash).not.toBe(imported.textHash)
    expect(textBeforeEdits(edited)).toBe(imported.text)
    expect(await reportOf(projectId, id)).toEqual(edited)
    expect((await scorecardOfUnit(projectId, units[0], assessorId)).marks.get(a)?.evidence).toEqual([anchor])
    expect(locateAnchor(edited.text, edited.textHash, anchor)).toEqual({ kind: 'moved', start: anchor.start + 1, end: anchor.end + 1 })
    expect(value(await undoReportEdit(deps, projectId, id))).toEqual(imported)
    expect(await reportOf(projectId, id)).toEqual(imported)
    expect(await undoReportEdit(deps, projectId, id)).toEqual({ ok: false, problem: { kind: 'nothing-to-undo' } })
  })

  test('a quote kept though the text lost it is a fact of the entry, in the history and in the project file', async () => {
    const id = value(await bring(firstText))
    const anchor = await passage('办结案件156件')
    const before = value(await score(a, { evidence: [anchor] }))
    const edited = value(await editReportText(deps, projectId, id, { start: anchor.start, removed: '办结案件156件', inserted: '办结若干' }))
    expect(locateAnchor(edited.text, edited.textHash, anchor)).toEqual({ kind: 'lost' })
    const kept = [{ ...anchor, keptFor: edited.textHash }]
    const after = value(await score(a, { evidence: kept }))
    expect(await entriesOfItem(projectId, units[0], assessorId, a)).toEqual([before, after])
    value(await saveProjectFile(deps, projectId))
    const copy = value(await openProjectFile(deps, deps.saved[0]!, { onConflict: { kind: 'copy', name: '副本' } }))
    expect((await entriesOfItem(copy, units[0], assessorId, a)).map(({ evidence }) => evidence)).toEqual([[anchor], kept])
    expect((await scorecardOfUnit(copy, units[0], assessorId)).marks.get(a)?.evidence).toEqual(kept)
    expect(checkInvariants(await projectTablesOf(database(), copy))).toEqual([])
  })

  test('what does not stand there is not changed', async () => {
    const id = value(await bring(firstText))
    const before = (await reportOf(projectId, id))!
    const kinds = []
    for (const change of [{ start: 0, removed: '松', inserted: '' }, { start: 0, removed: '云', inserted: '云' }, { start: 0, removed: before.text, inserted: '' }, { start: 0, removed: '', inserted: '新', basedOn: 'f'.repeat(64) as Sha256 }]) {
      const edited = await editReportText(deps, projectId, id, change)
      kinds.push(edited.ok ? 'edited' : edited.problem.kind)
    }
    expect(kinds).toEqual(['text-changed', 'nothing-changed', 'no-text-left', 'text-changed'])
    expect(await editReportText(deps, projectId, 'x' as ReportId, { start: 0, removed: '', inserted: '新' })).toEqual({ ok: false, problem: { kind: 'not-found', what: 'report' } })
    expect(await reportOf(projectId, id)).toEqual(before)
  })
})

describe('reopening', () => {
  test('makes what was judged pending, says why, keeps the passages, and nothing is lost', async () => {
    value(await bring(firstText))
    const anchor = await passage('全年培训3次')
    const judged = value(await score(a, { evidence: [anchor], searched: ['培训'], accepted: { measure: 'studySessions', textHash: anchor.textHash, working: '3 次' } }))
    value(await score(b, { state: 'pending', answer: null }))
    const second = value(await signIn(deps, projectId, '乙组02'))
    const others = value(await score(a, { assessorId: second, state: 'notFound', answer: null, note: '' }))
    const reopened = value(await reopenItems(deps, projectId, units[0], [assessorId, second, assessorId, 'nobody' as AssessorId], [a, b, 'zz' as ItemId], ' 报告已重新发布,所引段落有改动 '))
    const said = { state: 'pending', answer: null, note: '报告已重新发布,所引段落有改动', proofs: [], accepted: null }
    expect(reopened).toMatchObject([{ ...said, assessorId, itemId: a, replaces: judged.id, evidence: [anchor], searched: ['培训'] }, { ...said, assessorId: second, itemId: a, replaces: others.id, evidence: [] }])
    expect(reopened).toHaveLength(2)
    expect(await entriesOfItem(projectId, units[0], assessorId, a)).toEqual([judged, reopened[0]])
    expect((await scorecardOfUnit(projectId, units[0], assessorId)).marks.get(b)?.note).toBe('依据')
    expect(value(await reopenItems(deps, projectId, units[0], [assessorId], [a, b], '再来'))).toEqual([])
    value(await score(a, { note: '再评' }))
  })

  test('needs a reason and a unit', async () => {
    expect(await reopenItems(deps, projectId, units[0], [assessorId], [a], ' ')).toEqual({ ok: false, problem: { kind: 'reason-missing' } })
    expect(await reopenItems(deps, projectId, 'x' as UnitId, [assessorId], [a], '因')).toEqual({ ok: false, problem: { kind: 'not-found', what: 'unit' } })
  })
})

describe('outside proofs', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 7])

  test('a kept file is named by entries, kept once, and travels in the project file', async () => {
    const file = value(await keepAttachment(deps, projectId, { name: ' 截图.png ', mediaType: 'image/png', bytes: picture }))
    expect(value(await keepAttachment(deps, projectId, { name: '又一次.png', mediaType: 'image/png', bytes: picture })).hash).toBe(file.hash)
    expect(file).toMatchObject({ name: '截图.png', sizeBytes: picture.length, mediaType: 'image/png' })
    expect(await database().attachments.count()).toBe(1)
    const proof: OutsideProof = { address: 'https://example.gov.cn/gs', seenOn: null, note: '', file }
    const entry = value(await score(a, { proofs: [proof] }))
    expect(entry.proofs).toEqual([proof])
    expect((await scorecardOfUnit(projectId, units[0], assessorId)).marks.get(a)?.proofs).toEqual([proof])
    value(await saveProjectFile(deps, projectId))
    const copy = value(await openProjectFile(deps, deps.saved[0]!, { onConflict: { kind: 'copy', name: '副本' } }))
    expect(await attachmentOf(copy, file.hash)).toEqual(picture)
    expect((await scorecardOfUnit(copy, units[0], assessorId)).marks.get(a)?.proofs).toEqual([proof])
    expect(checkInvariants(await projectTablesOf(database(), copy))).toEqual([])
  })

  test('an entry cannot name a file that is not kept', async () => {
    const file = { hash: 'a'.repeat(64) as Sha256, name: '无', sizeBytes: 1, mediaType: 'image/png' }
    await expect(score(a, { proofs: [{ address: '', seenOn: null, note: '', file }] })).rejects.toMatchObject({ problem: { kind: 'not-found', what: 'attachment' } })
    expect(await entriesOfItem(projectId, units[0], assessorId, a)).toEqual([])
  })

  test.each<[string, { name: string; mediaType: string; bytes: Uint8Array }, object]>([
    ['an empty file', { name: 'x', mediaType: 'image/png', bytes: new Uint8Array() }, { kind: 'empty-file' }],
    ['a page', { name: 'x', mediaType: 'text/html', bytes: picture }, { kind: 'not-a-proof', mediaType: 'text/html' }],
    ['more than the cap', { name: 'x', mediaType: 'application/pdf', bytes: new Uint8Array(20 * 2 ** 20 + 1) }, { kind: 'too-large', sizeBytes: 20 * 2 ** 20 + 1, limitBytes: 20 * 2 ** 20 }],
  ])('%s is not kept', async (_what, file, problem) => {
    expect(await keepAttachment(deps, projectId, file)).toEqual({ ok: false, problem })
    expect(await database().attachments.count()).toBe(0)
  })
})
