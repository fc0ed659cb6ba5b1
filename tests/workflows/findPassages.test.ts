import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { closeDatabase, openDatabase } from '#storage/db'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { addUnits } from '#workflows/addUnits'
import { createProject } from '#workflows/createProject'
import { editReportText } from '#workflows/editReportText'
import { passagesOfItem, passagesOfUnit } from '#workflows/findPassages'
import { importReport } from '#workflows/importReport'
import { readReportFile } from '#workflows/readReportFile'

const rubric = aRubric([
  aGroup('A', 100, [anItem('a', 60, undefined, { cueWords: ['复议|诉讼@2024', '调解@-2023'] }), anItem('b', 40, undefined, { cueWords: ['无此词'] })]),
])
const text = '云澜县2024年度报告\n办结诉讼3件。\n调解5件。\n尚未受理复议。'

let name = ''
let deps = fixedDeps()
let projectId: ProjectId
let units: readonly UnitId[]
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  deps = fixedDeps()
  value(await openDatabase(name))
  projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric, settings: defaultSettings }))
  units = value(await addUnits(deps, projectId, ['云澜县', '松屿县', '望川县'].map((place) => ({ name: `${place}人民政府`, kind: 'government', level: 'county' }))))
  await bring(units[2]!, '望川县2024年度报告\n没有复议。')
  await bring(units[0]!, text)
})
afterEach(async () => {
  closeDatabase()
  await Dexie.delete(name)
})

test('passages of every item in the standing report, cues of the project\'s year only; nothing without a report', async () => {
  const found = await passagesOfUnit(projectId, units[0]!)
  const quoted = [...found].map(([itemId, passages]) => [itemId, passages.map(({ start, end, cues, negative }) => [text.slice(start, end), cues, negative.map(({ word }) => word)])])
  expect(quoted).toEqual([
    ['a', [['办结诉讼3件。', ['复议'], []], ['尚未受理复议。', ['复议'], ['尚未']]]],
    ['b', []],
  ])
  expect(await passagesOfUnit(projectId, units[1]!)).toEqual(new Map())
})

test('passages of one item side by side, as they are found in each report by itself, and after a change in the changed text', async () => {
  const sideBySide = async () => (await passagesOfItem(projectId, 'a' as ItemId)).map(({ unitId, reportId, passages }) => [unitId, reportId, passages])
  const oneByOne = async () => Promise.all([units[0]!, units[2]!].map(async (unitId) => [unitId, (await reportOfUnit(projectId, unitId))!.id, (await passagesOfUnit(projectId, unitId)).get('a' as ItemId)]))
  const before = await sideBySide()
  expect(before).toEqual(await oneByOne())
  value(await editReportText(deps, projectId, (await reportOfUnit(projectId, units[2]!))!.id, { start: 14, removed: '复议', inserted: '调解' }))
  const after = await sideBySide()
  expect(after).toEqual(await oneByOne())
  expect(after[1]![2]).toEqual([])
})

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function bring(unitId: UnitId, report: string): Promise<void> {
  const bytes = new TextEncoder().encode(report)
  const proposal = value(await readReportFile({ name: '报告.txt', bytes }))
  value(await importReport(deps, projectId, proposal, bytes, { unitId, title: null, year: 2024, signedOn: null, publishedOn: null }))
}
