import type { OutlineNode } from '#core/text/reportProposal'

/** In which chapter of a report a place stands. */
export interface HitPlace {
  /** Numbers of the chapters above it, "二、(三)"; '' = before the first. */
  readonly chapter: string
  /** The nearest of their headings; '' = none. */
  readonly heading: string
}

/** The chapters above an offset; run-in numbers (一是) are part of their paragraph. */
export function hitPlace(outline: readonly OutlineNode[], offset: number): HitPlace {
  let chapter = ''
  let heading = ''
  let level = outline
  for (;;) {
    const node = level.find((candidate) => candidate.start <= offset && offset < candidate.end)
    if (!node || node.depth === 4) break
    chapter += node.marker.trim()
    heading = node.title.trim() || heading
    level = node.children
  }
  return { chapter: chapter.replace(/[、.．]$/, ''), heading }
}
