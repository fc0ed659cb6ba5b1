import type { Finding } from '#core/rubric/edit/draftFindings'
import { placedNodes, type NodePlace, type PlacedNode, type Section } from '#core/rubric/edit/nodePlace'
import type { Rubric } from '#core/rubric/rubric'

export interface OutlineRow extends PlacedNode {
  /** Problems of the node itself and, where it is folded, of what lies below it. */
  readonly errors: number
  readonly folded: boolean
}

/** The rows of the outline, section by section; what lies below a folded group is left out. */
export function outlineRows(rubric: Rubric, findings: readonly Finding[], folded: ReadonlySet<NodePlace>): { readonly section: Section; readonly rows: readonly OutlineRow[] }[] {
  const errors = findings.filter((finding) => finding.severity === 'error')
  const nodes = placedNodes(rubric).filter(({ place }) => ![...folded].some((group) => place.startsWith(`${group}.`)))
  return (['base', 'source', 'bonus', 'negative', 'veto'] as const).map((section) => ({
    section,
    rows: nodes.filter((placed) => placed.section === section).map((placed) => {
      const isFolded = folded.has(placed.place)
      return { ...placed, folded: isFolded, errors: errors.filter(({ place }) => place === placed.place || (isFolded && place.startsWith(`${placed.place}.`))).length }
    }),
  }))
}
