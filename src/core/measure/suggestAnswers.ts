import type { ItemId } from '#core/ids'
import type { MeasuredReport } from '#core/measure/measuredReport'
import { suggestAnswer } from '#core/measure/suggestAnswer'
import type { Suggestion } from '#core/measure/suggestion'
import { allItems } from '#core/rubric/allItems'
import { bodyOf } from '#core/rubric/bodyOf'
import type { Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { outlineFaults } from '#core/text/outlineFaults'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

/**
 * What the program suggests for the items of a rubric that name a measure, for one unit and its report, bonus and negative items too. Items that do not
 * apply to such bodies, and measures that cannot say, have no entry.
 * @example suggestAnswers(rubric, unit, report).get(b4.id)?.working.values // { length: '7649' }
 */
export function suggestAnswers(
  rubric: Rubric,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  report: Omit<MeasuredReport, 'outline' | 'parts' | 'faults'>,
): Map<ItemId, Suggestion> {
  const outline = splitOutline(report.text)
  const read: MeasuredReport = { ...report, outline, parts: statutoryParts(report.text, outline), faults: outlineFaults(outline, report.text) }
  const suggestions = new Map<ItemId, Suggestion>()
  for (const item of allItems(rubric)) {
    const body = item.measure && bodyOf(item, unit)
    const suggestion = body?.applies ? suggestAnswer(item, body.rule, read) : null
    if (suggestion) suggestions.set(item.id, suggestion)
  }
  return suggestions
}
