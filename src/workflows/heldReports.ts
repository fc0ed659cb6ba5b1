import { currentReport } from '#core/records/currentReport'
import type { ProjectId, ReportId, UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { reportOf } from '#storage/queries/reportOf'
import { reportsOfProject } from '#storage/queries/reportsOfProject'
import { textsOfProject } from '#storage/queries/textsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { callWorker } from '#workers/callWorker'
import type { HeldReply, HeldReport, SearchRequest } from '#workers/searchRequest'

/** From so many texts on that the worker lacks, all texts of the project are read at once; it gets them in parcels of so many. */
const readAllFrom = 8
const parcelSize = 250
/** A report may be changed while its text travels; then it is asked for again. */
const mostAttempts = 4

export interface StandingReport extends HeldReport {
  readonly unitId: UnitId
}

/**
 * Asks the search worker about the standing reports of a project (units archived or removed left out), in the order of the units, and
 * brings it the texts it lacks.
 */
export async function askAboutReports<Found>(projectId: ProjectId, question: (reports: readonly HeldReport[]) => SearchRequest): Promise<{ found: Found; reports: readonly StandingReport[] }> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reports = await standingReports(projectId)
    const reply = await callWorker<SearchRequest, HeldReply<Found>>('search', question(reports.map(({ reportId, textHash }) => ({ reportId, textHash }))))
    if (reply.kind === 'found') return { found: reply.found, reports }
    await bringTexts(projectId, reply.reportIds)
  }
  throw new Error('the reports change faster than they can be searched')
}

async function standingReports(projectId: ProjectId): Promise<StandingReport[]> {
  const [units, summaries] = await Promise.all([unitsOfProject(projectId), reportsOfProject(projectId)])
  const versions = new Map<UnitId, ReportSummary[]>()
  for (const summary of summaries) {
    const ofUnit = versions.get(summary.unitId)
    if (ofUnit) ofUnit.push(summary)
    else versions.set(summary.unitId, [summary])
  }
  return units.flatMap((unit) => {
    const current = unit.archivedAt === null && unit.removedAt === null ? currentReport(versions.get(unit.id) ?? []) : undefined
    return current ? [{ unitId: unit.id, reportId: current.id, textHash: current.textHash }] : []
  })
}

async function bringTexts(projectId: ProjectId, reportIds: readonly ReportId[]): Promise<void> {
  const wanted = new Set(reportIds)
  const read = wanted.size < readAllFrom ? await Promise.all(reportIds.map((reportId) => reportOf(projectId, reportId))) : await textsOfProject(projectId)
  const byId = new Map(read.flatMap((report) => (report && wanted.has(report.id) ? [[report.id, report] as const] : [])))
  const inOrder = reportIds.flatMap((reportId) => byId.get(reportId) ?? [])
  for (let from = 0; from < inOrder.length; from += parcelSize) {
    const reports = inOrder.slice(from, from + parcelSize).map(({ id, textHash, text }) => ({ reportId: id, textHash, text }))
    await callWorker<SearchRequest, null>('search', { kind: 'hold', projectId, reports })
  }
}
