import type { ProjectId, UnitId } from '#core/ids'
import { checkUnitNames } from '#core/records/checkUnitNames'
import { failure, success, type Result } from '#core/result'
import { changeUnit as changeUnitRecord, type UnitChanges } from '#storage/units'
import type { StorageProblem } from '#storage/storageProblem'
import type { UnitDraft, UnitProblem } from '#workflows/addUnits'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** Changes what is named of a unit; its scores stay as they are, even where another rule now applies to it. */
export async function changeUnit(deps: Deps, projectId: ProjectId, unitId: UnitId, changes: Partial<UnitDraft>): Promise<Result<null, UnitProblem[]>> {
  if (changes.name !== undefined) {
    const problems = checkUnitNames([changes.name])
    if (problems.length > 0) return failure(problems)
  }
  const trimmed: UnitChanges = {
    ...changes,
    ...(changes.name === undefined ? {} : { name: changes.name.trim() }),
    ...(changes.group === undefined ? {} : { group: changes.group.trim() }),
  }
  const changed = await write(deps, projectId, unitId, trimmed)
  return changed.ok ? changed : failure([changed.problem])
}

export function archiveUnit(deps: Deps, projectId: ProjectId, unitId: UnitId): Promise<Result<null, StorageProblem>> {
  return write(deps, projectId, unitId, { archivedAt: deps.clock() })
}

export function unarchiveUnit(deps: Deps, projectId: ProjectId, unitId: UnitId): Promise<Result<null, StorageProblem>> {
  return write(deps, projectId, unitId, { archivedAt: null })
}

/** Takes a unit out of the project; its report and scores stay and it can be restored. */
export function removeUnit(deps: Deps, projectId: ProjectId, unitId: UnitId): Promise<Result<null, StorageProblem>> {
  return write(deps, projectId, unitId, { removedAt: deps.clock() })
}

/** Refused with 'name-taken' where another unit has taken the name in the meantime. */
export function restoreUnit(deps: Deps, projectId: ProjectId, unitId: UnitId): Promise<Result<null, StorageProblem>> {
  return write(deps, projectId, unitId, { removedAt: null })
}

async function write(deps: Deps, projectId: ProjectId, unitId: UnitId, changes: UnitChanges): Promise<Result<null, StorageProblem>> {
  const changed = await commit(deps, () => changeUnitRecord(projectId, unitId, changes))
  return changed.ok ? success(null) : changed
}
