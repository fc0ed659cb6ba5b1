import type { ItemId } from '#core/ids'
import { freshId } from '#core/rubric/edit/freshId'
import { nodeAt, nodesOfSection, placedNodes, splitPlace, withSection, writePlace, type NodePlace, type Section, type Step } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricNode } from '#core/rubric/rubric'

/**
 * Edits of a rubric's tree. Each returns a new rubric that shares what did not change, and the place where the node in hand stands
 * afterwards; null when the edit makes no sense there. Nothing is added up: what no longer fits is checkRubric's to say.
 */
export interface Edited {
  readonly rubric: Rubric
  readonly place: NodePlace
}

export type Direction = 'up' | 'down' | 'in' | 'out'

/** Puts another node, or the same one changed, at a place. */
export function changeNode(rubric: Rubric, place: NodePlace, change: (node: RubricNode) => RubricNode): Rubric {
  const step = splitPlace(place)
  const node = nodeAt(rubric, place)
  if (!step || !node) return rubric
  return changeList(rubric, parentOf(step), (list) => list.with(step.indexes.at(-1)!, change(node)))
}

/** Puts a node into a section, at the end of the group at `parent` ("" = the top of the section). */
export function appendNode(rubric: Rubric, section: Section, parent: NodePlace, node: RubricNode): Edited | null {
  if (section !== 'base' && node.kind === 'group') return null
  const above = parent === '' ? { section, indexes: [] } : splitPlace(parent)
  if (!above || above.section !== section) return null
  const list = childrenAt(rubric, above)
  if (!list || (section === 'base' && above.indexes.length === 0 && node.kind === 'item')) return null
  return insert(rubric, { section, indexes: [...above.indexes, list.length] }, node)
}

/** Puts a node behind the one at `place`. At the top of the base total there are groups only. */
export function insertAfter(rubric: Rubric, place: NodePlace, node: RubricNode): Edited | null {
  const step = splitPlace(place)
  if (!step || !nodeAt(rubric, place) || !mayStand(node, step)) return null
  return insert(rubric, shift(step, 1), node)
}

/** Takes a node out. The place is then that of its next sibling, else of the one before, else of its group. */
export function removeNode(rubric: Rubric, place: NodePlace): Edited | null {
  const step = splitPlace(place)
  if (!step || !nodeAt(rubric, place)) return null
  const index = step.indexes.at(-1)!
  const without = changeList(rubric, parentOf(step), (list) => list.toSpliced(index, 1))
  const left = childrenAt(without, parentOf(step))?.length ?? 0
  const above = parentOf(step)
  if (left > 0) return { rubric: without, place: writePlace({ ...step, indexes: [...above.indexes, Math.min(index, left - 1)] }) }
  return { rubric: without, place: above.indexes.length > 0 ? writePlace(above) : '' }
}

/** A copy behind the original, with all that is below it. Its nodes get ids that are still free; everything else stays as it is. */
export function duplicateNode(rubric: Rubric, place: NodePlace): Edited | null {
  const node = nodeAt(rubric, place)
  if (!node) return null
  const taken = new Set(placedNodes(rubric).map((placed) => placed.node.id as string))
  return insertAfter(rubric, place, copy(node))

  function copy(original: RubricNode): RubricNode {
    const id = freshId(taken, original.id)
    taken.add(id)
    return original.kind === 'item' ? { ...original, id: id as ItemId } : { ...original, id, children: original.children.map(copy) }
  }
}

/**
 * Up and down among its siblings; in: to the end of the group before it; out: behind its own group. An item cannot leave its
 * dimension for the top, where only groups stand.
 */
export function moveNode(rubric: Rubric, place: NodePlace, direction: Direction): Edited | null {
  const step = splitPlace(place)
  const node = nodeAt(rubric, place)
  const target = step && node && targetOf(rubric, step, node, direction)
  if (!step || !node || !target) return null
  const without = changeList(rubric, parentOf(step), (list) => list.toSpliced(step.indexes.at(-1)!, 1))
  return insert(without, target, node)
}

function targetOf(rubric: Rubric, step: Step, node: RubricNode, direction: Direction): Step | null {
  const above = parentOf(step)
  const index = step.indexes.at(-1)!
  const siblings = childrenAt(rubric, above) ?? []
  switch (direction) {
    case 'up': return index > 0 ? shift(step, -1) : null
    case 'down': return index < siblings.length - 1 ? shift(step, 1) : null
    case 'in': {
      const before = siblings[index - 1]
      return before?.kind === 'group' ? { section: step.section, indexes: [...above.indexes, index - 1, before.children.length] } : null
    }
    case 'out': return above.indexes.length > 0 && mayStand(node, above) ? shift(above, 1) : null
  }
}

function mayStand(node: RubricNode, step: Step): boolean {
  if (step.section !== 'base') return node.kind === 'item'
  return node.kind === 'group' || step.indexes.length > 1
}

function insert(rubric: Rubric, at: Step, node: RubricNode): Edited {
  return { rubric: changeList(rubric, parentOf(at), (list) => list.toSpliced(at.indexes.at(-1)!, 0, node)), place: writePlace(at) }
}

function parentOf(step: Step): Step {
  return { section: step.section, indexes: step.indexes.slice(0, -1) }
}

function shift(step: Step, by: number): Step {
  return { section: step.section, indexes: [...step.indexes.slice(0, -1), step.indexes.at(-1)! + by] }
}

function childrenAt(rubric: Rubric, above: Step): readonly RubricNode[] | null {
  if (above.indexes.length === 0) return nodesOfSection(rubric, above.section)
  const node = nodeAt(rubric, writePlace(above))
  return node?.kind === 'group' ? node.children : null
}

/** Changes the list of nodes below `above`, and every group on the way down to it. */
function changeList(rubric: Rubric, above: Step, change: (list: readonly RubricNode[]) => readonly RubricNode[]): Rubric {
  return withSection(rubric, above.section, within(nodesOfSection(rubric, above.section), above.indexes))

  function within(list: readonly RubricNode[], indexes: readonly number[]): readonly RubricNode[] {
    const [first, ...rest] = indexes
    if (first === undefined) return change(list)
    const group = list[first]
    return group?.kind === 'group' ? list.with(first, { ...group, children: within(group.children, rest) }) : list
  }
}
