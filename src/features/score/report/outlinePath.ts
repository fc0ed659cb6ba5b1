import type { OutlineNode } from '#core/text/reportProposal'
import { lengthOfText } from '#core/text/lengthOfText'

/** Where an offset stands: the numbers of the chapters above it, "一、(二)", "三", and which character of the text it is, from 1. */
export function outlinePath(text: string, nodes: readonly OutlineNode[], offset: number): { readonly chapter: string; readonly character: number } {
  let chapter = ''
  let level = nodes
  for (;;) {
    const node = level.find((candidate) => candidate.start <= offset && offset < candidate.end)
    if (!node || node.depth === 4) break
    chapter += node.marker.trim()
    level = node.children
  }
  return { chapter: chapter.replace(/[、.．]$/, ''), character: lengthOfText(text.slice(0, offset)) + 1 }
}
