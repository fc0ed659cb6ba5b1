import type { ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { AlignRequest } from '#core/sameness/alignPairs'
import type { Candidates } from '#core/sameness/findCandidates'
import { orderPairs } from '#core/sameness/findSameness'
import type { SamePair } from '#core/sameness/samePassage'
import { projectOf } from '#storage/queries/projectOf'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { textsOfProject } from '#storage/queries/textsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { watchProjects } from '#storage/queries/watchProjects'
import { StorageRefusal } from '#storage/storageProblem'
import type { TextRequest } from '#workers/answerText'
import { callWorker } from '#workers/callWorker'

/** A report that was compared: of the project, or of the year before from another project on this machine. */
export interface ComparedReport {
  readonly projectId: ProjectId
  readonly reportId: ReportId
  /** The unit in the open project, also for its own report of last year. */
  readonly unitId: UnitId
  readonly unitName: string
  readonly title: string | null
  readonly year: number
  readonly textHash: Sha256
  readonly isLastYear: boolean
}

/** Two reports with what they share; offsets are in their cleaned texts, in the order a, b. */
export interface SameReports extends Pick<SamePair, 'shareOfA' | 'shareOfB' | 'stretches'> {
  readonly a: ComparedReport
  readonly b: ComparedReport
}

export type ComparedText = ComparedReport & { readonly text: string }

/** Told as the work goes on: pairs that were aligned, of those that may share something. */
export type OnProgress = (progress: { readonly done: number; readonly total: number }) => void

const pairsInOneCall = 40

/**
 * Passages that the reports of a project share with each other, and each with its unit's own report of last year, where a project of that year with
 * a unit of the same name lies on this machine. Most shared first.
 */
export async function samenessOfProject(projectId: ProjectId, onProgress: OnProgress = () => {}): Promise<SameReports[]> {
  return compare(await textsToCompare(projectId), () => true, onProgress)
}

/** The same for one unit: its report against all others of the project and its own of last year. */
export async function samenessOfUnit(projectId: ProjectId, unitId: UnitId, onProgress: OnProgress = () => {}): Promise<SameReports[]> {
  return compare(await textsToCompare(projectId), (report) => report.unitId === unitId, onProgress)
}

/**
 * The pinned set of a project (METHOD §10, G4): the standing reports of its units, unless another year is written on them, and every unit's own of
 * last year. Archived and removed units are left out.
 */
export async function textsToCompare(projectId: ProjectId): Promise<ComparedText[]> {
  const [project, units, reports] = await Promise.all([projectOf(projectId), unitsOfProject(projectId), textsOfProject(projectId)])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  const unitOf = new Map(units.filter(isOpen).map((unit) => [unit.id, unit]))
  const texts = reports.flatMap((report): ComparedText[] => {
    const unit = unitOf.get(report.unitId)
    return unit && (report.year ?? project.year) === project.year ? [asCompared(report, unit, project.year, { isLastYear: false })] : []
  })
  // Storage gives them in no order; what is shown should not hang on it.
  texts.sort((x, y) => unitOf.get(x.unitId)!.position - unitOf.get(y.unitId)!.position || (x.reportId < y.reportId ? -1 : 1))
  return [...texts, ...(await ownOfLastYear(project, [...unitOf.values()]))]
}

async function ownOfLastYear(project: ProjectRecord, units: readonly UnitRecord[]): Promise<ComparedText[]> {
  const year = project.year - 1
  const found = new Map<UnitId, ComparedText>()
  for (const earlier of (await allProjects()).filter((other) => other.year === year && other.removedAt === null)) {
    const theirs = new Map((await unitsOfProject(earlier.id)).filter(isOpen).map((unit) => [unit.name.trim(), unit.id]))
    for (const unit of units) {
      const id = found.has(unit.id) ? undefined : theirs.get(unit.name.trim())
      const report = id && (await reportOfUnit(earlier.id, id))
      if (report) found.set(unit.id, asCompared(report, unit, year, { isLastYear: true }))
    }
  }
  return units.flatMap((unit) => found.get(unit.id) ?? [])
}

async function compare(texts: readonly ComparedText[], isWanted: (report: ComparedReport) => boolean, onProgress: OnProgress): Promise<SameReports[]> {
  if (texts.length < 2) return []
  const candidates = await callWorker<TextRequest, Candidates>('text', { kind: 'find-candidates', texts: texts.map(({ text }) => text) })
  const pairs = candidates.pairs.filter(([a, b]) => {
    const [x, y] = [texts[a]!, texts[b]!]
    return (isWanted(x) || isWanted(y)) && (x.isLastYear || y.isLastYear ? x.unitId === y.unitId : true)
  })
  const found: SamePair[] = []
  for (let done = 0; done < pairs.length; done += pairsInOneCall) {
    onProgress({ done, total: pairs.length })
    const some = pairs.slice(done, done + pairsInOneCall)
    const used: AlignRequest['texts'] = new Map(some.flat().map((index) => [index, { text: texts[index]!.text, common: candidates.common[index]! }]))
    found.push(...(await callWorker<TextRequest, SamePair[]>('text', { kind: 'align-pairs', texts: used, pairs: some })))
  }
  onProgress({ done: pairs.length, total: pairs.length })
  return orderPairs(found).map(({ a, b, ...shared }) => ({ a: withoutText(texts[a]!), b: withoutText(texts[b]!), ...shared }))
}

function asCompared(report: ReportRecord, unit: UnitRecord, year: number, { isLastYear }: { readonly isLastYear: boolean }): ComparedText {
  const { projectId, id, title, textHash, text } = report
  return { projectId, reportId: id, unitId: unit.id, unitName: unit.name, title, year, textHash, isLastYear, text }
}

function withoutText({ text: _text, ...report }: ComparedText): ComparedReport {
  return report
}

function isOpen(unit: UnitRecord): boolean {
  return unit.archivedAt === null && unit.removedAt === null
}

/** The projects as they are now, the last changed first. */
function allProjects(): Promise<readonly ProjectRecord[]> {
  return new Promise((resolve, reject) => {
    const subscription = watchProjects().subscribe((projects) => {
      resolve(projects)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}
