import { computed, inject, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ProjectId, UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { failure, success, type Result } from '#core/result'
import { rematch, settle, type FileReview } from '#features/collect/intake/fileReview'
import { fileSizeLimit } from '#features/collect/intake/fileSizeLimit'
import { judgeFiles, type JudgedFile } from '#features/collect/intake/fileStatus'
import { useIntakeStore, type FileProblem, type ReadReport } from '#features/collect/intake/intakeStore'
import { confirmableKeys } from '#features/collect/intake/reviewDoubts'
import { refusalWords, unitProblemWords } from '#features/collect/problems'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'
import { addUnits } from '#workflows/addUnits'
import { removeUnit } from '#workflows/changeUnit'
import { depsKey, type Deps } from '#workflows/deps'
import { importReport } from '#workflows/importReport'
import { readReportFile } from '#workflows/readReportFile'

export interface ImportSummary {
  readonly imported: number
  readonly created: number
  readonly failures: readonly { readonly fileName: string; readonly words: string }[]
}

/** The files under review with their doubts, judged against the project as it stands now, and what can be done with them. */
export function useIntake(projectId: ProjectId, project: { readonly year: () => number; readonly units: () => readonly UnitRecord[]; readonly reports: () => readonly ReportSummary[] }) {
  const { t } = useI18n()
  const deps = inject<Deps>(depsKey)!
  const store = useIntakeStore()
  const importing = ref<{ readonly done: number; readonly total: number } | null>(null)
  const summary = shallowRef<ImportSummary | null>(null)

  const files = computed(() => store.filesOf(projectId))
  const reviews = computed(() => files.value.flatMap((file) => (file.state === 'read' ? [file.review] : [])))
  const judged = computed(() => judgeFiles(reviews.value, { year: project.year(), units: project.units(), reports: project.reports() }))
  const byKey = computed(() => new Map(judged.value.map((file) => [file.review.key, file])))
  const counts = computed(() => ({
    ready: judged.value.filter((file) => file.status === 'ready').length,
    open: judged.value.filter((file) => file.status === 'open').length,
    skipped: judged.value.filter((file) => file.status === 'skipped').length,
    refused: files.value.filter((file) => file.state === 'refused').length,
  }))
  const canConfirm = computed(() => judged.value.some((file) => confirmableKeys(file.doubts).length > 0))

  watch(project.units, (units) => {
    for (const review of reviews.value) {
      const next = rematch(review, units)
      if (next !== review) store.changeReview(projectId, review.key, () => next)
    }
  })

  function read(chosen: readonly File[]): Promise<void> {
    summary.value = null
    return store.add(projectId, chosen, readChosen, project.units)
  }

  function change(key: string, make: (review: FileReview) => FileReview): void {
    store.changeReview(projectId, key, make)
  }

  function confirmFile(key: string): void {
    change(key, (review) => settle(review, confirmableKeys(byKey.value.get(key)?.doubts ?? [])))
  }

  function confirmAll(): void {
    for (const file of judged.value) confirmFile(file.review.key)
  }

  async function importReady(): Promise<void> {
    const ready = judged.value.filter((file) => file.status === 'ready')
    if (importing.value || ready.length === 0) return
    const failures: ImportSummary['failures'][number][] = []
    let created = 0
    try {
      for (const [done, file] of ready.entries()) {
        importing.value = { done, total: ready.length }
        const result = await importOne(deps, projectId, file)
        if (result.ok) {
          created += result.value.created
          store.putAside(projectId, new Set([file.review.key]))
        } else failures.push({ fileName: file.review.proposal.fileName, words: result.problem(t) })
      }
    } finally {
      importing.value = null
    }
    summary.value = { imported: ready.length - failures.length, created, failures }
  }

  function putAside(key: string): void {
    store.putAside(projectId, new Set([key]))
  }

  function clear(): void {
    store.putAside(projectId, new Set(files.value.map((file) => file.key)))
  }

  return {
    files, byKey, counts, canConfirm, importing, summary, reading: computed(() => store.reading),
    read, change, confirmFile, confirmAll, importReady, putAside, clear,
    stopReading: () => store.stopReading(projectId),
    closeSummary: () => { summary.value = null },
  }
}

export type Intake = ReturnType<typeof useIntake>

type Words = (t: (key: string, named?: Record<string, unknown>) => string) => string

/** One file, whole or not at all: a unit made for it goes again when the report is refused. */
async function importOne(deps: Deps, projectId: ProjectId, { review }: JudgedFile): Promise<Result<{ readonly created: number }, Words>> {
  const unit = await unitFor(deps, projectId, review)
  if (!unit.ok) return unit
  const { unitId, created } = unit.value
  const imported = await importReport(deps, projectId, review.proposal, review.bytes, { unitId, ...confirmedFields(review) })
  if (imported.ok) return success({ created: created ? 1 : 0 })
  if (created) await removeUnit(deps, projectId, unitId)
  return failure((t) => refusalWords(imported.problem, t))
}

async function unitFor(deps: Deps, projectId: ProjectId, { unit }: FileReview): Promise<Result<{ readonly unitId: UnitId; readonly created: boolean }, Words>> {
  if (unit.kind === 'existing') return success({ unitId: unit.unitId, created: false })
  // A file without a unit, or whose unit lacks kind or level, is never ready; the compiler does not know that.
  if (unit.kind === 'open' || unit.unitKind === null || unit.level === null) return failure((t) => t('collect.doubt.unit-missing'))
  const added = await addUnits(deps, projectId, [{ name: unit.name, kind: unit.unitKind, level: unit.level, group: unit.group }])
  if (!added.ok) return failure((t) => added.problem.map((problem) => unitProblemWords(problem, t)).join(' '))
  const [unitId] = added.value
  return unitId === undefined ? failure((t) => t('collect.refusal.not-found-unit')) : success({ unitId, created: true })
}

function confirmedFields({ typed }: FileReview) {
  const year = readTypedYear(typed.year)
  const signedOn = readTypedDay(typed.signedOn)
  const publishedOn = readTypedDay(typed.publishedOn)
  return {
    title: typed.title.trim() || null,
    year: year === 'not-a-year' ? null : year,
    signedOn: signedOn === 'not-a-day' ? null : signedOn,
    publishedOn: publishedOn === 'not-a-day' ? null : publishedOn,
  }
}

async function readChosen(file: File): Promise<Result<ReadReport, FileProblem>> {
  if (file.size > fileSizeLimit) return failure({ kind: 'too-large', sizeBytes: file.size, limitBytes: fileSizeLimit })
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await readReportFile({ name: file.name, bytes })
    return read.ok ? success({ proposal: read.value, bytes }) : read
  } catch {
    return failure({ kind: 'unreadable' })
  }
}
