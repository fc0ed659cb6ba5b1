import type { ItemId } from '#core/ids'
import type { Rubric, RubricItem } from '#core/rubric/rubric'
import { compareFields } from '#core/rubric/version/compareFields'
import { matchNodes, ownContent } from '#core/rubric/version/matchNodes'
import { isPlacedItem, placeNodes } from '#core/rubric/version/placeNodes'

/** One item in two versions of a rubric, wherever it stands. Not both are null. */
export interface ItemPair {
  /** Its id in the new rubric; of a removed item the old one. */
  readonly itemId: ItemId
  /** Null: new, or back again. */
  readonly before: RubricItem | null
  /** Null: removed. Its marks stay in the history and no longer count. */
  readonly after: RubricItem | null
  readonly renamed: boolean
  /** What is different in the item itself; its place does not matter here. */
  readonly change: 'same' | 'wording' | 'structure'
}

/** The items of the new rubric in reading order with those they were; then the removed ones in their old order. */
export function pairItems(before: Rubric, after: Rubric): ItemPair[] {
  const { pairs, removed } = matchNodes(before, after)
  const oldOf = new Map(pairs.map((pair) => [pair.after.node, pair]))
  return [
    ...placeNodes(after).filter(isPlacedItem).map(({ node }): ItemPair => {
      const pair = oldOf.get(node)
      const old = pair?.before.node
      if (!pair || old?.kind !== 'item') return { itemId: node.id, before: null, after: node, renamed: false, change: 'structure' }
      return { itemId: node.id, before: old, after: node, renamed: pair.renamed, change: changeOf(old, node) }
    }),
    ...removed.filter(isPlacedItem).map(({ node }): ItemPair => ({ itemId: node.id, before: node, after: null, renamed: false, change: 'structure' })),
  ]
}

/** The id under which the marks lie that are judged: of a renamed item those of the old name. */
export function oldIdOf({ itemId, before, renamed }: ItemPair): ItemId {
  return renamed && before ? before.id : itemId
}

function changeOf(before: RubricItem, after: RubricItem): ItemPair['change'] {
  const fields = compareFields(ownContent(before), ownContent(after))
  if (fields.some(({ kind }) => kind === 'structure')) return 'structure'
  return fields.length > 0 ? 'wording' : 'same'
}
