import type { ProjectId, ReportId, UnitId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import type { FileReview } from '#features/collect/intake/fileReview'
import type { KnownProject } from '#features/collect/intake/knownProject'
import { standingCodeOf } from '#features/collect/intake/reviewDoubts'
import { refusalWords, unitProblemWords, type Translate } from '#features/collect/problems'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'
import { readTypedCode } from '#features/collect/units/readTypedCode'
import { addUnits, type UnitDraft } from '#workflows/addUnits'
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

/**
 * The new units of several files in one act, by the key of the file: made one by one, each would be held against all that stand. Empty when one
 * of them is refused; importOne then makes them singly and says which.
 */
export async function makeUnits(deps: Deps, projectId: ProjectId, reviews: readonly FileReview[]): Promise<ReadonlyMap<string, UnitId>> {
  const drafts = reviews.flatMap((review) => {
    const draft = draftOf(review)
    return draft ? [{ key: review.key, draft }] : []
  })
  const added = drafts.length > 1 ? await addUnits(deps, projectId, drafts.map(({ draft }) => draft)) : null
  return new Map(added?.ok ? drafts.flatMap(({ key }, index) => (added.value[index] === undefined ? [] : [[key, added.value[index]] as const])) : [])
}

/** One file, whole or not at all: a unit made for it (`madeUnitId`, if it is there already) goes again when the report is refused. */
export async function importOne(deps: Deps, projectId: ProjectId, review: FileReview, project: KnownProject, madeUnitId: UnitId | null): Promise<Result<ImportedFile, Words>> {
  const bytes = await bytesOf(review.source)
  if (!bytes) {
    if (madeUnitId !== null) await removeUnit(deps, projectId, madeUnitId)
    return failure((t) => t('collect.fileProblem.unreadable'))
  }
  const unit = madeUnitId === null ? await unitFor(deps, projectId, review) : success({ unitId: madeUnitId, isCreated: true })
  if (!unit.ok) return unit
  const { unitId, isCreated } = unit.value
  const replaces = project.standing.get(unitId)?.id ?? null
  const imported = await importReport(deps, projectId, review.proposal, bytes, { unitId, replaces, ...confirmedFields(review, project) })
  if (imported.ok) return success({ unitId, isCreated, replaced: replaces })
  if (isCreated) await removeUnit(deps, projectId, unitId)
  return failure((t) => refusalWords(imported.problem, t))
}

async function unitFor(deps: Deps, projectId: ProjectId, review: FileReview): Promise<Result<{ readonly unitId: UnitId; readonly isCreated: boolean }, Words>> {
  if (review.unit.kind === 'existing') return success({ unitId: review.unit.unitId, isCreated: false })
  const draft = draftOf(review)
  if (!draft) return failure((t) => t('collect.doubt.unit-missing'))
  const added = await addUnits(deps, projectId, [draft])
  if (!added.ok) return failure((t) => added.problem.map((problem) => unitProblemWords(problem, t)).join(' '))
  const [unitId] = added.value
  return unitId === undefined ? failure((t) => t('collect.refusal.not-found-unit')) : success({ unitId, isCreated: true })
}

/** null: no new unit, or one that lacks kind or level; such a file is never ready, but the compiler does not know that. */
function draftOf({ unit, typed }: FileReview): UnitDraft | null {
  if (unit.kind !== 'new' || unit.unitKind === null || unit.level === null) return null
  const code = readTypedCode(typed.unitCode)
  return { name: unit.name, kind: unit.unitKind, level: unit.level, group: unit.group, code: code === 'not-a-code' ? null : code }
}

function confirmedFields(review: FileReview, project: KnownProject) {
  const { typed } = review
  const year = readTypedYear(typed.year)
  const signedOn = readTypedDay(typed.signedOn)
  const publishedOn = readTypedDay(typed.publishedOn)
  const code = readTypedCode(typed.unitCode)
  // A new unit is made with its code; written once more with each report, it would wake everyone who looks at the units.
  const isUnitsOwn = review.unit.kind === 'new' || standingCodeOf(review, project) !== null
  return {
    title: typed.title.trim() || null,
    year: year === 'not-a-year' ? null : year,
    signedOn: signedOn === 'not-a-day' ? null : signedOn,
    publishedOn: publishedOn === 'not-a-day' ? null : publishedOn,
    sourceAddress: typed.sourceAddress.trim() || null,
    unitCode: code === 'not-a-code' || isUnitsOwn ? null : code,
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
