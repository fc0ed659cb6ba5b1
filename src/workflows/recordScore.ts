import type { Anchor } from '#core/evidence/anchor'
import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { allItems } from '#core/rubric/allItems'
import type { Answer } from '#core/scoring/answer'
import { checkEntry, type EntryProblem } from '#core/scoring/checkEntry'
import type { ItemState } from '#core/scoring/itemState'
import type { Grounds, ScoreEntry } from '#core/scoring/scoreEntry'
import { projectOf } from '#storage/queries/projectOf'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { standingEntry } from '#storage/queries/standingEntry'
import { unitOf } from '#storage/queries/unitOf'
import { commitEntry } from '#storage/scores'
import { StorageRefusal } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** `searched`, `proofs`, `accepted`: none where left out. */
export interface ScoreDraft extends Partial<Pick<Grounds, 'searched' | 'proofs' | 'accepted'>> {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly itemId: ItemId
  readonly assessorId: AssessorId
  readonly state: ItemState
  readonly answer: Answer | null
  readonly note: string
  readonly evidence: readonly Anchor[]
  /** The entries this was made in the knowledge of (null: none stood); when another stands now, it is refused as 'stale'. Absent: not asked. */
  readonly seen?: ReadonlySet<EntryId | null>
}

/**
 * Checks, stamps and appends one judgement; resolves after the commit, and only then is it saved. A refusal returns its problems and
 * writes nothing. A store that failed (full disk, database gone) rejects: the desk keeps what was typed and offers to try again.
 */
export async function recordScore(deps: Deps, draft: ScoreDraft): Promise<Result<ScoreEntry, EntryProblem[]>> {
  const { projectId, unitId, itemId, assessorId, state, answer, note, evidence, searched = [], proofs = [], accepted = null, seen } = draft
  const [{ rubric }, project, unit, standing] = await Promise.all([
    rubricOfProject(projectId),
    projectOf(projectId),
    unitOf(projectId, unitId),
    standingEntry(projectId, unitId, assessorId, itemId),
  ])
  const item = allItems(rubric).find((candidate) => candidate.id === itemId)
  if (!item) return failure([{ kind: 'unknown-item' }])
  if (!unit || !project) return failure([{ kind: 'unknown-unit' }])
  const problems = checkEntry(item, unit, project.year, { state, answer, note })
  if (problems.length > 0) return failure(problems)
  if (seen && !seen.has(standing)) return failure([{ kind: 'stale' }])
  const entry: ScoreEntry = { id: deps.newId() as EntryId, unitId, itemId, assessorId, at: deps.clock(), replaces: standing, state, answer, note, evidence, searched, proofs, accepted }
  const written = await commit(deps, () => commitEntry(projectId, entry))
  if (written.ok) return success(entry)
  switch (written.problem.kind) {
    case 'stale-entry':
      return failure([{ kind: 'stale' }])
    case 'not-found':
      // Files are kept before they are named; one that is gone is the store's failure.
      if (written.problem.what === 'attachment') throw new StorageRefusal(written.problem)
      return failure([{ kind: written.problem.what === 'assessor' ? 'no-assessor' : 'unknown-unit' }])
    default:
      throw new StorageRefusal(written.problem)
  }
}
