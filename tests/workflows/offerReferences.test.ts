import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemMark } from '#core/aggregation/scoreUnit'
import type { ItemId, ProjectId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { closeDatabase, openDatabase } from '#storage/db'
import { addUnits } from '#workflows/addUnits'
import { computeRanking } from '#workflows/computeRanking'
import { createProject } from '#workflows/createProject'
import { createSampleProject } from '#workflows/createSampleProject'
import { offerReferences, resultOf } from '#workflows/offerReferences'
import { recordScore } from '#workflows/recordScore'
import { signIn } from '#workflows/signIn'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

describe('offerReferences', () => {
  let name = ''
  beforeEach(async () => {
    name = `zhunsheng-test-${Math.random()}`
    expect((await openDatabase(name)).ok).toBe(true)
  })
  afterEach(async () => {
    closeDatabase()
    await Dexie.delete(name)
  })

  test('the exact total of the unit of the same name; nothing of itself, of other rubrics and of other names', async () => {
    const projectId = await createSampleProject(fixedDeps())
    const [assessor] = await assessorsOfProject(projectId)
    const rows = (await computeRanking(projectId, assessor!.id)).flatMap((ranking) => ranking.rows)
    const final = rows.find(({ rank, provisional }) => rank !== null && !provisional)!
    const other = 'another' as ProjectId
    const wanted = { rubricKey: 'annual-report-quality', unitName: ` ${final.name} `, year: 2024 }
    const offers = await offerReferences(other, wanted)
    const total = final.tree.total!.low
    const exact = total.denominator === 1n ? `${total.numerator}` : `${total.numerator}/${total.denominator}`
    expect(offers.map(({ projectId: from, standing, taken, shown }) => ({ from, standing, taken, shown }))).toEqual([{ from: projectId, standing: 'final', taken: { exact }, shown: final.shown }])
    expect([
      await offerReferences(projectId, wanted), await offerReferences(other, { ...wanted, rubricKey: 'test' }), await offerReferences(other, { ...wanted, unitName: '无此单位' }),
    ]).toEqual([[], [], []])
  })

  test('a result that rests on this one is refused: no circles; an earlier year’s may be taken (§6A.25)', async () => {
    const deps = fixedDeps()
    const refersTo = (key: string, other: string) => aRubric([aGroup('A', 10, [anItem('a', 7), anItem('r', 3, { kind: 'reference', label: '另一结果', full: 10, rubric: other })])], { key })
    const made = async (name: string, year: number, key: string, other: string): Promise<ProjectId> => {
      const projectId = value(await createProject(deps, { name, year, rubric: refersTo(key, other), settings: defaultSettings }))
      const [unitId] = value(await addUnits(deps, projectId, [{ name: '甲县', kind: 'government', level: 'county' }]))
      const assessorId = value(await signIn(deps, projectId, '甲'))
      value(await recordScore(deps, { projectId, unitId: unitId!, assessorId, itemId: 'a' as ItemId, state: 'scored', answer: { kind: 'judge', points: 7 }, note: '', evidence: [] }))
      return projectId
    }
    const own = await made('综合', 2024, 'whole', 'quality')
    await made('质量', 2024, 'quality', 'whole')
    await made('上年质量', 2023, 'quality', 'whole')
    const offers = await offerReferences(own, { rubricKey: 'quality', unitName: '甲县', year: 2024 })
    expect(offers.map(({ projectName, standing, taken }) => [projectName, standing, taken])).toEqual([['质量', 'circle', null], ['上年质量', 'provisional', { low: '7', high: '10' }]])
  })
})

test('invalid counts as 0; a provisional one hands on its range; what is suspended or waits for a veto cannot be taken (§6A.25)', () => {
  const rubric = aRubric([aGroup('A', 10, [anItem('a', 9), anItem('b', 1)])])
  const tree = (b: 'notApplicable' | 'pending') =>
    rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, new Map<ItemId, ItemMark>([['a' as ItemId, { state: 'scored', answer: { kind: 'judge', points: 7.5 } }], ['b' as ItemId, { state: b, answer: null }]]))
  const settled = tree('notApplicable')
  const shown = { low: '8.33', high: '8.33' }
  expect([
    resultOf({ reason: null, tree: settled }, 2),
    resultOf({ reason: 'invalid', tree: settled }, 2),
    resultOf({ reason: 'suspended', tree: settled }, 2),
    resultOf({ reason: 'veto-open', tree: settled }, 2),
    resultOf({ reason: 'items-open', tree: tree('pending') }, 2),
  ]).toEqual([
    { standing: 'final', taken: { exact: '25/3' }, shown },
    { standing: 'invalid', taken: { exact: '0' }, shown },
    { standing: 'suspended', taken: null, shown },
    { standing: 'veto-open', taken: null, shown },
    { standing: 'provisional', taken: { low: '15/2', high: '17/2' }, shown: { low: '7.50', high: '8.50' } },
  ])
})
