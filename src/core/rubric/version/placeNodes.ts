import type { Rubric, RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'

/** Where in a rubric a node stands: 指标 · 总分的其他来源 · 加分 · 负面清单 · 一票否决. */
export type RubricSection = 'groups' | 'totalSources' | 'bonus' | 'negative' | 'vetoes'

export const rubricSections: readonly RubricSection[] = ['groups', 'totalSources', 'bonus', 'negative', 'vetoes']

export interface PlacedNode {
  readonly node: RubricNode
  readonly section: RubricSection
  /** The groups it stands in, the outermost first; empty at the top of a section. */
  readonly parents: readonly RubricGroup[]
}

/** Every node of a rubric with its place, in reading order: a group before its children, section after section. */
export function placeNodes(rubric: Rubric): PlacedNode[] {
  return rubricSections.flatMap((section) => topOf(rubric, section).flatMap((node) => placeUnder(node, section, [])))
}

/** The nodes at the top of a section; none where the rubric does without it. */
export function topOf(rubric: Rubric, section: RubricSection): readonly RubricNode[] {
  switch (section) {
    case 'groups':
      return rubric.groups
    case 'totalSources':
      return rubric.totalSources?.items ?? []
    case 'bonus':
      return rubric.bonus?.items ?? []
    case 'negative':
      return rubric.negative?.items ?? []
    case 'vetoes':
      return rubric.vetoes ?? []
  }
}

export function isPlacedItem(place: PlacedNode): place is PlacedNode & { readonly node: RubricItem } {
  return place.node.kind === 'item'
}

function placeUnder(node: RubricNode, section: RubricSection, parents: readonly RubricGroup[]): PlacedNode[] {
  const place: PlacedNode = { node, section, parents }
  return node.kind === 'item' ? [place] : [place, ...node.children.flatMap((child) => placeUnder(child, section, [...parents, node]))]
}
