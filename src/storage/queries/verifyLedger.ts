import { findScoreDamage } from '#core/records/checkInvariants'
import type { ScoreDamage } from '#core/records/checkInvariants'
import type { ProjectId } from '#core/ids'
import { database } from '#storage/db'
import { scoreTablesOf } from '#storage/projectTables'

/** What is missing or altered in a project's scores: scorecards, remarks and ledger against the whole history. Empty = sound. */
export async function verifyLedger(projectId: ProjectId): Promise<ScoreDamage[]> {
  return findScoreDamage(await scoreTablesOf(database(), projectId))
}
