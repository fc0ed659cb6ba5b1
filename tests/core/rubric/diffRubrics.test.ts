import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import type { ItemId } from '#core/ids'
import { diffRubrics, type RubricDifference } from '#core/rubric/diffRubrics'
import type { Rubric, RubricItem } from '#core/rubric/rubric'

const levels: RubricItem['rule'] = {
  kind: 'level',
  levels: [
    { id: 'none', label: '无', criterion: '没有', points: 0 },
    { id: 'some', label: '有', criterion: '有一件', points: 1.2 },
    { id: 'full', label: '全', criterion: '件件有', points: 3 },
  ],
}
const a1 = anItem('A1', 3, levels)
const [a2, a3, b1] = [anItem('A2', 4), anItem('A3', 5), anItem('B1', 8)]
const before = deepFreeze(aRubric([aGroup('A', 12, [a1, a2, a3]), aGroup('B', 8, [b1])]))

function withGroups(...groups: Rubric['groups']): Rubric {
  return deepFreeze({ ...before, groups })
}

/** "A1 moved+reworded" a node. */
function inShort({ nodes }: RubricDifference): string[] {
  return nodes.map((node) => `${node.before?.node.id ?? '·'}→${node.after?.node.id ?? '·'} ${node.changes.join('+')}`)
}

describe('diffRubrics', () => {
  test('other guidance is wording, and says from what to what', () => {
    const difference = diffRubrics(before, withGroups(aGroup('A', 12, [a1, { ...a2, guidance: '看正文第三部分。' }, a3]), aGroup('B', 8, [b1])))
    expect(difference.overall).toBe('wording')
    expect(inShort(difference)).toEqual(['A2→A2 reworded'])
    expect(difference.nodes[0]?.fields).toEqual([{ path: ['guidance'], kind: 'wording', before: '按标准判断。', after: '看正文第三部分。' }])
  })

  test("a level's points, a level taken away and one put in are listed by the level's id", () => {
    const rule: RubricItem['rule'] = {
      kind: 'level',
      levels: [
        { id: 'none', label: '无', criterion: '没有', points: 0 },
        { id: 'half', label: '半', criterion: '一半有', points: 1.5 },
        { id: 'full', label: '全部', criterion: '件件有', points: 2.5 },
      ],
    }
    const difference = diffRubrics(before, withGroups(aGroup('A', 12, [{ ...a1, rule }, a2, a3]), aGroup('B', 8, [b1])))
    expect(inShort(difference)).toEqual(['A1→A1 restructured+reworded'])
    expect(difference.nodes[0]?.fields).toEqual([
      { path: ['rule', 'levels', '#half'], kind: 'structure', before: undefined, after: { id: 'half', label: '半', criterion: '一半有', points: 1.5 } },
      { path: ['rule', 'levels', '#full', 'label'], kind: 'wording', before: '全', after: '全部' },
      { path: ['rule', 'levels', '#full', 'points'], kind: 'structure', before: 3, after: 2.5 },
      { path: ['rule', 'levels', '#some'], kind: 'structure', before: { id: 'some', label: '有', criterion: '有一件', points: 1.2 }, after: undefined },
    ])
  })

  test('another kind of rule is one change', () => {
    const rule = { kind: 'passFail', criterion: '有' } as const
    const difference = diffRubrics(before, withGroups(aGroup('A', 12, [{ ...a1, rule }, a2, a3]), aGroup('B', 8, [b1])))
    expect(difference.nodes[0]?.fields).toEqual([{ path: ['rule'], kind: 'structure', before: levels, after: rule }])
  })

  test('the condition of 不适用 is wording, the permission is structure', () => {
    const changed = (notApplicable: RubricItem['notApplicable']) => {
      const { notApplicable: _taken, ...rest } = a2
      return diffRubrics(before, withGroups(aGroup('A', 12, [a1, notApplicable ? { ...rest, notApplicable } : rest, a3]), aGroup('B', 8, [b1])))
    }
    expect(changed({ when: '另一条件' })).toMatchObject({ overall: 'wording', nodes: [{ changes: ['reworded'] }] })
    expect(changed(undefined)).toMatchObject({ overall: 'structure', nodes: [{ changes: ['restructured'], fields: [{ path: ['notApplicable'], after: undefined }] }] })
  })

  test('into another group, and out of the order: of two that change places one has moved', () => {
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a1, a3]), aGroup('B', 8, [b1, a2]))))).toEqual(['A2→A2 moved'])
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a3, a1, a2]), aGroup('B', 8, [b1]))))).toEqual(['A3→A3 moved'])
    expect(inShort(diffRubrics(before, withGroups(aGroup('B', 8, [b1]), aGroup('A', 12, [a1, a2, a3]))))).toEqual(['B→B moved'])
  })

  test('removed nodes are named where they stood, added ones where they stand', () => {
    const after = withGroups(aGroup('A', 12, [a1, anItem('A9', 2), a3]), aGroup('C', 8, []))
    expect(inShort(diffRubrics(before, after))).toEqual(['A2→· removed', '·→A9 added', 'B→· removed', 'B1→· removed', '·→C added'])
  })

  test('another id with the same content, to the last character, is a new name', () => {
    const renamed = { ...b1, id: 'B-1' as ItemId, name: b1.name }
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a1, a2, a3]), aGroup('B', 8, [renamed]))))).toEqual(['B1→B-1 renamed'])
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a1, a2, a3]), aGroup('B', 8, [{ ...renamed, guidance: '另一说法' }]))))).toEqual(['B1→· removed', '·→B-1 added'])
  })

  test('two candidates for a new name: neither is guessed', () => {
    const twin = (id: string) => ({ ...b1, id: id as ItemId })
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a1, a2, a3]), aGroup('B', 8, [twin('B-1'), twin('B-2')])))))
      .toEqual(['B1→· removed', '·→B-1 added', '·→B-2 added'])
  })

  test('an item that becomes a group of the same id is another thing', () => {
    expect(inShort(diffRubrics(before, withGroups(aGroup('A', 12, [a1, a2, a3]), aGroup('B', 8, [aGroup('B1', 8, [anItem('B11', 8)])]))))).toEqual(['B1→· removed', '·→B1 added', '·→B11 added'])
  })

  test('what belongs to the rubric itself: method, gate, a section that comes', () => {
    const item = anItem('J1', 2)
    const after = deepFreeze({ ...before, version: '2', notApplicableMethod: 'withinParent' as const, bonus: { items: [item], cap: 2, gate: { base: 80, inclusive: false } } })
    const difference = diffRubrics(before, after)
    expect(difference.fields).toEqual([
      { path: ['version'], kind: 'wording', before: '1', after: '2' },
      { path: ['notApplicableMethod'], kind: 'structure', before: 'global', after: 'withinParent' },
      { path: ['bonus'], kind: 'structure', before: undefined, after: { items: undefined, cap: 2, gate: { base: 80, inclusive: false } } },
    ])
    expect(difference.nodes).toEqual([{ before: null, after: { node: item, section: 'bonus', parents: [] }, changes: ['added'], fields: [] }])
  })

  test('from the base into the bonus: moved', () => {
    const after = { ...withGroups(aGroup('A', 12, [a1, a2]), aGroup('B', 8, [b1])), bonus: { items: [a3] } }
    expect(inShort(diffRubrics(before, after))).toEqual(['A3→A3 moved'])
  })
})
