import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { AssessorId, ItemId, ProjectId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { checkRubric } from '#core/rubric/checkRubric'
import { diffRubrics, type RubricDifference } from '#core/rubric/diffRubrics'
import { effectOnScores, type ItemEffect, type ScoredWork } from '#core/rubric/effectOnScores'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { policyOf } from '#core/rubric/version/changeMarks'
import { compareTotals, type TotalChange } from '#core/rubric/version/compareTotals'
import type { ItemPolicy } from '#core/rubric/version/itemPolicy'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { projectOf } from '#storage/queries/projectOf'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'

/** Everything that is said about a draft before a project adopts it. */
export interface RubricVersion {
  readonly project: ProjectRecord
  readonly current: RubricRecord
  readonly problems: readonly RubricProblem[]
  readonly difference: RubricDifference
  readonly units: readonly UnitRecord[]
  /** Those who have scored something. */
  readonly assessors: readonly AssessorRecord[]
  readonly work: ScoredWork
  readonly effects: readonly ItemEffect[]
}

/** Reads what stands in the project now and compares the draft with it; undefined when there is no such project. */
export async function readRubricVersion(projectId: ProjectId, draft: Rubric): Promise<RubricVersion | undefined> {
  const project = await projectOf(projectId)
  if (!project) return undefined
  const [current, units, assessors] = await Promise.all([rubricOfProject(projectId), unitsOfProject(projectId), assessorsOfProject(projectId)])
  const cards = (await Promise.all(assessors.map(({ id }) => scorecardsOfProject(projectId, id)))).flat()
  const problems = checkRubric(draft)
  const work: ScoredWork = { year: project.year, units, cards }
  return {
    project, current, problems, units, work,
    difference: diffRubrics(current.rubric, draft),
    assessors: assessors.filter(({ id }) => cards.some((card) => card.assessorId === id)),
    effects: problems.length > 0 ? [] : effectOnScores(current.rubric, draft, work),
  }
}

export interface VersionChoices {
  readonly policies: Readonly<ShallowRef<ReadonlyMap<ItemId, ItemPolicy>>>
  readonly choose: (itemId: ItemId, policy: ItemPolicy) => void
  readonly policyOfItem: (effect: ItemEffect) => ItemPolicy | null
  /** Whose totals are shown. */
  readonly assessorId: Ref<AssessorId | null>
  /** In the order of units; archived and removed ones are left out of the table (they are treated like the others). */
  readonly totals: ComputedRef<readonly (TotalChange & { readonly unit: UnitRecord })[]>
}

/** What the owner chooses per item, and what it does to the totals. */
export function useVersionChoices(version: RubricVersion, draft: Rubric): VersionChoices {
  const policies = shallowRef<ReadonlyMap<ItemId, ItemPolicy>>(new Map())
  const assessorId = shallowRef<AssessorId | null>(version.assessors[0]?.id ?? null)
  const rankedUnits = version.units.filter((unit) => unit.archivedAt === null && unit.removedAt === null)
  const unitOf = new Map(rankedUnits.map((unit) => [unit.id, unit]))
  const totals = computed(() => {
    if (version.problems.length > 0) return []
    const cards = version.work.cards.filter((card) => card.assessorId === assessorId.value)
    const { project, current, effects } = version
    const changes = compareTotals({ before: current.rubric, after: draft, project, units: rankedUnits, cards }, effects, policies.value)
    return changes.map((change) => ({ ...change, unit: unitOf.get(change.unitId) as UnitRecord }))
  })
  return {
    policies,
    assessorId,
    totals,
    choose(itemId, policy) {
      policies.value = new Map([...policies.value, [itemId, policy]])
    },
    policyOfItem: (effect) => policyOf(effect, policies.value),
  }
}
