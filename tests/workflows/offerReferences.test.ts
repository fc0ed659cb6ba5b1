import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixedDeps } from '../builders/fixedDeps'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
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
    expect(offers.map(({ projectId: from, standing, exact: given, shown }) => ({ from, standing, given, shown }))).toEqual([{ from: projectId, standing: 'final', given: exact, shown: final.shown!.low }])
    expect([
      await offerReferences(projectId, wanted), await offerReferences(other, { ...wanted, rubricKey: 'test' }), await offerReferences(other, { ...wanted, unitName: '无此单位' }),
    ]).toEqual([[], [], []])
  })
})

test('invalid counts as 0; what is provisional, suspended or waits for a veto cannot be taken', () => {
  const rubric = aRubric([aGroup('A', 10, [anItem('a', 10)])])
  const tree = (state: 'scored' | 'pending') =>
    rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, new Map([['a' as ItemId, state === 'scored' ? { state, answer: { kind: 'judge', points: 7.5 } } : { state, answer: null }]]))
  const settled = tree('scored')
  expect([
    resultOf({ reason: null, provisional: false, tree: settled }, 2),
    resultOf({ reason: 'invalid', provisional: false, tree: settled }, 2),
    resultOf({ reason: 'suspended', provisional: false, tree: settled }, 2),
    resultOf({ reason: 'veto-open', provisional: false, tree: settled }, 2),
    resultOf({ reason: 'items-open', provisional: true, tree: tree('pending') }, 2),
  ]).toEqual([
    { standing: 'final', exact: '15/2', shown: '7.50' },
    { standing: 'invalid', exact: '0', shown: '7.50' },
    { standing: 'suspended', exact: null, shown: '7.50' },
    { standing: 'provisional', exact: null, shown: '7.50' },
    { standing: 'provisional', exact: null, shown: '0.00' },
  ])
})
