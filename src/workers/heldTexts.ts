import type { ProjectId, ReportId, Sha256 } from '#core/ids'
import { addText, buildIndex, removeText, type TextIndex } from '#core/search/textIndex'
import type { HeldReply, HeldReport, HeldText } from '#workers/searchRequest'

interface HeldProject {
  readonly index: TextIndex<ReportId>
  readonly hashes: Map<ReportId, Sha256>
}

/** Projects whose texts are held at a time, the one asked about last at the end. */
const mostProjects = 2
const held = new Map<ProjectId, HeldProject>()

/**
 * Texts and their index stay in the worker, project by project, and are checked against the text hashes of every question: nothing of
 * them is stored, and a changed report is asked for again.
 */
export function holdTexts(projectId: ProjectId, reports: readonly HeldText[]): void {
  const project = projectHeld(projectId)
  for (const { reportId, textHash, text } of reports) {
    addText(project.index, reportId, text)
    project.hashes.set(reportId, textHash)
  }
}

/** Answers from the texts of exactly these reports, or names those whose texts are not here as they are now. */
export function answerFromHeld<Found>(projectId: ProjectId, reports: readonly HeldReport[], answer: (index: TextIndex<ReportId>) => Found): HeldReply<Found> {
  const project = projectHeld(projectId)
  const wanted = new Map(reports.map(({ reportId, textHash }) => [reportId, textHash]))
  for (const [reportId, textHash] of project.hashes) {
    if (wanted.get(reportId) === textHash) continue
    removeText(project.index, reportId)
    project.hashes.delete(reportId)
  }
  const reportIds = reports.flatMap(({ reportId }) => (project.hashes.has(reportId) ? [] : [reportId]))
  return reportIds.length > 0 ? { kind: 'missing', reportIds } : { kind: 'found', found: answer(project.index) }
}

export function textHeld(index: TextIndex<ReportId>, reportId: ReportId): string {
  return index.segmentOf.get(reportId)!.texts.get(reportId)!
}

function projectHeld(projectId: ProjectId): HeldProject {
  const project = held.get(projectId) ?? { index: buildIndex<ReportId>([]), hashes: new Map() }
  held.delete(projectId)
  held.set(projectId, project)
  for (const oldest of held.keys()) if (held.size > mostProjects) held.delete(oldest)
  return project
}
