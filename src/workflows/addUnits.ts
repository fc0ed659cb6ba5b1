import type { ProjectId, UnitId } from '#core/ids'
import { checkUnitNames, type UnitNameProblem } from '#core/records/checkUnitNames'
import { failure, type Result } from '#core/result'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import { addUnits as addUnitRecords } from '#storage/units'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export interface UnitDraft {
  readonly name: string
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly group?: string
  /** GB/T 2260, six digits. */
  readonly code?: string | null
}

export type UnitProblem = UnitNameProblem | StorageProblem

/** Adds units, all or none: a block with one bad row changes nothing. Positions follow those that stand. */
export async function addUnits(deps: Deps, projectId: ProjectId, drafts: readonly UnitDraft[]): Promise<Result<UnitId[], UnitProblem[]>> {
  const problems = checkUnitNames(drafts.map((draft) => draft.name))
  if (problems.length > 0) return failure(problems)
  const now = deps.clock()
  const records = drafts.map((draft, index) => ({
    projectId,
    id: deps.newId() as UnitId,
    name: draft.name.trim(),
    kind: draft.kind,
    level: draft.level,
    group: draft.group?.trim() ?? '',
    code: draft.code ?? null,
    position: index,
    createdAt: now,
    archivedAt: null,
    removedAt: null,
  }))
  const added = await commit(deps, () => addUnitRecords(projectId, records))
  return added.ok ? added : failure([added.problem])
}
