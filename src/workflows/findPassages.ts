import type { Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, ReportId, UnitId } from '#core/ids'
import { projectOf } from '#storage/queries/projectOf'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { StorageRefusal } from '#storage/storageProblem'
import { callWorker } from '#workers/callWorker'
import type { CueSource, SearchRequest } from '#workers/searchRequest'
import { askAboutReports } from '#workflows/heldReports'

/**
 * Where the unit's standing report speaks of each item of the rubric, best first: proposals where to look, never a mark. Every item is
 * there, also with nothing; empty without a report.
 */
export async function passagesOfUnit(projectId: ProjectId, unitId: UnitId): Promise<Map<ItemId, Passage[]>> {
  const [cues, report] = await Promise.all([cuesOfProject(projectId), reportOfUnit(projectId, unitId)])
  if (!report) return new Map()
  return callWorker<SearchRequest, Map<ItemId, Passage[]>>('search', { kind: 'passages', cues, text: report.text })
}

/** Where the standing report of every unit speaks of one item, in the order of the units; units without a report are left out. */
export async function passagesOfItem(projectId: ProjectId, itemId: ItemId): Promise<{ unitId: UnitId; reportId: ReportId; passages: Passage[] }[]> {
  const cues = await cuesOfProject(projectId)
  const { found, reports } = await askAboutReports<Map<ReportId, Passage[]>>(projectId, (held) => ({ kind: 'passages-of-item', projectId, reports: held, cues, itemId }))
  return reports.map(({ unitId, reportId }) => ({ unitId, reportId, passages: found.get(reportId)! }))
}

async function cuesOfProject(projectId: ProjectId): Promise<CueSource> {
  const [project, { rubric, hash }] = await Promise.all([projectOf(projectId), rubricOfProject(projectId)])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  return { rubric, rubricHash: hash, year: project.year }
}
