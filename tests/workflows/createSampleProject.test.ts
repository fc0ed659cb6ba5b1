import { Dexie } from 'dexie'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { checkInvariants } from '#core/records/checkInvariants'
import { fullOf } from '#core/rubric/fullOf'
import { flattenItems } from '#core/rubric/flattenItems'
import { checkEntry } from '#core/scoring/checkEntry'
import { scoreItem } from '#core/scoring/scoreItem'
import { comparePoints, zeroPoints } from '#core/points'
import { cleanText } from '#core/text/cleanText'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { projectOf } from '#storage/queries/projectOf'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { computeRanking } from '#workflows/computeRanking'
import { createSampleProject } from '#workflows/createSampleProject'
import type { SampleMark, SampleProject, SampleUnit } from '#workflows/sampleProject/sampleProject'
import json from '#workflows/sampleProject/sampleProject.json'
import { shippedRubrics } from '#workflows/shippedRubrics'

const sample = json as unknown as SampleProject
const longName = '云浔市机关事务管理局（云浔市公务用车服务管理中心、云浔市公共机构节能工作办公室）'

describe('as a project', () => {
  let name = ''
  beforeEach(async () => {
    name = `zhunsheng-test-${Math.random()}`
    expect((await openDatabase(name)).ok).toBe(true)
  })
  afterEach(async () => {
    closeDatabase()
    await Dexie.delete(name)
  })

  test('it is sound, and its tables agree with its entries', async () => {
    const projectId = await createSampleProject(fixedDeps())
    const project = await projectOf(projectId)
    expect(project && { name: project.name, year: project.year, sample: project.sample }).toEqual({ name: '示例：2024年度法治政府建设年度报告评估', year: 2024, sample: true })
    expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
    expect(await verifyLedger(projectId)).toEqual([])
  })

  test('it ranks as its marks say: a tie, a provisional unit, one without a report', async () => {
    const projectId = await createSampleProject(fixedDeps())
    const [assessor] = await assessorsOfProject(projectId)
    const rankings = await computeRanking(projectId, assessor!.id)
    expect(rankings.map(({ group, rows }) => [group, rows.map((row) => [row.name, row.rank, row.tied, `${row.shown?.low}–${row.shown?.high}`, row.band, row.reason])])).toEqual([
      ['government/county', [
        ['霁川县人民政府', 1, 1, '92.40–92.40', '优秀', null],
        ['岚汀县人民政府', 2, 1, '84.88–84.88', '良好', null],
        ['枫涟县人民政府', 3, 2, '76.59–76.59', '合格', null],
        ['砚陵县人民政府', 3, 2, '76.59–76.59', '合格', null],
        ['桐漪县人民政府', null, 0, '0.00–100.00', null, 'nothing-scored'],
        ['沅麓县人民政府', null, 0, '40.98–51.98', null, 'items-open'],
      ]],
      ['department/city', [
        ['云浔市水利局', 1, 1, '70.93–70.93', '合格', null],
        [longName, 2, 1, '55.13–55.13', '不合格', null],
      ]],
    ])
    const rows = rankings.flatMap((ranking) => ranking.rows)
    const totalOf = (unit: string) => rows.find((row) => row.name === unit)!.tree.total!.low
    expect(comparePoints(totalOf('枫涟县人民政府'), totalOf('砚陵县人民政府'))).toBe(0)
    expect(rows.find((row) => row.name === '沅麓县人民政府')?.open).toEqual(['A1', 'A3', 'F2', 'F3'])
  })
})

describe('its marks', () => {
  test('every item of a unit with a report is marked, but for two of the provisional one', async () => {
    const items = await itemsOfSample()
    expect(sample.units.map((unit) => [unit.name, items.filter((item) => !unit.marks[item.id]).length])).toEqual([
      ['霁川县人民政府', 0],
      ['岚汀县人民政府', 0],
      ['砚陵县人民政府', 0],
      ['枫涟县人民政府', 0],
      ['沅麓县人民政府', 2],
      ['桐漪县人民政府', 34],
      ['云浔市水利局', 0],
      [longName, 0],
    ])
  })

  test('every mark fits its item, and says why wherever points are missing', async () => {
    const items = await itemsOfSample()
    const faults = marksOfSample().flatMap(({ unit, itemId, mark }) => {
      const item = items.find((candidate) => candidate.id === itemId)
      if (!item) return [`${unit.name} ${itemId}: no such item`]
      const problems = checkEntry(item, unit, sample.year, { state: mark.state, answer: mark.answer ?? null, note: mark.note ?? '' })
      if (problems.length > 0) return [`${unit.name} ${itemId}: ${JSON.stringify(problems)}`]
      const score = scoreItem(item, unit, sample.year, mark.state, mark.answer ?? null)
      const isFull = score.ok && score.value.points !== null && comparePoints(score.value.points, fullOf(item)) === 0
      return isFull || mark.note ? [] : [`${unit.name} ${itemId}: no note`]
    })
    expect(faults).toEqual([])
  })

  test('every quote stands once in the cleaned report', () => {
    const quotes = marksOfSample().flatMap(({ unit, itemId, mark }) =>
      (mark.quotes ?? []).map((quote) => ({ quote, where: `${unit.name} ${itemId}`, times: textOf(unit).split(quote).length - 1 })),
    )
    expect(quotes.filter(({ times }) => times !== 1)).toEqual([])
  })

  test('a judgement on the content that gives points shows its passage', async () => {
    const content = (await itemsOfSample()).filter((item) => /^[C-F]/.test(item.id))
    const bare = marksOfSample().flatMap(({ unit, itemId, mark }) => {
      const item = content.find((candidate) => candidate.id === itemId)
      if (!item || mark.quotes || mark.state !== 'scored') return []
      const score = scoreItem(item, unit, sample.year, mark.state, mark.answer ?? null)
      return score.ok && score.value.points && comparePoints(score.value.points, zeroPoints) > 0 ? [`${unit.name} ${itemId}`] : []
    })
    expect(bare).toEqual([])
  })

  test('the lengths given are those of the texts', () => {
    const scored = sample.units.filter((unit) => unit.report)
    expect(scored.map((unit) => unit.marks['B4']?.answer)).toEqual(
      scored.map((unit) => ({ kind: 'interval', value: textOf(unit).replace(/\s/g, '').length })),
    )
  })
})

const reportsPath = '../shared/reports'
test.skipIf(!existsSync(reportsPath))('its places are in no real report (needs ../shared)', () => {
  const places = ['霁川', '岚汀', '砚陵', '枫涟', '沅麓', '桐漪', '云浔', '石泠', '青箬', '松岫', '望澜', '鹭汀', '岫岭']
  const own = sample.units.map((unit) => unit.name + textOf(unit)).join('\n')
  const reports = readdirSync(reportsPath).map((file) => readFileSync(`${reportsPath}/${file}`, 'utf8')).join('\n')
  expect(places.filter((place) => !own.includes(place) || reports.includes(place))).toEqual([])
})

async function itemsOfSample() {
  const rubric = await shippedRubrics.find((shipped) => shipped.key === sample.rubric)!.load()
  return flattenItems(rubric)
}

function marksOfSample(): { unit: SampleUnit; itemId: string; mark: SampleMark }[] {
  return sample.units.flatMap((unit) => Object.entries(unit.marks).map(([itemId, mark]) => ({ unit, itemId, mark })))
}

function textOf(unit: SampleUnit): string {
  return cleanText(unit.report?.lines.join('\n') ?? '').text
}
