import { formatPercent, pointsOf } from '#core/points'
import type { Rule } from '#core/rubric/rubric'
import type { Span } from '#features/score/report/findMatches'
import { lengthOfText } from '#core/text/lengthOfText'

/** A value the program counted in the report, to be offered for an interval rule: never taken without a person. */
export type CountedValue = { readonly kind: 'length'; readonly value: string } | { readonly kind: 'share'; readonly value: string }

/**
 * For rules measured in 字 the length of the text; for rules measured as a share of the text (占全文) the share of the attached passages in it, overlaps
 * counted once (METHOD §6A.29: characters that are no white space, spans that the assessor confirmed). Share: two decimals, half up.
 */
export function countedValues(rule: Rule, text: string | null, evidence: readonly (Span | null)[]): CountedValue[] {
  if (rule.kind !== 'interval' || text === null) return []
  const length = lengthOfText(text)
  if (rule.unit === '字') return [{ kind: 'length', value: String(length) }]
  const spans = evidence.filter((span) => span !== null)
  if (rule.unit !== '%' || !/占全文|of the text/.test(rule.measure) || spans.length === 0) return []
  const share = formatPercent(pointsOf(coveredLength(text, spans)), pointsOf(length), 2)
  return share === null ? [] : [{ kind: 'share', value: share }]
}

function coveredLength(text: string, spans: readonly Span[]): number {
  let covered = 0
  let reached = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, reached)
    if (span.end > start) covered += lengthOfText(text.slice(start, span.end))
    reached = Math.max(reached, span.end)
  }
  return covered
}
