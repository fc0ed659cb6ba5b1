import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anItem, aGroup, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { closeDatabase, openDatabase } from '#storage/db'
import { addUnits } from '#workflows/addUnits'
import { samenessOfProject, samenessOfUnit } from '#workflows/compareTexts'
import { createProject } from '#workflows/createProject'
import { importReport } from '#workflows/importReport'
import { readReportFile } from '#workflows/readReportFile'
import { findingsOfUnit, suggestionsOfUnit } from '#workflows/suggestAnswers'

const interval = { kind: 'interval', measure: '字数', unit: '字', breaks: [{ x: 0, y: 0 }, { x: 100, y: 50 }], shape: 'linear' } as const
const rubric = aRubric([aGroup('A', 100, [{ ...anItem('a', 50), rule: interval, measure: 'length' }, { ...anItem('b', 50), rule: interval, measure: 'sameness', notApplicable: { when: '没有比对文本' } }])])
const copied = Array.from({ length: 160 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 6000))).join('')
const own = (seed: number): string => Array.from({ length: 200 }, (_, index) => String.fromCharCode(0x6000 + ((index * 104_729 + seed * 3571) % 9000))).join('')

let name = ''
let deps = fixedDeps()
beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  deps = fixedDeps()
  value(await openDatabase(name))
})
afterEach(async () => {
  closeDatabase()
  await Dexie.delete(name)
})

test('passages between units, and between the years of one unit; suggestions and checks of a unit', async () => {
  const lastYear = await project(2023, ['云澜县人民政府', '松屿县人民政府'])
  const thisYear = await project(2024, ['云澜县人民政府', '松屿县人民政府', '竹溪县人民政府'])
  await report(lastYear, 0, `${own(1)}${copied}`, 2023)
  await report(lastYear, 1, `${own(2)}`, 2023)
  const mine = `${copied}。共办结案件17件,其中甲类9件、乙类6件、丙类3件。`
  await report(thisYear, 0, mine, 2024)
  await report(thisYear, 1, `${own(3)}${copied}`, 2024)
  await report(thisYear, 2, own(4), 2024)

  const progress: string[] = []
  const pairs = await samenessOfProject(thisYear.id, ({ done, total }) => progress.push(`${done}/${total}`))
  expect(pairs.map(({ a, b, shareOfA, shareOfB }) => [a.unitName, a.year, b.unitName, b.year, b.isLastYear, shareOfA.part, shareOfB.part])).toEqual([
    ['云澜县人民政府', 2024, '松屿县人民政府', 2024, false, 160, 160],
    ['云澜县人民政府', 2024, '云澜县人民政府', 2023, true, 160, 160],
  ])
  expect(pairs[0]!.stretches.map(({ a }) => mine.slice(a.start, a.end))).toEqual([copied])
  expect(progress).toEqual(['0/2', '2/2'])
  expect((await samenessOfUnit(thisYear.id, thisYear.units[1]!)).map(({ a, b }) => [a.unitName, b.unitName])).toEqual([['云澜县人民政府', '松屿县人民政府']])
  expect(await samenessOfUnit(thisYear.id, thisYear.units[2]!)).toEqual([])

  const suggestions = await suggestionsOfUnit(thisYear.id, thisYear.units[0]!)
  expect([...suggestions.keys()]).toEqual(['a', 'b'])
  expect(suggestions.get('b' as ItemId)?.working.values).toMatchObject({ same: '149', compared: '3' })
  expect((await findingsOfUnit(thisYear.id, thisYear.units[0]!)).findings.map(({ kind, verdict }) => [kind, verdict])).toEqual([['sum', 'conflicts']])
})

test('a project with one report has nothing to compare, a unit without one nothing to suggest', async () => {
  const only = await project(2024, ['云澜县人民政府', '松屿县人民政府'])
  await report(only, 0, own(1), 2024)
  expect(await samenessOfProject(only.id)).toEqual([])
  expect((await suggestionsOfUnit(only.id, only.units[0]!)).get('b' as ItemId)).toMatchObject({ state: 'notApplicable', answer: null })
  expect(await suggestionsOfUnit(only.id, only.units[1]!)).toEqual(new Map())
  expect(await findingsOfUnit(only.id, only.units[1]!)).toEqual({ facts: [], findings: [] })
})

interface Built {
  readonly id: ProjectId
  readonly units: readonly UnitId[]
}

async function project(year: number, names: readonly string[]): Promise<Built> {
  const id = value(await createProject(deps, { name: `评估${year}`, year, rubric, settings: defaultSettings }))
  return { id, units: value(await addUnits(deps, id, names.map((unit) => ({ name: unit, kind: 'government' as const, level: 'county' as const })))) }
}

async function report({ id, units }: Built, index: number, text: string, year: number): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const proposal = value(await readReportFile({ name: `${index}-${year}.txt`, bytes }))
  value(await importReport(deps, id, proposal, bytes, { unitId: units[index]!, title: null, year, signedOn: null, publishedOn: null }))
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
