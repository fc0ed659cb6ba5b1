import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import { joinColumn, makeAnswerReader, splitColumn, stateAt, stateDigit } from '#core/records/columns'
import { packAnswer } from '#core/records/packAnswer'
import { hasGrounds, packGrounds, unpackGrounds } from '#core/records/packGrounds'
import type { RemarkRecord, ScorecardRecord } from '#core/records/scorecardRecord'
import type { RecordProblem } from '#core/records/shape'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import type { Grounds } from '#core/scoring/scoreEntry'

/** One assessor's current judgements on one unit (评分表), as the desks and the method read it. An item without a mark is unscored. */
export interface Scorecard {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly marks: ReadonlyMap<ItemId, Mark>
}

/** The judgement that stands for an item, with its grounds. `answer` is there exactly when `state` is 'scored'. */
export interface Mark extends Grounds {
  readonly state: ItemState
  readonly answer: Answer | null
  readonly entryId: EntryId
}

export interface PackedScorecard {
  readonly record: ScorecardRecord
  readonly remarks: readonly RemarkRecord[]
}

export function makeEmptyScorecard(unitId: UnitId, assessorId: AssessorId): Scorecard {
  return { unitId, assessorId, marks: new Map() }
}

/**
 * A scorecard as stored: columns in code unit order of item ids, so that equal scorecards give equal records, and one remark for
 * every mark with grounds. `entryCount` is the number of entries ever appended to it.
 */
export function packScorecard(projectId: ProjectId, scorecard: Scorecard, entryCount: number): PackedScorecard {
  const { unitId, assessorId, marks } = scorecard
  const itemIds = [...marks.keys()].sort()
  const answers: string[] = []
  const entryIds: string[] = []
  const remarks: RemarkRecord[] = []
  let states = ''
  for (const itemId of itemIds) {
    const mark = marks.get(itemId) as Mark
    states += stateDigit(mark.state)
    answers.push(mark.answer === null ? '' : packAnswer(mark.answer))
    entryIds.push(mark.entryId)
    if (hasGrounds(mark)) remarks.push({ projectId, unitId, assessorId, itemId, entryId: mark.entryId, ...packGrounds(mark) })
  }
  const record = { projectId, unitId, assessorId, items: joinColumn(itemIds), states, answers: joinColumn(answers), entryIds: joinColumn(entryIds), entryCount }
  return { record, remarks }
}

/** Reads what packScorecard wrote; columns that do not fit each other, and remarks on other entries than those that stand, are problems. */
export function unpackScorecard(record: ScorecardRecord, remarks: readonly RemarkRecord[], readAnswer = makeAnswerReader()): Result<Scorecard, RecordProblem> {
  const count = record.states.length
  const items = splitColumn(record.items, count)
  const answers = splitColumn(record.answers, count)
  const entryIds = splitColumn(record.entryIds, count)
  if (!items || !answers || !entryIds) return misfit('columns', 'columns of one length')
  const marks = new Map<ItemId, Mark>()
  const remarkOf = new Map(remarks.map((remark) => [remark.itemId, remark]))
  for (let index = 0; index < count; index += 1) {
    const state = stateAt(record.states, index)
    const answer = readAnswer(answers[index] as string)
    if (state === undefined || answer === undefined || (state === 'scored') !== (answer !== null)) return misfit(items[index] as string, 'a state and its answer')
    const itemId = items[index] as ItemId
    const entryId = entryIds[index] as EntryId
    const remark = remarkOf.size === 0 ? undefined : remarkOf.get(itemId)
    if (remark && remark.entryId !== entryId) return misfit(itemId, 'a remark on the entry that stands')
    const { note, evidence, searched, proofs, accepted } = unpackGrounds(remark)
    marks.set(itemId, { state, answer, note, evidence, searched, proofs, accepted, entryId })
  }
  if (marks.size !== count) return misfit('items', 'every item once')
  return success({ unitId: record.unitId, assessorId: record.assessorId, marks })
}

function misfit(path: string, expected: string): Result<never, RecordProblem> {
  return failure({ kind: 'invalid-record', record: 'scorecard', path, expected })
}
