import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { CalendarDay } from '#core/calendarDay'
import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { projectOf } from '#storage/queries/projectOf'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { projectTablesOf } from '#storage/projectTables'
import { readProjectSnapshot } from '#storage/snapshots'
import { addUnits } from '#workflows/addUnits'
import { purgeProject, removeProject, renameProject, restoreProject } from '#workflows/changeProject'
import { removeUnit, restoreUnit } from '#workflows/changeUnit'
import { computeRanking } from '#workflows/computeRanking'
import { createProject } from '#workflows/createProject'
import { importReport } from '#workflows/importReport'
import { openProjectFile } from '#workflows/openProjectFile'
import { readReportFile } from '#workflows/readReportFile'
import { recordScore, type ScoreDraft } from '#workflows/recordScore'
import { saveProjectFile } from '#workflows/saveProjectFile'
import { signIn } from '#workflows/signIn'
import { watchCommits, type CommitStatus } from '#workflows/commit'

const rubric = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 40, { kind: 'passFail', criterion: '按时', dateLabel: '落款日期', deadline: { yearsAfter: 1, month: 3, day: 1 } })])])
const reportText = '云澜县2024年度法治政府建设情况报告\n2024年,全县办理行政复议案件十二件。\n云澜县人民政府\n2025年1月20日\n'

let name = ''
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  value(await openDatabase(name))
})
afterEach(async () => {
  closeDatabase()
  await Dexie.delete(name)
})

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function aScoredProject(deps = fixedDeps()) {
  const projectId = value(await createProject(deps, { name: ' 评估 ', year: 2024, rubric, settings: defaultSettings }))
  const units = value(await addUnits(deps, projectId, [{ name: '云澜县人民政府', kind: 'government', level: 'county' }, { name: '松屿县人民政府', kind: 'government', level: 'county' }]))
  const assessorId = value(await signIn(deps, projectId, '甲组01'))
  const bytes = new TextEncoder().encode(reportText)
  const proposal = value(await readReportFile({ name: '云澜.txt', bytes }))
  value(await importReport(deps, projectId, proposal, bytes, { unitId: units[0] as UnitId, title: proposal.title.value, year: 2024, signedOn: proposal.signedOn.value, publishedOn: null }))
  return { deps, projectId, assessorId, units: units as [UnitId, UnitId], bytes, proposal }
}

async function score(deps: ReturnType<typeof fixedDeps>, projectId: ProjectId, assessorId: AssessorId, unitId: UnitId, itemId: string, more: Partial<ScoreDraft>) {
  return recordScore(deps, { projectId, unitId, assessorId, itemId: itemId as ItemId, state: 'scored', answer: null, note: '', evidence: [], ...more })
}

async function assertSound(projectId: ProjectId): Promise<void> {
  expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  expect(await verifyLedger(projectId)).toEqual([])
}

describe('the whole way', () => {
  test('create → units → report → marks with evidence → history → ranking', async () => {
    const { deps, projectId, assessorId, units } = await aScoredProject()
    const report = await reportOfUnit(projectId, units[0])
    expect(report && { title: report.title, signedOn: report.signedOn, publishedOn: report.publishedOn, unitId: report.unitId }).toEqual({
      title: '云澜县2024年度法治政府建设情况报告', signedOn: '2025-01-20', publishedOn: null, unitId: units[0],
    })
    const start = report!.text.indexOf('办理行政复议案件十二件')
    const anchor = makeAnchor({ reportId: report!.id, textHash: report!.textHash, text: report!.text, start, end: start + 11 })
    value(await score(deps, projectId, assessorId, units[0], 'a', { answer: { kind: 'judge', points: 45.5 }, note: '缺数据', evidence: [anchor] }))
    value(await score(deps, projectId, assessorId, units[0], 'a', { answer: { kind: 'judge', points: 48 }, note: '补充数据', evidence: [anchor] }))
    value(await score(deps, projectId, assessorId, units[0], 'b', { answer: { kind: 'passFail', date: report!.signedOn! } }))
    value(await score(deps, projectId, assessorId, units[1], 'a', { state: 'pending' }))

    const history = await entriesOfItem(projectId, units[0], assessorId, 'a' as ItemId)
    expect(history.map((entry) => [entry.replaces, entry.answer, entry.note])).toEqual([
      [null, { kind: 'judge', points: 45.5 }, '缺数据'],
      [history[0]!.id, { kind: 'judge', points: 48 }, '补充数据'],
    ])
    const card = await scorecardOfUnit(projectId, units[0], assessorId)
    expect(card.marks.get('a' as ItemId)?.evidence).toEqual([anchor])

    const [ranking] = await computeRanking(projectId, assessorId)
    expect(ranking?.rows.map((row) => [row.name, row.rank, row.reason, row.shown, row.band])).toEqual([
      ['云澜县人民政府', 1, null, { low: '88.00', high: '88.00' }, '良好'],
      ['松屿县人民政府', null, 'items-open', { low: '0.00', high: '100.00' }, null],
    ])
    await assertSound(projectId)
  })

  test('what is not sound is refused and nothing is written', async () => {
    const { deps, projectId, assessorId, units } = await aScoredProject()
    expect(await score(deps, projectId, assessorId, units[0], 'a', { answer: { kind: 'judge', points: 45.5 } })).toEqual({
      ok: false, problem: [{ kind: 'answer-refused', problem: { kind: 'note-required' } }],
    })
    expect(await score(deps, projectId, assessorId, units[0], 'zz', { state: 'pending' })).toEqual({ ok: false, problem: [{ kind: 'unknown-item' }] })
    expect(await score(deps, projectId, 'nobody' as AssessorId, units[0], 'a', { state: 'pending' })).toEqual({ ok: false, problem: [{ kind: 'no-assessor' }] })
    expect((await scorecardOfUnit(projectId, units[0], assessorId)).marks.size).toBe(0)
    expect(await addUnits(deps, projectId, [{ name: '新县', kind: 'government', level: 'county' }, { name: ' 云澜县人民政府 ', kind: 'government', level: 'county' }])).toEqual({
      ok: false, problem: [{ kind: 'name-taken', name: '云澜县人民政府', unitId: units[0] }],
    })
    expect((await unitsOfProject(projectId)).length).toBe(2)
    expect(await createProject(deps, { name: '', year: 2024, rubric, settings: defaultSettings })).toEqual({ ok: false, problem: { kind: 'name-missing' } })
    expect(await createProject(deps, { name: 'x', year: 2024, rubric: { ...rubric, full: 99 }, settings: defaultSettings })).toMatchObject({ ok: false, problem: { kind: 'rubric-unsound' } })
    await assertSound(projectId)
  })

  test('the same report twice for one unit is refused', async () => {
    const { deps, projectId, units, bytes, proposal } = await aScoredProject()
    const again = await importReport(deps, projectId, proposal, bytes, { unitId: units[0], title: null, year: null, signedOn: null, publishedOn: null })
    expect(again).toMatchObject({ ok: false, problem: { kind: 'report-already-there' } })
  })

  test('the status of saving is told after the commit, and a refusal is no failure', async () => {
    const { deps, projectId, assessorId, units } = await aScoredProject()
    const told: CommitStatus['kind'][] = []
    const stop = watchCommits((status) => told.push(status.kind))
    await score(deps, projectId, assessorId, units[0], 'a', { state: 'pending' })
    await addUnits(deps, projectId, [{ name: '云澜县人民政府', kind: 'government', level: 'county' }])
    stop()
    expect(told).toEqual(['committed', 'writing', 'committed', 'writing', 'committed'])
  })
})

describe('the project file', () => {
  async function aSavedProject() {
    const project = await aScoredProject()
    const { deps, projectId, assessorId, units } = project
    value(await score(deps, projectId, assessorId, units[0], 'a', { answer: { kind: 'judge', points: 60 } }))
    value(await score(deps, projectId, assessorId, units[0], 'a', { answer: { kind: 'judge', points: 45.5 }, note: '改' }))
    expect(value(await saveProjectFile(deps, projectId))).toMatch(/^评估_2025(0228|0301)\.zhunsheng$/)
    return { ...project, file: { name: 'x.zhunsheng', bytes: deps.saved[0]!.bytes }, ranking: await computeRanking(projectId, assessorId) }
  }

  test('save, delete for good, open: the same facts and the same ranking', async () => {
    const { deps, projectId, assessorId, units, file, ranking } = await aSavedProject()
    const before = await readProjectSnapshot(projectId)
    value(await purgeProject(deps, projectId))
    expect(await projectOf(projectId)).toBeUndefined()
    expect(value(await openProjectFile(deps, file, { onConflict: { kind: 'ask' } }))).toBe(projectId)
    expect(await computeRanking(projectId, assessorId)).toEqual(ranking)
    expect((await entriesOfItem(projectId, units[0], assessorId, 'a' as ItemId)).map((entry) => entry.note)).toEqual(['', '改'])
    expect(await readProjectSnapshot(projectId)).toEqual(before)
    await assertSound(projectId)
  })

  test('when it is here already: asked; as a copy beside it; or in its place, with the old one restorable', async () => {
    const { deps, projectId, assessorId, units, file } = await aSavedProject()
    value(await score(deps, projectId, assessorId, units[1], 'a', { state: 'pending' }))
    expect(await openProjectFile(deps, file, { onConflict: { kind: 'ask' } })).toMatchObject({
      ok: false, problem: { kind: 'project-exists', name: '评估', entriesInFile: 2, entriesHere: 3 },
    })
    const copy = value(await openProjectFile(deps, file, { onConflict: { kind: 'copy', name: '评估(副本)' } }))
    expect((await projectOf(copy))?.name).toBe('评估(副本)')
    await assertSound(copy)
    value(await openProjectFile(deps, file, { onConflict: { kind: 'replace' } }))
    expect((await scorecardOfUnit(projectId, units[1], assessorId)).marks.size).toBe(0)
    const kept = (await readStoredProjects()).find((project) => project.removedAt !== null)
    expect((await scorecardOfUnit(kept!.id, units[1], assessorId)).marks.size).toBe(1)
    await assertSound(projectId)
    await assertSound(kept!.id)
  })

  async function readStoredProjects() {
    return database().projects.toArray()
  }
})

test('rename, delete and restore projects and units', async () => {
  const { deps, projectId, units } = await aScoredProject()
  value(await renameProject(deps, projectId, '新名'))
  value(await removeProject(deps, projectId))
  expect((await projectOf(projectId))?.removedAt).not.toBeNull()
  value(await restoreProject(deps, projectId))
  expect(await projectOf(projectId)).toMatchObject({ name: '新名', removedAt: null })
  value(await removeUnit(deps, projectId, units[0]))
  value(await addUnits(deps, projectId, [{ name: '云澜县人民政府', kind: 'government', level: 'county' }]))
  expect(await restoreUnit(deps, projectId, units[0])).toMatchObject({ ok: false, problem: { kind: 'name-taken' } })
})

test('what another window wrote is not replaced by someone who has not seen it', async () => {
  const { deps, projectId, assessorId, units } = await aScoredProject()
  const act = (passed: boolean, seen: ScoreDraft['seen']) => score(deps, projectId, assessorId, units[0], 'b', { answer: { kind: 'passFail', passed }, ...(seen ? { seen } : {}) })
  const first = value(await act(true, new Set([null])))
  expect(await act(false, new Set([null]))).toEqual({ ok: false, problem: [{ kind: 'stale' }] })
  expect((await scorecardOfUnit(projectId, units[0], assessorId)).marks.get('b' as ItemId)?.answer).toEqual({ kind: 'passFail', passed: true })
  expect((await act(false, new Set([null, first.id]))).ok).toBe(true)
})

test('a tie is parted by the publication day of the reports where the project asks for it', async () => {
  const deps = fixedDeps()
  const settings = { ...defaultSettings, tieBreak: [{ kind: 'earlierPublication' as const }] }
  const projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric, settings }))
  const units = value(await addUnits(deps, projectId, ['甲县', '乙县', '丙县'].map((unitName) => ({ name: unitName, kind: 'government' as const, level: 'county' as const }))))
  const assessorId = value(await signIn(deps, projectId, '甲组01'))
  for (const [index, unitId] of units.entries()) {
    const bytes = new TextEncoder().encode(`${reportText}${index}`)
    const proposal = value(await readReportFile({ name: `${index}.txt`, bytes }))
    const publishedOn = [null, '2025-03-02', '2025-02-10'][index] as CalendarDay | null
    value(await importReport(deps, projectId, proposal, bytes, { unitId, title: null, year: 2024, signedOn: null, publishedOn }))
    value(await score(deps, projectId, assessorId, unitId, 'a', { answer: { kind: 'judge', points: 60 } }))
    value(await score(deps, projectId, assessorId, unitId, 'b', { answer: { kind: 'passFail', passed: true } }))
  }
  const [ranking] = await computeRanking(projectId, assessorId)
  expect(ranking?.rows.map((row) => [row.rank, row.name])).toEqual([[1, '丙县'], [2, '乙县'], [3, '甲县']])
})
