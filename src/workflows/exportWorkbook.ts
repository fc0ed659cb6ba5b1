import { METHOD_VERSION } from '#core/methodVersion'
import type { AssessorId, ItemId, ProjectId, ReportId } from '#core/ids'
import type { Mark } from '#core/records/packScorecard'
import type { UnitRecord } from '#core/records/unitRecord'
import { allItems } from '#core/rubric/allItems'
import { rankingInLanguage } from '#core/rubric/language/rankingInLanguage'
import { treeInLanguage } from '#core/rubric/language/treeInLanguage'
import { rubricInLanguage } from '#core/rubric/language/rubricInLanguage'
import { ruleFor } from '#core/rubric/ruleFor'
import type { Rubric } from '#core/rubric/rubric'
import { success, failure, type Result } from '#core/result'
import { describeAnswer } from '#core/tables/describeAnswer'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import type { MarkInput, UnitInput, WorkbookInput } from '#core/tables/workbookInput'
import { fillWords, type WorkbookWords } from '#core/tables/workbookWords'
import { fileNameOf } from '#core/text/fileNameOf'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { projectOf } from '#storage/queries/projectOf'
import { reportsOfProject } from '#storage/queries/reportsOfProject'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { rankFactsWithTrees } from '#workflows/computeRanking'
import type { Deps } from '#workflows/deps'
import { localDay, localMoment } from '#workflows/localTime'

export interface ExportOptions {
  readonly language: 'zh' | 'en'
  /** What to call each ranking group. */
  readonly groupNames: ReadonlyMap<string, string>
}

export type ExportProblem = { readonly kind: 'no-units' } | { readonly kind: 'project-gone' }

/** Excel's own name for .xlsx. */
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes one assessor's results as Excel workbooks (one; a second one with the score sheets above 100 units). Returns their names. */
export async function exportWorkbook(deps: Deps, projectId: ProjectId, assessorId: AssessorId, options: ExportOptions): Promise<Result<string[], ExportProblem>> {
  const [project, adopted, units, cards, reports, assessors] = await Promise.all([
    projectOf(projectId),
    rubricOfProject(projectId),
    unitsOfProject(projectId),
    scorecardsOfProject(projectId, assessorId),
    reportsOfProject(projectId),
    assessorsOfProject(projectId),
  ])
  if (!project) return failure({ kind: 'project-gone' })
  // Scored by the adopted rubric; its words, where they are translated, in the language of the workbook.
  const ranked = await rankFactsWithTrees({ project, rubric: adopted.rubric, units, scorecards: cards, reports }, 'all')
  const rankings = ranked.rankings.map((ranking) => rankingInLanguage(ranking, adopted.rubric, options.language))
  const rubricRecord = { ...adopted, rubric: rubricInLanguage(adopted.rubric, options.language) }
  if (rankings.length === 0) return failure({ kind: 'no-units' })
  const words = await wordsIn(options.language)
  const madeAt = deps.clock()
  const titles = new Map(reports.map((report) => [report.id, report.title ?? report.fileName]))
  const marksOf = new Map(cards.map((card) => [card.unitId, card.marks]))
  const input: WorkbookInput = {
    project: { ...project, settingsChanges: (project.settingsChanges ?? []).map((change) => ({ ...change, atText: localMoment(change.at) })) },
    rubricRecord,
    rankings,
    groupNames: options.groupNames,
    units: units.flatMap((unit): UnitInput[] => {
      const tree = ranked.trees.get(unit.id)
      if (!tree) return []
      return [{ unit, tree: treeInLanguage(tree, adopted.rubric, options.language), marks: inWords(rubricRecord.rubric, unit, marksOf.get(unit.id) ?? new Map(), titles, words) }]
    }),
    assessorName: assessors.find((assessor) => assessor.id === assessorId)?.name ?? '',
    words,
    language: options.language,
    madeAt,
    madeAtText: localMoment(madeAt),
    appVersion: deps.appVersion,
    methodVersion: METHOD_VERSION,
  }
  const names: string[] = []
  for (const model of layoutWorkbook(input)) {
    const bytes = await callWorker<FileRequest, Uint8Array>('file', { kind: 'write-workbook', model })
    const name = `${fileNameOf(model.title)}_${localDay(madeAt)}.xlsx`
    await deps.saveFile(name, bytes, workbookType)
    names.push(name)
  }
  return success(names)
}

function inWords(
  rubric: Rubric,
  unit: UnitRecord,
  marks: ReadonlyMap<ItemId, Mark>,
  titles: ReadonlyMap<ReportId, string>,
  words: WorkbookWords,
): Map<ItemId, MarkInput> {
  const items = new Map(allItems(rubric).map((item) => [item.id, item]))
  return new Map(
    [...marks].flatMap(([itemId, mark]) => {
      const item = items.get(itemId)
      if (!item) return []
      const first = mark.evidence[0]
      const reportTitle = first && titles.get(first.reportId)
      const answerText = mark.answer ? describeAnswer(ruleFor(item, unit), mark.answer, words) : ''
      const described: MarkInput = { state: mark.state, answerText, note: mark.note, quotes: groundsInWords(mark, words), ...(reportTitle ? { reportTitle } : {}) }
      return [[itemId, described] as const]
    }),
  )
}

async function wordsIn(language: 'zh' | 'en'): Promise<WorkbookWords> {
  return language === 'zh' ? (await import('#core/tables/workbookWords.zh.json')).default : (await import('#core/tables/workbookWords.en.json')).default
}

/** Passages as they are quoted, then what lies outside the report, then what was searched for in vain. */
function groundsInWords({ evidence, proofs, searched }: Mark, { method }: WorkbookWords): string[] {
  const outside = proofs.map(({ address, seenOn, note, file }) => fillWords(method.outsideProof, { text: [address, seenOn ?? '', note, file?.name ?? ''].filter((part) => part !== '').join(' · ') }))
  return [...evidence.map(({ quote }) => quote), ...outside, ...(searched.length > 0 ? [fillWords(method.searchedFor, { words: searched.join(' ') })] : [])]
}
