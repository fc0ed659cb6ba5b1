import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { deepFreeze } from '../../../builders/deepFreeze'
import { recordEdit, redoEdit, startHistory, undoEdit } from '#core/rubric/edit/editHistory'
import { appendNode, duplicateNode, moveNode, removeNode, type Direction } from '#core/rubric/edit/editNodes'
import { nodeAt, placedNodes, placeOfPath, splitPlace, writePlace } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricGroup, RubricNode } from '#core/rubric/rubric'

/** Trees of up to three levels with unique ids, and the sections after the base total. */
const treeShape = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { minLength: 1, maxLength: 4 })

const someRubric = fc.tuple(treeShape, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })).map(([shape, bonus, vetoes]): Rubric => {
  let made = 0
  const item = () => anItem(`I${(made += 1)}`, made)
  const groups = shape.map((inner, outer): RubricGroup => aGroup(`G${outer}`, 10, inner.map((count, index): RubricNode => (count === 0 ? item() : aGroup(`G${outer}-${index}`, 5, Array.from({ length: count }, item))))))
  const more = { ...(bonus > 0 ? { bonus: { items: Array.from({ length: bonus }, item), cap: 3 } } : {}), ...(vetoes > 0 ? { vetoes: Array.from({ length: vetoes }, item) } : {}) }
  return deepFreeze(aRubric(groups, more))
})

const directions: readonly Direction[] = ['up', 'down', 'in', 'out']
const move = fc.tuple(someRubric, fc.nat(), fc.constantFrom(...directions))

function idsOf(rubric: Rubric): string[] {
  return placedNodes(rubric).map(({ node }) => node.id as string)
}

describe('places', () => {
  test('every node is found at its place, and the place is read as it is written', () => {
    fc.assert(fc.property(someRubric, (rubric) => {
      for (const { place, node } of placedNodes(rubric)) {
        expect(nodeAt(rubric, place)).toBe(node)
        expect(writePlace(splitPlace(place)!)).toBe(place)
        expect(placeOfPath(`${place}.rule.levels[0].points`)).toBe(place)
      }
    }))
  })

  test('what belongs to no node belongs to the rubric', () => {
    expect(['', 'full', 'bases[1].id', 'groups', 'bonus.cap', 'vetoes', 'groupsX[1]'].map(placeOfPath)).toEqual(['', '', '', '', '', '', ''])
  })
})

describe('moves', () => {
  test('a moved node keeps its content and all below it, nothing is lost or doubled, and its place is told', () => {
    fc.assert(fc.property(move, ([rubric, pick, direction]) => {
      const all = placedNodes(rubric)
      const { place, node } = all[pick % all.length]!
      const moved = moveNode(rubric, place, direction)
      if (!moved) return
      expect(nodeAt(moved.rubric, moved.place)).toBe(node)
      expect(idsOf(moved.rubric).sort()).toEqual(idsOf(rubric).sort())
      expect(moved.rubric.groups.every((group) => group.kind === 'group')).toBe(true)
    }))
  })

  test('up undoes down, and out undoes in where the group stood before it', () => {
    fc.assert(fc.property(move, ([rubric, pick]) => {
      const all = placedNodes(rubric)
      const { place } = all[pick % all.length]!
      for (const [there, back] of [['down', 'up'], ['up', 'down'], ['in', 'out']] as const) {
        const moved = moveNode(rubric, place, there)
        if (!moved) continue
        expect(moveNode(moved.rubric, moved.place, back)).toEqual({ rubric, place })
      }
    }))
  })

  test('an item never leaves for the top', () => {
    const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2)])])
    expect(moveNode(rubric, 'groups[0].children[0]', 'out')).toBeNull()
  })
})

describe('copies and removals', () => {
  test('a copy stands behind the original with ids of its own; taking it out gives back the rubric', () => {
    fc.assert(fc.property(someRubric, fc.nat(), (rubric, pick) => {
      const all = placedNodes(rubric)
      const { place, node } = all[pick % all.length]!
      const copied = duplicateNode(rubric, place)!
      const ids = idsOf(copied.rubric)
      expect(new Set(ids).size).toBe(ids.length)
      expect({ ...(nodeAt(copied.rubric, copied.place) as RubricNode), id: '', children: [] }).toEqual({ ...node, id: '', children: [] })
      expect(removeNode(copied.rubric, copied.place)?.rubric).toEqual(rubric)
    }))
  })

  test('a section that is emptied goes', () => {
    const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2)])], { vetoes: [anItem('V1', 0)], bonus: { items: [anItem('P1', 1)], cap: 2 } })
    const { vetoes, ...rest } = rubric
    expect(vetoes).toHaveLength(1)
    expect(removeNode(rubric, 'vetoes[0]')).toEqual({ rubric: rest, place: '' })
    expect(appendNode(rest, 'veto', '', anItem('V1', 0))).toEqual({ rubric, place: 'vetoes[0]' })
  })

  test('no group stands outside the base total, no item at its top', () => {
    const rubric = aRubric([aGroup('A', 2, [])])
    expect([appendNode(rubric, 'bonus', '', aGroup('B', 1, [])), appendNode(rubric, 'base', '', anItem('I', 1)), appendNode(rubric, 'base', 'groups[3]', anItem('I', 1))]).toEqual([null, null, null])
  })
})

describe('history', () => {
  test('undo leads back through every state, redo forth again', () => {
    fc.assert(fc.property(someRubric, fc.array(fc.tuple(fc.nat(), fc.constantFrom('up', 'down', 'in', 'out', 'copy', 'remove')), { maxLength: 120 }), (rubric, edits) => {
      let history = startHistory(rubric)
      const states = [rubric]
      for (const [pick, act] of edits) {
        const all = placedNodes(history.present)
        if (all.length === 0 || all.length > 60) break
        const { place } = all[pick % all.length]!
        const edited = act === 'copy' ? duplicateNode(history.present, place) : act === 'remove' ? removeNode(history.present, place) : moveNode(history.present, place, act as Direction)
        if (!edited) continue
        history = recordEdit(history, edited.rubric)
        states.push(edited.rubric)
      }
      for (const state of states.slice(0, -1).toReversed()) {
        history = undoEdit(history)
        expect(history.present).toBe(state)
      }
      expect(undoEdit(history)).toBe(history)
      for (const state of states.slice(1)) {
        history = redoEdit(history)
        expect(history.present).toBe(state)
      }
    }), { numRuns: 50 })
  })

  test('a hundred and more steps are kept; edits about the same are one', () => {
    let history = startHistory(0)
    for (let step = 1; step <= 200; step += 1) history = recordEdit(history, step)
    for (let step = 0; step < 200; step += 1) history = undoEdit(history)
    expect(history.present).toBe(0)
    const typed = ['准', '准绳', '准绳一'].reduce((so, text) => recordEdit(so, text, 'name'), startHistory(''))
    expect(undoEdit(typed).present).toBe('')
    expect(redoEdit(undoEdit(typed)).present).toBe('准绳一')
  })

  test('typing after an undo is a new step', () => {
    const undone = undoEdit(recordEdit(recordEdit(startHistory('a'), 'b', 'x'), 'c', 'y'))
    expect(recordEdit(undone, 'd', 'y')).toEqual({ past: ['a', 'b'], present: 'd', future: [], topic: 'y' })
  })
})
