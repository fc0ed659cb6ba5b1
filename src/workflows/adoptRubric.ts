import type { EntryId, ProjectId, Sha256 } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { effectOnScores, type ItemEffect } from '#core/rubric/effectOnScores'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { changeMarks, type ChosenPolicies, type MarkChange } from '#core/rubric/version/changeMarks'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { replaceRubric, type StandingWork } from '#storage/rubricVersions'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export interface AdoptionChoices {
  /** Hash of the rubric that the effects were shown against. */
  readonly replaces: Sha256
  /** Items that are not named follow their presets. */
  readonly policies: ChosenPolicies
  /** The reason, naming the change, that is written on every entry made for this item. */
  readonly noteFor: (effect: ItemEffect) => string
}

export interface AdoptedRubric {
  readonly hash: Sha256
  readonly structureHash: Sha256
  /** Judgements that are open again, over all units and assessors. */
  readonly reopened: number
  /** Marks that went over to a new id. */
  readonly carried: number
}

export type AdoptionProblem =
  | { readonly kind: 'rubric-unsound'; readonly problems: readonly RubricProblem[] }
  /** The project has this rubric already. */
  | { readonly kind: 'same-rubric' }
  /** The project adopted another one since the effects were shown: they must be looked at again. */
  | { readonly kind: 'stale-rubric' }
  | StorageProblem

/**
 * A project changes over to another version of its rubric: one transaction stores the version, points the project to it, and appends
 * for every assessor the entries of the items that are reopened (pending, with the reason; the passages stay) or carried over to a new
 * id. Nothing is overwritten: the old rubric and every old entry stay readable. What was recorded since the effects were shown is
 * treated by the same policies. Points are not touched: they are computed by the new version from now on.
 */
export async function adoptRubric(deps: Deps, projectId: ProjectId, rubric: Rubric, choices: AdoptionChoices): Promise<Result<AdoptedRubric, AdoptionProblem>> {
  const sound = parseSoundRubric(rubric)
  if (!sound.ok) return failure({ kind: 'rubric-unsound', problems: sound.problem })
  const hashes = hashRubric(sound.value)
  if (hashes.hash === choices.replaces) return failure({ kind: 'same-rubric' })
  const at = deps.clock()
  let changes: readonly MarkChange[] = []
  const written = await commit(deps, () =>
    replaceRubric(projectId, {
      replaces: choices.replaces,
      record: { ...hashes, rubric: sound.value, adoptedAt: at },
      at,
      makeEntries(standing) {
        const drafts = draftEntries(standing, sound.value, choices)
        changes = drafts.map(({ change }) => change)
        return drafts.map(({ entry }) => ({ ...entry, id: deps.newId() as EntryId, at }))
      },
    }),
  )
  if (!written.ok) return written
  if (written.value.kind === 'stale') return failure({ kind: 'stale-rubric' })
  const count = (kind: MarkChange['kind']) => changes.filter((change) => change.kind === kind).length
  return success({ ...hashes, reopened: count('reopened'), carried: count('carried') })
}

interface EntryDraft {
  readonly change: MarkChange
  readonly entry: Omit<ScoreEntry, 'id' | 'at'>
}

/** Units that are archived or removed as well: they can come back. */
function draftEntries({ project, rubric, units, cards }: StandingWork, after: Rubric, choices: AdoptionChoices): EntryDraft[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const effects = effectOnScores(rubric.rubric, after, { year: project.year, units, cards })
  const notes = new Map(effects.map((effect) => [effect, choices.noteFor(effect)]))
  return cards.flatMap((card) => {
    const unit = unitOf.get(card.unitId)
    const changes = unit ? changeMarks(effects, choices.policies, project.year, unit, card) : []
    return changes.map((change) => ({ change, entry: { unitId: card.unitId, assessorId: card.assessorId, ...contentOf(change, notes.get(change.effect) ?? '') } }))
  })
}

function contentOf({ kind, itemId, replaces, mark }: MarkChange, reason: string): Omit<ScoreEntry, 'id' | 'at' | 'unitId' | 'assessorId'> {
  const { state, answer, note, evidence, searched, proofs, accepted } = mark
  if (kind === 'reopened') return { itemId, replaces, state: 'pending', answer: null, note: reason, evidence, searched, proofs, accepted: null }
  return { itemId, replaces, state, answer, note: [note, reason].filter((part) => part !== '').join('\n'), evidence, searched, proofs, accepted }
}
