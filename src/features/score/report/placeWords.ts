import { pageAt } from '#core/records/textEdits'
import type { ReportRecord } from '#core/records/reportRecord'
import type { OutlineNode } from '#core/text/reportProposal'
import { outlinePath } from '#features/score/report/outlinePath'

/** Where a passage begins, as people name it. */
export interface Place {
  /** Numbers of the chapters above it, "一、(二)"; '' = before the first. */
  readonly chapter: string
  /** Which character of the text, from 1. */
  readonly character: number
  /** From 1; null = the format has no pages. */
  readonly page: number | null
}

type Translate = (key: string, values?: Record<string, unknown>) => string

export function placeOf(report: Pick<ReportRecord, 'text' | 'pages' | 'edits'>, outline: readonly OutlineNode[], offset: number): Place {
  return { ...outlinePath(report.text, outline, offset), page: pageAt(report, offset) }
}

/** "一、(二) · 第 3 页 · 第 1,204 字起"; the short form leaves the character out where chapter or page say it. */
export function placeWords(t: Translate, { chapter, character, page }: Place, form: 'full' | 'short' = 'full'): string {
  const parts = [chapter, page === null ? '' : t('score.card.page', { page })].filter((part) => part !== '')
  if (form === 'full' || parts.length === 0) parts.push(t('score.card.place', { character: character.toLocaleString('en-US') }))
  return parts.join(' · ')
}
