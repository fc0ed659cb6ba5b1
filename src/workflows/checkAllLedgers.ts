import { checkLedger } from '#storage/queries/checkLedger'
import { projectOf } from '#storage/queries/projectOf'
import { projectsHere } from '#storage/queries/projectsHere'
import { verifyProject } from '#storage/queries/verifyProject'
import type { Deps } from '#workflows/deps'
import { ledgerState, tellLedgerState as tell, type CheckDepth, type DamagedProject, type LedgerState } from '#workflows/ledgerState'

/** Checks all projects, one after the other; the outcome is told to all who watch. Never rejects. */
export async function checkAllLedgers(deps: Deps, depth: CheckDepth): Promise<LedgerState> {
  if (ledgerState().kind === 'checking') return ledgerState()
  const begun = performance.now()
  try {
    const projects = await projectsHere()
    const damaged: DamagedProject[] = []
    let entries = 0
    for (const [index, { id, name }] of projects.entries()) {
      tell({ kind: 'checking', depth, done: index, all: projects.length })
      const quick = await checkLedger(id, (done, all) => tell({ kind: 'checking', depth, done: index + (depth === 'quick' ? done / all : 0), all: projects.length }))
      const problems = depth === 'whole' ? await verifyProject(id) : quick.damage
      entries += quick.entries
      // One that was deleted meanwhile is not damaged.
      if (problems.length > 0 && (await projectOf(id))) damaged.push({ id, name, problems })
    }
    tell({ kind: 'checked', depth, at: deps.clock(), projects: projects.length, entries, milliseconds: performance.now() - begun, damaged })
  } catch (error) {
    tell({ kind: 'failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
  return ledgerState()
}
