import type { Anchor } from '#core/evidence/anchor'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import { joinColumn, makeAnswerReader, splitColumn, stateAt, stateDigit } from '#core/records/columns'
import type { EntryRecord, HistorySegmentRecord } from '#core/records/historyRecord'
import { packAnswer, unpackAnswer } from '#core/records/packAnswer'
import { hasRemark } from '#core/records/packScorecard'
import type { RecordProblem } from '#core/records/shape'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/** An entry as stored alone; `sequence` is its number in the history of its scorecard. */
export function packEntry(projectId: ProjectId, entry: ScoreEntry, sequence: number): EntryRecord {
  const { id, unitId, itemId, assessorId, at, replaces, state, answer, note, evidence } = entry
  return { projectId, unitId, assessorId, itemId, sequence, id, at, replaces, state, answer: answer === null ? '' : packAnswer(answer), note, evidence }
}

export function unpackEntry(record: EntryRecord): Result<ScoreEntry, RecordProblem> {
  const { id, unitId, itemId, assessorId, at, replaces, state, note, evidence } = record
  if (record.answer === '') return checkScoreEntry({ id, unitId, itemId, assessorId, at, replaces, state, answer: null, note, evidence })
  const answer = unpackAnswer(record.answer)
  return answer.ok ? checkScoreEntry({ id, unitId, itemId, assessorId, at, replaces, state, answer: answer.value, note, evidence }) : answer
}

/** Entries of one scorecard as one record; `from` is the number of the first in the scorecard's history. */
export function packSegment(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, from: number, entries: readonly ScoreEntry[]): HistorySegmentRecord {
  const remarks = entries.flatMap((entry, row) => (hasRemark(entry) ? [[row, entry.note, entry.evidence]] : []))
  let states = ''
  for (const entry of entries) states += stateDigit(entry.state)
  return {
    projectId,
    unitId,
    assessorId,
    from,
    count: entries.length,
    ids: joinColumn(entries.map((entry) => entry.id)),
    items: joinColumn(entries.map((entry) => entry.itemId)),
    states,
    answers: joinColumn(entries.map((entry) => (entry.answer === null ? '' : packAnswer(entry.answer)))),
    instants: joinColumn(entries.map((entry) => entry.at)),
    replaces: entries.every((entry) => entry.replaces === null) ? '' : joinColumn(entries.map((entry) => entry.replaces ?? '')),
    remarks: remarks.length === 0 ? '' : JSON.stringify(remarks),
  }
}

/** The entries of a segment, each checked as if it came from outside; a segment that cannot be read whole is a problem. */
export function unpackSegment(record: HistorySegmentRecord, readAnswer = makeAnswerReader()): Result<ScoreEntry[], RecordProblem> {
  const { count, unitId, assessorId } = record
  const ids = splitColumn(record.ids, count)
  const items = splitColumn(record.items, count)
  const answers = splitColumn(record.answers, count)
  const instants = splitColumn(record.instants, count)
  const replaces = record.replaces === '' ? ids?.map(() => '') : splitColumn(record.replaces, count)
  const remarks = readRemarks(record.remarks)
  if (!ids || !items || !answers || !instants || !replaces || !remarks || record.states.length !== count) return misfit('columns', 'columns of one length')
  const entries: ScoreEntry[] = []
  for (let row = 0; row < count; row += 1) {
    const remark = remarks.get(row)
    const entry = checkScoreEntry({
      id: ids[row] as EntryId,
      unitId,
      itemId: items[row] as ItemId,
      assessorId,
      at: instants[row] as Instant,
      replaces: replaces[row] === '' ? null : replaces[row],
      state: stateAt(record.states, row),
      answer: readAnswer(answers[row] as string),
      note: remark?.note ?? '',
      evidence: remark?.evidence ?? [],
    })
    if (!entry.ok) return entry
    entries.push(entry.value)
  }
  return success(entries)
}

function readRemarks(packed: string): Map<number, { readonly note: string; readonly evidence: readonly Anchor[] }> | null {
  if (packed === '') return new Map()
  try {
    const rows: unknown = JSON.parse(packed)
    // What the fields hold is checked with the entry.
    return Array.isArray(rows) ? new Map(rows.map(([row, note, evidence]: [number, string, Anchor[]]) => [row, { note, evidence }])) : null
  } catch {
    return null
  }
}

function misfit(path: string, expected: string): Result<never, RecordProblem> {
  return failure({ kind: 'invalid-record', record: 'history segment', path, expected })
}
