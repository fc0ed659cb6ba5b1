import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import { joinColumn, makeAnswerReader, packAnswers, splitColumn, stateAt, stateDigit } from '#core/records/columns'
import { digestColumns } from '#core/records/digestColumns'
import type { EntryRecord, HistorySegmentRecord } from '#core/records/historyRecord'
import { packAnswer, unpackAnswer } from '#core/records/packAnswer'
import { hasGrounds, packGrounds, unpackGrounds } from '#core/records/packGrounds'
import type { PackedGrounds } from '#core/records/packGrounds'
import { packInstants, unpackInstants } from '#core/records/packInstants'
import type { PackedScorecard } from '#core/records/packScorecard'
import type { RemarkRecord } from '#core/records/scorecardRecord'
import type { RecordProblem } from '#core/records/shape'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/** An entry as stored alone; `sequence` is its number in the history of its scorecard. */
export function packEntry(projectId: ProjectId, entry: ScoreEntry, sequence: number): EntryRecord {
  const { id, unitId, itemId, assessorId, at, replaces, state, answer } = entry
  return { projectId, unitId, assessorId, itemId, sequence, id, at, replaces, state, answer: answer === null ? '' : packAnswer(answer), ...packGrounds(entry) }
}

export function unpackEntry(record: EntryRecord): Result<ScoreEntry, RecordProblem> {
  const { id, unitId, itemId, assessorId, at, replaces, state } = record
  const answer = record.answer === '' ? success(null) : unpackAnswer(record.answer)
  return answer.ok ? checkScoreEntry({ id, unitId, itemId, assessorId, at, replaces, state, answer: answer.value, ...unpackGrounds(record) }) : answer
}

/** A stretch of one scorecard's history: entries number `from` and following. */
export interface HistoryPart {
  readonly unitId: UnitId
  readonly from: number
  readonly entries: readonly ScoreEntry[]
  /** Their packed answers, where they are known already. */
  readonly answers?: readonly string[]
  /** '1' or '0' an entry: which stand, where the scorecard begins with this part. */
  readonly standing?: string
}

/** Parts of one assessor's history as one record; each unit at most once, no part empty. */
export function packSegment(projectId: ProjectId, assessorId: AssessorId, number: number, parts: readonly HistoryPart[]): HistorySegmentRecord {
  const ids: string[] = []
  const items: string[] = []
  const answers: string[] = []
  const instants: Instant[] = []
  const replaces: string[] = []
  const remarks: unknown[] = []
  let states = ''
  let standing = ''
  let replacing = false
  for (const part of parts) {
    answers.push(...(part.answers ?? packAnswers(part.entries)))
    standing += part.standing ?? '0'.repeat(part.entries.length)
    for (const entry of part.entries) {
      if (hasGrounds(entry)) remarks.push(packRemark(ids.length, entry))
      if (entry.replaces !== null) replacing = true
      ids.push(entry.id)
      items.push(entry.itemId)
      instants.push(entry.at)
      replaces.push(entry.replaces ?? '')
      states += stateDigit(entry.state)
    }
  }
  const segment = {
    projectId,
    assessorId,
    number,
    unitIds: parts.map((part) => part.unitId),
    froms: parts.map((part) => part.from),
    counts: parts.map((part) => part.entries.length),
    ids: joinColumn(ids),
    items: joinColumn(items),
    states,
    answers: joinColumn(answers),
    instants: packInstants(instants),
    replaces: replacing ? joinColumn(replaces) : '',
    remarks: remarks.length === 0 ? '' : JSON.stringify(remarks),
    standing,
  }
  return { ...segment, digest: digestSegment(segment) }
}

/** HistoryPart.standing from standingRows. */
export function packStanding(standing: ReadonlyMap<ItemId, number>, count: number): string {
  if (standing.size === count) return '1'.repeat(count)
  const digits = Array.from({ length: count }, () => '0')
  for (const row of standing.values()) digits[row] = '1'
  return digits.join('')
}

/** Digest of everything in a segment, 16 hex digits. */
export function digestSegment(segment: Omit<HistorySegmentRecord, 'digest'>): string {
  const { projectId, assessorId, number, unitIds, froms, counts, ids, items, states, answers, instants, replaces, remarks, standing } = segment
  return digestColumns([projectId, assessorId, joinColumn(unitIds), froms.join(), counts.join(), ids, items, states, answers, instants, replaces, remarks, standing], number)
}

/** The parts of a segment, every entry checked as if it came from outside; a segment that cannot be read whole is a problem. */
export function unpackSegment(record: HistorySegmentRecord, readAnswer = makeAnswerReader()): Result<HistoryPart[], RecordProblem> {
  const { assessorId, unitIds, froms, counts } = record
  const total = record.states.length
  const [ids, items, answers, steps] = [record.ids, record.items, record.answers, record.instants].map((column) => splitColumn(column, total))
  const replaces = record.replaces === '' ? null : splitColumn(record.replaces, total)
  const remarks = readRemarks(record.remarks)
  const fits = froms.length === unitIds.length && counts.length === unitIds.length && counts.reduce((sum, count) => sum + count, 0) === total
  if (!fits || !ids || !items || !answers || !steps || (record.replaces !== '' && !replaces) || !remarks) return misfit('columns', 'columns of one length')
  const instants = unpackInstants(steps)
  const parts: HistoryPart[] = []
  let row = 0
  for (const [index, unitId] of unitIds.entries()) {
    const entries: ScoreEntry[] = []
    for (const end = row + (counts[index] as number); row < end; row += 1) {
      const { note, evidence, searched, proofs, accepted } = unpackGrounds(remarks.get(row))
      const entry = checkScoreEntry({
        id: ids[row],
        unitId,
        itemId: items[row],
        assessorId,
        at: instants[row],
        replaces: replaces?.[row] || null,
        state: stateAt(record.states, row),
        answer: readAnswer(answers[row] as string),
        note,
        evidence,
        searched,
        proofs,
        accepted,
      })
      if (!entry.ok) return entry
      entries.push(entry.value)
    }
    parts.push({ unitId, from: froms[index] as number, entries })
  }
  return success(parts)
}

/**
 * The scorecards that began with this segment, as they were then: what rebuildScorecard gives for their entries here. `wanted` passes
 * over those that have a record of their own by now.
 */
export function cardsOfSegment(record: HistorySegmentRecord, wanted: (unitId: UnitId) => boolean): Result<PackedScorecard[], RecordProblem> {
  const { projectId, assessorId, unitIds, counts, states, standing } = record
  const [ids, items, answers] = [record.ids, record.items, record.answers].map((column) => splitColumn(column, states.length))
  const remarks = readRemarks(record.remarks)
  if (!ids || !items || !answers || !remarks || standing.length !== states.length || counts.length !== unitIds.length) return misfit('columns', 'columns of one length')
  const cards: PackedScorecard[] = []
  let start = 0
  for (const [index, unitId] of unitIds.entries()) {
    const end = start + (counts[index] as number)
    const rows: number[] = []
    for (let row = start; row < end; row += 1) if (standing.charCodeAt(row) === 49) rows.push(row)
    start = end
    if (rows.length === 0 || !wanted(unitId)) continue
    rows.sort((a, b) => ((items[a] as string) < (items[b] as string) ? -1 : 1))
    const pick = (column: readonly string[]) => joinColumn(rows.map((row) => column[row] as string))
    const remarksHere = rows.flatMap((row): RemarkRecord[] => {
      const remark = remarks.get(row)
      return remark ? [{ projectId, unitId, assessorId, itemId: items[row] as ItemId, entryId: ids[row] as EntryId, ...remark }] : []
    })
    const card = { projectId, unitId, assessorId, items: pick(items), states: rows.map((row) => states.charAt(row)).join(''), answers: pick(answers), entryIds: pick(ids), entryCount: counts[index] as number }
    cards.push({ record: card, remarks: remarksHere })
  }
  return success(cards)
}

/** The fourth value only where there is something in it: most remarks are without, and those of data version 1 are. */
function packRemark(row: number, entry: ScoreEntry): unknown[] {
  const { note, evidence, ...more } = packGrounds(entry)
  return Object.keys(more).length === 0 ? [row, note, evidence] : [row, note, evidence, more]
}

/** The grounds of all entries of a segment that have any; none where they cannot be read. */
export function groundsOfSegment({ remarks }: HistorySegmentRecord): PackedGrounds[] {
  return [...(readRemarks(remarks)?.values() ?? [])]
}

function readRemarks(packed: string): Map<number, PackedGrounds> | null {
  if (packed === '') return new Map()
  try {
    const rows: unknown = JSON.parse(packed)
    // What the fields hold is checked with the entry.
    return Array.isArray(rows) ? new Map(rows.map(readRemark)) : null
  } catch {
    return null
  }
}

function readRemark([row, note, evidence, more]: [number, string, PackedGrounds['evidence'], Partial<PackedGrounds>?]): [number, PackedGrounds] {
  return [row, { ...more, note, evidence }]
}

function misfit(path: string, expected: string): Result<never, RecordProblem> {
  return failure({ kind: 'invalid-record', record: 'history segment', path, expected })
}
