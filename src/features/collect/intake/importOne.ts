import type { ProjectId, ReportId, UnitId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import type { FileReview } from '#features/collect/intake/fileReview'
import type { KnownProject } from '#features/collect/intake/fileStatus'
import { standingCodeOf } from '#features/collect/intake/reviewDoubts'
import { refusalWords, unitProblemWords, type Translate } from '#features/collect/problems'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'
import { readTypedCode } from '#features/collect/units/readTypedCode'
import { addUnits } from '#workflows/addUnits'
import { removeUnit } from '#workflows/changeUnit'
import type { Deps } from '#workflows/deps'
import { importReport } from '#workflows/importReport'

/** Why a file did not go in; the words are asked for when it is known in which language. */
export type Words = (t: Translate) => string

export interface ImportedFile {
  readonly unitId: UnitId
  readonly isCreated: boolean
  /** The version whose place it took. */
  readonly replaced: ReportId | null
}

/** One file, whole or not at all: a unit made for it goes again when the report is refused. */
export async function importOne(deps: Deps, projectId: ProjectId, review: FileReview, project: KnownProject): Promise<Result<ImportedFile, Words>> {
  const bytes = await bytesOf(review.source)
  if (!bytes) return failure((t) => t('collect.fileProblem.unreadable'))
  const unit = await unitFor(deps, projectId, review)
  if (!unit.ok) return unit
  const { unitId, isCreated } = unit.value
  const replaces = project.standing.get(unitId)?.id ?? null
  const imported = await importReport(deps, projectId, review.proposal, bytes, { unitId, replaces, ...confirmedFields(review, project) })
  if (imported.ok) return success({ unitId, isCreated, replaced: replaces })
  if (isCreated) await removeUnit(deps, projectId, unitId)
  return failure((t) => refusalWords(imported.problem, t))
}

async function unitFor(deps: Deps, projectId: ProjectId, { unit }: FileReview): Promise<Result<{ readonly unitId: UnitId; readonly isCreated: boolean }, Words>> {
  if (unit.kind === 'existing') return success({ unitId: unit.unitId, isCreated: false })
  // A file without a unit, or whose unit lacks kind or level, is never ready; the compiler does not know that.
  if (unit.kind === 'open' || unit.unitKind === null || unit.level === null) return failure((t) => t('collect.doubt.unit-missing'))
  const added = await addUnits(deps, projectId, [{ name: unit.name, kind: unit.unitKind, level: unit.level, group: unit.group }])
  if (!added.ok) return failure((t) => added.problem.map((problem) => unitProblemWords(problem, t)).join(' '))
  const [unitId] = added.value
  return unitId === undefined ? failure((t) => t('collect.refusal.not-found-unit')) : success({ unitId, isCreated: true })
}

function confirmedFields(review: FileReview, project: KnownProject) {
  const { typed } = review
  const year = readTypedYear(typed.year)
  const signedOn = readTypedDay(typed.signedOn)
  const publishedOn = readTypedDay(typed.publishedOn)
  const code = readTypedCode(typed.unitCode)
  return {
    title: typed.title.trim() || null,
    year: year === 'not-a-year' ? null : year,
    signedOn: signedOn === 'not-a-day' ? null : signedOn,
    publishedOn: publishedOn === 'not-a-day' ? null : publishedOn,
    sourceAddress: typed.sourceAddress.trim() || null,
    unitCode: code === 'not-a-code' || standingCodeOf(review, project) !== null ? null : code,
  }
}

/** null: the file was moved, deleted or changed since it was chosen. */
async function bytesOf(source: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await source.arrayBuffer())
  } catch {
    return null
  }
}
