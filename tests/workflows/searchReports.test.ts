import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import type { ProjectId, ReportId, UnitId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { closeDatabase, openDatabase } from '#storage/db'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { addUnits } from '#workflows/addUnits'
import { archiveUnit, unarchiveUnit } from '#workflows/changeUnit'
import { createProject } from '#workflows/createProject'
import { editReportText } from '#workflows/editReportText'
import { importReport } from '#workflows/importReport'
import { readReportFile } from '#workflows/readReportFile'
import { searchReports, type ReportSearch } from '#workflows/searchReports'

const all = { limit: 100 }

let name = ''
let deps = fixedDeps()
let projectId: ProjectId
let units: readonly UnitId[]
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  deps = fixedDeps()
  value(await openDatabase(name))
  projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric: aRubric([aGroup('A', 100, [anItem('a', 100)])]), settings: defaultSettings }))
  units = value(await addUnits(deps, projectId, ['云澜县', '松屿县', '望川县'].map((place) => ({ name: `${place}人民政府`, kind: 'government', level: 'county' }))))
})
afterEach(async () => {
  closeDatabase()
  await Dexie.delete(name)
})

test('every place in the standing reports, in the order of the units, with what stands around it in the line', async () => {
  await bring(1, '松屿县2024年度报告\n受理复议3件;办结复议2件。\n完。')
  await bring(0, '云澜县2024年度报告\n未开展ＡＰＰ建设。')
  const [first, second] = [await reportId(0), await reportId(1)]
  expect(await searchReports(projectId, ['复议'], all)).toEqual({
    units: [{ unitId: units[0], counts: [0] }, { unitId: units[1], counts: [2] }],
    hits: [
      { unitId: units[1], reportId: second, phrase: 0, start: 14, end: 16, before: '受理', quote: '复议', after: '3件;办结复议2件。' },
      { unitId: units[1], reportId: second, phrase: 0, start: 21, end: 23, before: '受理复议3件;办结', quote: '复议', after: '2件。' },
    ],
    total: 2,
  })
  expect(await searchReports(projectId, ['县'], all)).toMatchObject({ hits: [{ reportId: first, start: 2 }, { reportId: second, start: 2 }], total: 2 })
  expect(await searchReports(projectId, ['app'], all)).toMatchObject({ hits: [{ reportId: first, quote: 'ＡＰＰ' }], total: 1 })
  const none = { units: [{ unitId: units[0], counts: [0] }, { unitId: units[1], counts: [0] }], hits: [], total: 0 }
  expect([await searchReports(projectId, [''], all), await searchReports(projectId, ['无此'], all)]).toEqual([none, none])
  expect(await searchReports(projectId, [], all)).toEqual({ units: [{ unitId: units[0], counts: [] }, { unitId: units[1], counts: [] }], hits: [], total: 0 })
})

test('of several phrases only reports that hold all are listed, every unit is counted for each, also beyond the limit', async () => {
  await bring(2, '望川县2024年度报告\n复议2件,应诉1件。')
  await bring(1, '松屿县2024年度报告\n受理复议3件。')
  await bring(0, '云澜县2024年度报告\n应诉3件,败诉应诉各1件;复议4件。')
  const counted = { units: [{ unitId: units[0], counts: [1, 2] }, { unitId: units[1], counts: [1, 0] }, { unitId: units[2], counts: [1, 1] }], total: 5 }
  const places = [[0, 1, '应诉'], [0, 1, '应诉'], [0, 0, '复议'], [2, 0, '复议'], [2, 1, '应诉']].map(([unit, phrase, quote]) => ({ unitId: units[unit as number], phrase, quote }))
  expect(await searchReports(projectId, ['复议', '应诉'], all)).toMatchObject({ ...counted, hits: places })
  expect(await searchReports(projectId, ['复议', '应诉'], { limit: 2 })).toMatchObject({ ...counted, hits: places.slice(0, 2) })
})

test('a change of a text is found at once, and what it took away no more', async () => {
  await bring(0, '云澜县2024年度报告\n受理复议3件。')
  expect(quotes(await searchReports(projectId, ['复议3'], all))).toEqual(['复议3'])
  value(await editReportText(deps, projectId, await reportId(0), { start: 16, removed: '3', inserted: '4' }))
  expect([quotes(await searchReports(projectId, ['复议3'], all)), quotes(await searchReports(projectId, ['复议4'], all))]).toEqual([[], ['复议4']])
})

test('a newer version takes the place of the old one; archived units are left out and come back', async () => {
  await bring(0, '云澜县2024年度报告\n旧稿。')
  await bring(1, '松屿县2024年度报告\n旧稿。')
  expect(await searchReports(projectId, ['旧稿'], all)).toMatchObject({ total: 2 })
  await bring(0, '云澜县2024年度报告\n新稿。', await reportId(0))
  expect(await searchReports(projectId, ['旧稿'], all)).toMatchObject({ hits: [{ unitId: units[1] }], total: 1 })
  value(await archiveUnit(deps, projectId, units[1]!))
  expect(await searchReports(projectId, ['稿'], all)).toMatchObject({ hits: [{ unitId: units[0], before: '新' }], total: 1 })
  value(await unarchiveUnit(deps, projectId, units[1]!))
  expect(await searchReports(projectId, ['稿'], all)).toMatchObject({ hits: [{ before: '新' }, { before: '旧' }], total: 2 })
})

test('many reports are brought together, and of two projects asked in turn each answers for itself', async () => {
  const many = value(await addUnits(deps, projectId, Array.from({ length: 12 }, (_, i) => ({ name: `第${i + 10}县人民政府`, kind: 'government', level: 'county' }))))
  for (const [i, unitId] of many.entries()) await bringTo(projectId, unitId, `第${i + 10}县2024年度报告\n编号${i + 10}。`)
  const others = value(await createProject(deps, { name: '另一', year: 2024, rubric: aRubric([aGroup('A', 100, [anItem('a', 100)])]), settings: defaultSettings }))
  const [other] = value(await addUnits(deps, others, [{ name: '别县人民政府', kind: 'government', level: 'county' }]))
  await bringTo(others, other!, '别县2024年度报告\n编号99。')
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await searchReports(projectId, ['编号'], all)).toMatchObject({ hits: many.map((unitId) => ({ unitId })), total: 12 })
    expect(await searchReports(others, ['编号'], all)).toMatchObject({ hits: [{ unitId: other, after: '99。' }], total: 1 })
  }
})

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

function quotes({ hits }: ReportSearch): string[] {
  return hits.map(({ quote }) => quote)
}

function bring(unit: number, text: string, replaces: ReportId | null = null): Promise<void> {
  return bringTo(projectId, units[unit]!, text, replaces)
}

async function bringTo(project: ProjectId, unitId: UnitId, text: string, replaces: ReportId | null = null): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const proposal = value(await readReportFile({ name: '报告.txt', bytes }))
  value(await importReport(deps, project, proposal, bytes, { unitId, title: null, year: 2024, signedOn: null, publishedOn: null, replaces }))
}

async function reportId(unit: number): Promise<ReportId> {
  return (await reportOfUnit(projectId, units[unit]!))!.id
}
