import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemMark } from '#core/aggregation/scoreUnit'
import type { ItemId, ProjectId } from '#core/ids'
import { closeDatabase, openDatabase } from '#storage/db'
import { computeRanking } from '#workflows/computeRanking'
import { createSampleProject } from '#workflows/createSampleProject'
import { offerReferences, resultOf } from '#workflows/offerReferences'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'

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
