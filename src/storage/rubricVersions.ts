import type { Instant, ProjectId, Sha256 } from '#core/ids'
import { unpackScorecard, type Scorecard } from '#core/records/packScorecard'
import { makeAnswerReader } from '#core/records/columns'
import type { ProjectRecord } from '#core/records/projectRecord'
import { checkRubricRecord } from '#core/records/rubricRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { appendReplacements } from '#storage/appendReplacements'
import { database, scope } from '#storage/db'
import { addEarlierRubric } from '#storage/earlierRubrics'
import { packedScorecardsOf, scorecardTables } from '#storage/packedScorecards'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

export interface NewRubricVersion {
  /** The rubric that it is meant to take the place of. */
  readonly replaces: Sha256
  readonly record: RubricRecord
  readonly at: Instant
  /** The entries that go with it, made of everything that stands at that moment. Must not wait for anything. */
  readonly makeEntries: (standing: StandingWork) => readonly ScoreEntry[]
}

export interface StandingWork {
  readonly project: ProjectRecord
  readonly rubric: RubricRecord
  readonly units: readonly UnitRecord[]
  /** Of all assessors and units. */
  readonly cards: readonly Scorecard[]
}

/**
 * Puts another rubric in the place of a project's and appends the entries that go with it, in one transaction: nobody ever reads new
 * rules over old marks. The old rubric stays, and the project remembers until when it held. When the project has another rubric by
 * now than `replaces`, nothing is written and that one's hash is returned ('stale').
 */
export async function replaceRubric(projectId: ProjectId, { replaces, record, at, makeEntries }: NewRubricVersion): Promise<{ readonly kind: 'replaced' } | { readonly kind: 'stale'; readonly standing: Sha256 }> {
  const db = database()
  accept(checkRubricRecord(record))
  return writeTransaction(db, [db.projects, db.rubrics, db.units, db.assessors, ...scorecardTables(db), db.ledger], async () => {
    const project = await db.projects.get(projectId)
    if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    if (project.rubricHash !== replaces) return { kind: 'stale', standing: project.rubricHash }
    const rubric = await db.rubrics.get(replaces)
    if (!rubric) throw new StorageRefusal({ kind: 'not-found', what: 'rubric' })
    const { from, to } = scope(projectId)
    const units = await db.units.where(':id').between(from, to).toArray()
    const assessors = await db.assessors.where(':id').between(from, to).toArray()
    const stored = (await Promise.all(assessors.map(({ id }) => packedScorecardsOf(db, projectId, id)))).flat()
    const readAnswer = makeAnswerReader()
    const cards = stored.map((card) => accept(unpackScorecard(card.record, card.remarks, readAnswer)))
    await appendReplacements(db, projectId, stored, makeEntries({ project, rubric, units, cards }))
    if (!(await db.rubrics.get(record.hash))) await db.rubrics.add(record)
    await addEarlierRubric(db, projectId, { hash: replaces, replacedAt: at })
    await db.projects.put({ ...project, rubricHash: record.hash, changedAt: at })
    return { kind: 'replaced' }
  })
}
