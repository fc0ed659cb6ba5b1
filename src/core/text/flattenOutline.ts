import type { OutlineNode } from '#core/text/reportProposal'

/**
 * Every node of an outline in reading order, parents before their children.
 * @example flattenOutline(splitOutline('一、甲\n(一)乙')).map((node) => node.title) // ['甲', '乙']
 */
export function flattenOutline(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flattenOutline(node.children)])
}
