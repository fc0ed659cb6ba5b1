import type { ItemId } from '#core/ids'
import { appendNode, duplicateNode, insertAfter, moveNode, removeNode, type Edited } from '#core/rubric/edit/editNodes'
import { freshId } from '#core/rubric/edit/freshId'
import { makeRule, type RuleWords } from '#core/rubric/edit/makeRule'
import { nodeAt, placedNodes, splitPlace, type NodePlace, type Section } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'
import type { OutlineAct } from './OutlineTools.vue'

/** Names and words that new nodes begin with. */
export interface NodeWords extends RuleWords {
  readonly group: string
  readonly item: string
}

/** What an act on the node in hand would lead to; null where it makes no sense. */
export function actOnNode(rubric: Rubric, place: NodePlace, act: OutlineAct, words: NodeWords): Edited | null {
  switch (act) {
    case 'addGroup': return addGroup(rubric, place, words)
    case 'addItem': return addItem(rubric, place, words)
    case 'copy': return duplicateNode(rubric, place)
    case 'remove': return removeNode(rubric, place)
    default: return moveNode(rubric, place, act)
  }
}

/** At the end of the sources, bonus, negative list or vetoes. */
export function addToSection(rubric: Rubric, section: Section, words: NodeWords): Edited | null {
  if (section === 'base') return appendNode(rubric, 'base', '', newGroup(rubric, '', words))
  return appendNode(rubric, section, '', newItem(rubric, section, '', words))
}

/** Behind the node in hand; into it where it is the rubric; behind the group of an item in hand. */
function addGroup(rubric: Rubric, place: NodePlace, words: NodeWords): Edited | null {
  const step = splitPlace(place)
  if (!step) return appendNode(rubric, 'base', '', newGroup(rubric, '', words))
  if (step.section !== 'base') return null
  const node = nodeAt(rubric, place)
  return node?.kind === 'group' ? insertAfter(rubric, place, newGroup(rubric, node.id, words)) : insertAfter(rubric, place, newGroup(rubric, parentId(rubric, place), words))
}

/** Into the group in hand; behind the item in hand. */
function addItem(rubric: Rubric, place: NodePlace, words: NodeWords): Edited | null {
  const step = splitPlace(place)
  const node = nodeAt(rubric, place)
  if (!step || !node) return null
  const item = newItem(rubric, step.section, node.kind === 'group' ? (node.children.at(-1)?.id ?? node.id) : node.id, words)
  return node.kind === 'group' ? appendNode(rubric, 'base', place, item) : insertAfter(rubric, place, item)
}

function newGroup(rubric: Rubric, like: string, words: NodeWords): RubricGroup {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const taken = idsOf(rubric)
  const letter = letters.find((candidate) => !taken.has(candidate) && like === '')
  return { kind: 'group', id: letter ?? freshId(taken, like === '' ? 'Z' : like), name: words.group, full: 10, children: [] }
}

function newItem(rubric: Rubric, section: Section, like: string, words: NodeWords): RubricItem {
  const first = { base: 'X0', source: 'S0', bonus: 'P0', negative: 'N0', veto: 'V0' }[section]
  const sibling = like === '' ? (placedNodes(rubric).findLast((placed) => placed.section === section)?.node.id ?? first) : like
  const full = section === 'veto' ? 0 : 1
  const rule = makeRule(section === 'negative' ? 'negative' : section === 'veto' ? 'veto' : 'judge', full, words)
  // A source of the total has a weight and the full marks of the result it brings in.
  const scale = section === 'source' ? { full: 100, weight: 50, rule: makeRule('reference', 100, words) } : { full, rule }
  return { kind: 'item', id: freshId(idsOf(rubric), sibling) as ItemId, name: words.item, ...scale, guidance: '', cueWords: [], basis: [] }
}

function parentId(rubric: Rubric, place: NodePlace): string {
  const parent: RubricNode | undefined = nodeAt(rubric, place.replace(/\.children\[\d+\]$/, ''))
  return parent?.id ?? ''
}

function idsOf(rubric: Rubric): Set<string> {
  return new Set(placedNodes(rubric).map(({ node }) => node.id as string))
}
