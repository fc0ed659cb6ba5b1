import type { FindingsOfText } from '#core/facts/findingsOfText'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import type { Suggestion } from '#core/measure/suggestion'
import { allItems } from '#core/rubric/allItems'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import type { TextRequest } from '#workers/answerText'
import { callWorker } from '#workers/callWorker'
import { textsToCompare } from '#workflows/compareTexts'

/**
 * What the program counts in the unit's standing report for the items that name a measure. Suggestions only: nothing is recorded, and a
 * person accepts or leaves each. Empty without a report.
 */
export async function suggestionsOfUnit(projectId: ProjectId, unitId: UnitId): Promise<Map<ItemId, Suggestion>> {
  const [{ rubric }, units, report] = await Promise.all([rubricOfProject(projectId), unitsOfProject(projectId), reportOfUnit(projectId, unitId)])
  const unit = units.find(({ id }) => id === unitId)
  if (!unit || !report) return new Map()
  const others = allItems(rubric).some(({ measure }) => measure === 'sameness') ? (await textsToCompare(projectId)).filter((other) => other.isLastYear === (other.unitId === unitId)) : []
  const { text, textHash, signedOn, publishedOn } = report
  const comparedWith = others.map((other) => ({ name: `${other.unitName} ${other.year}`, text: other.text }))
  return callWorker<TextRequest, Map<ItemId, Suggestion>>('text', {
    kind: 'suggest',
    rubric,
    unit: { kind: unit.kind, level: unit.level },
    report: { text, textHash, signedOn, publishedOn, comparedWith },
  })
}

/** The numbers of the unit's standing report and what comes of checking them against each other; empty without a report. */
export async function findingsOfUnit(projectId: ProjectId, unitId: UnitId): Promise<FindingsOfText> {
  const report = await reportOfUnit(projectId, unitId)
  if (!report) return { facts: [], findings: [] }
  return callWorker<TextRequest, FindingsOfText>('text', { kind: 'check-facts', text: report.text })
}
