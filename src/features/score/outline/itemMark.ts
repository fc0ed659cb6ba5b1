import type { ItemState } from '#core/scoring/itemState'

/** What the outline says of an item: its state, or that something on its card is not written. */
export type ItemMark = ItemState | 'draft' | 'failed'

/** Shapes that tell the states apart without colour; the words are `ui.itemState.*`, `score.outline.draft`, `score.outline.failed`. */
export const shapes: Readonly<Record<ItemMark, string>> = {
  scored: '●',
  notFound: '∅',
  notApplicable: '—',
  pending: '◐',
  unscored: '○',
  draft: '◌',
  failed: '▲',
}

export const tones: Readonly<Record<ItemMark, string>> = {
  scored: 'done',
  notFound: 'done',
  notApplicable: 'none',
  pending: 'wait',
  unscored: 'none',
  draft: 'wait',
  failed: 'flag',
}
