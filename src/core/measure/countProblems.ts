import type { MeasuredPart } from '#core/measure/measuredReport'
import type { Measured } from '#core/measure/suggestion'
import type { OutlineNode } from '#core/text/reportProposal'

const causes = /原因|成因|根源/
const remedies = /整改|措施|对策|打算|下一步/
const groups = /问题|不足|短板|差距|薄弱/

/**
 * D2: numbered paragraphs of the problem part ((一), 1., 一是), those of the highest rank; what is headed 原因 or 整改 is not counted, and under
 * a heading such as (一)存在的问题 its own numbered paragraphs are. Null where there is no such part or nothing is numbered: sentences are
 * for a person to count.
 * @example '二、存在的问题\n一是……。二是……。三是……。' // 3
 */
export function countProblems(outline: readonly OutlineNode[], parts: readonly MeasuredPart[]): Measured | null {
  const counted = parts.filter(({ part }) => part === 'problems').flatMap(({ start, end }) => problemsOf(within(outline, start, end)))
  const unique = [...new Map(counted.map((node) => [node.start, node])).values()].sort((a, b) => a.start - b.start)
  if (unique.length === 0) return null
  return {
    found: { kind: 'count', count: unique.length },
    working: { key: 'problemCount', values: { counts: unique.map(({ marker }) => marker).join(' '), sum: String(unique.length) } },
    places: unique.map(({ start, end }) => ({ start, end })),
  }
}

/** The highest nodes that lie in the stretch; a heading that opens it gives its children. */
function within(nodes: readonly OutlineNode[], start: number, end: number): OutlineNode[] {
  return nodes.flatMap((node) => {
    if (node.end <= start || node.start >= end) return []
    const isInside = node.start >= start && node.end <= end
    return isInside && !(node.depth === 1 || coversAll(node, start, end)) ? [node] : within(node.children, start, end)
  })
}

function coversAll(node: OutlineNode, start: number, end: number): boolean {
  return node.children.length > 0 && (node.end - node.start) * 10 >= (end - start) * 9
}

function problemsOf(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => {
    const isHeading = node.title.length <= 16
    if (isHeading && (causes.test(node.title) || remedies.test(node.title)) && !groups.test(node.title)) return []
    return isHeading && groups.test(node.title) && /存在|主要|突出/.test(node.title) && node.children.length > 0 ? problemsOf(node.children) : [node]
  })
}
