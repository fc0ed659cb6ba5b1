import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { allItems } from '#core/rubric/allItems'
import { checkRubric } from '#core/rubric/checkRubric'
import { diffRubrics } from '#core/rubric/diffRubrics'
import { appendNode, duplicateNode, moveNode, removeNode } from '#core/rubric/edit/editNodes'
import { placedNodes, placeOfPath } from '#core/rubric/edit/nodePlace'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric, RubricItem, TotalSources } from '#core/rubric/rubric'

// R16 at the level of the total: the shape, what is refused, identity, edits.

const site: RubricItem = anItem('S1', 50, { kind: 'reference', label: '实地', full: 50 }, { weight: 30 })
const survey: RubricItem = anItem('S2', 100, { kind: 'reference', label: '满意度', full: 100 }, { weight: 20 })
const totalSources: TotalSources = { own: { label: '书面评审', weight: 50 }, items: [site, survey] }
const rubric: Rubric = aRubric([aGroup('A', 100, [anItem('a', 100)])], { totalSources, mergeAt: 'total' })

function problemsWith(changed: Partial<TotalSources>) {
  return checkRubric({ ...rubric, totalSources: { ...totalSources, ...changed } })
}

test('a rubric with sources is read back as it is, and is sound', () => {
  expect(parseRubric(JSON.parse(JSON.stringify(rubric)))).toEqual({ ok: true, value: rubric })
  expect(checkRubric(rubric)).toEqual([])
  expect(allItems(rubric).map(({ id }) => id)).toEqual(['a', 'S1', 'S2'])
})

test('what has no shape is refused', () => {
  expect(parseRubric({ ...rubric, totalSources: { own: { label: '', weight: '5' }, sources: [] }, mergeAt: 'end' })).toEqual({
    ok: false,
    problem: [
      { kind: 'unknown-field', path: 'totalSources.sources' },
      { kind: 'empty-text', path: 'totalSources.own.label' },
      { kind: 'wrong-type', path: 'totalSources.own.weight', expected: 'number' },
      { kind: 'missing-field', path: 'totalSources.items' },
      { kind: 'not-allowed', path: 'mergeAt', found: 'end', allowed: ['items', 'total'] },
    ],
  })
})

describe('soundness', () => {
  test('every source has a weight above zero; they need not add to 100', () => {
    const { weight: _, ...weightless } = survey
    expect(problemsWith({ own: { label: '书面', weight: 0 } })).toEqual([{ kind: 'not-positive', path: 'totalSources.own.weight', found: '0' }])
    expect(problemsWith({ items: [site, weightless] })).toEqual([{ kind: 'weights-mixed', path: 'totalSources.items' }])
    expect(problemsWith({ items: [{ ...site, weight: -1 }] })).toEqual([{ kind: 'not-positive', path: 'totalSources.items[0].weight', found: '-1' }])
    expect(problemsWith({ own: { label: '书面', weight: 7 } })).toEqual([])
  })
  test('none at all, a deduction among them, an id that is taken, points below zero by place', () => {
    expect(problemsWith({ items: [] })).toEqual([{ kind: 'empty-list', path: 'totalSources.items' }])
    expect(problemsWith({ items: [{ ...anItem('S1', 2, { kind: 'negative', perEvent: 1 }), weight: 1 }] })).toEqual([{ kind: 'rule-not-here', path: 'totalSources.items[0].rule.kind', rule: 'negative' }])
    expect(problemsWith({ items: [{ ...site, id: 'a' as RubricItem['id'] }] })).toEqual([{ kind: 'duplicate-id', path: 'totalSources.items[0].id', id: 'a', first: 'groups[0].children[0].id' }])
    expect(problemsWith({ items: [{ ...anItem('S1', 2, { kind: 'byRank', measure: '', unit: '', best: 'high', award: { kind: 'table', points: [2, -1] } }), weight: 1 }] })).toEqual([
      { kind: 'out-of-bounds', path: 'totalSources.items[0].rule.award.points[1]', found: '-1', low: '0', high: '2' },
    ])
  })
})

test('weights and where to merge are structure, the label is wording', () => {
  const original = hashRubric(rubric)
  const changed = (own: Partial<TotalSources['own']>) => hashRubric({ ...rubric, totalSources: { ...totalSources, own: { ...totalSources.own, ...own } } })
  expect([changed({ weight: 51 }).structureHash === original.structureHash, changed({ label: '材料' }).structureHash === original.structureHash, changed({ label: '材料' }).hash === original.hash]).toEqual([false, true, false])
  expect(hashRubric({ ...rubric, mergeAt: 'items' }).structureHash).not.toBe(original.structureHash)
})

test('a difference names the source that changed, and that a rubric has sources now', () => {
  const heavier: Rubric = { ...rubric, totalSources: { ...totalSources, items: [site, { ...survey, weight: 25 }] } }
  const found = diffRubrics(rubric, heavier)
  expect([found.overall, found.fields, found.nodes.map(({ after, changes }) => [after?.section, after?.node.id, changes])]).toEqual(['structure', [], [['totalSources', 'S2', ['restructured']]]])
  const { totalSources: _, ...before } = rubric
  expect(diffRubrics(before, rubric).nodes.map(({ after, changes }) => [after?.node.id, changes])).toEqual([['S1', ['added']], ['S2', ['added']]])
  expect(diffRubrics(before, rubric).fields.length).toBeGreaterThan(0)
})

test('sources are edited like the items of other sections; without any the section goes', () => {
  const places = (edited: Rubric) => placedNodes(edited).filter(({ section }) => section === 'source').map(({ place, node }) => [place, node.id])
  expect(places(rubric)).toEqual([['totalSources.items[0]', 'S1'], ['totalSources.items[1]', 'S2']])
  expect(placeOfPath('totalSources.items[1].rule.full')).toBe('totalSources.items[1]')
  expect(places(moveNode(rubric, 'totalSources.items[1]', 'up')!.rubric).map(([, id]) => id)).toEqual(['S2', 'S1'])
  expect(duplicateNode(rubric, 'totalSources.items[0]')!.rubric.totalSources!.items.map(({ weight }) => weight)).toEqual([30, 30, 20])
  const without = removeNode(removeNode(rubric, 'totalSources.items[0]')!.rubric, 'totalSources.items[0]')!
  expect([without.place, without.rubric.totalSources]).toEqual(['', undefined])
  expect(appendNode(without.rubric, 'source', '', site)!.rubric.totalSources).toEqual({ own: { label: '测试指标体系', weight: 100 }, items: [site] })
})
