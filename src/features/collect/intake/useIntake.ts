import { computed, inject, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ProjectId, UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { failure, success, type Result } from '#core/result'
import { rematch, settle, type FileReview } from '#features/collect/intake/fileReview'
import { fileSizeLimit } from '#features/collect/intake/fileSizeLimit'
import { judgeFiles, type JudgedFile } from '#features/collect/intake/fileStatus'
import { isNothingLeftOut, sumLeftOut, type Gathered } from '#features/collect/intake/gatherDrop'
import { importOne, makeUnits } from '#features/collect/intake/importOne'
import { useIntakeStore, type FileProblem } from '#features/collect/intake/intakeStore'
import { knowProject, type KnownProject } from '#features/collect/intake/knownProject'
import { indexUnits } from '#features/collect/intake/matchUnit'
import { confirmableKeys } from '#features/collect/intake/reviewDoubts'
import { noneLeftOut, type LeftOut } from '#features/collect/intake/sortOutFiles'
import type { ReportProposal } from '#core/text/reportProposal'
import { useToast } from '#ui/useToast'
import { depsKey, type Deps } from '#workflows/deps'
import { readPastedReport } from '#workflows/readPastedReport'
import { readReportFile } from '#workflows/readReportFile'

export interface ImportSummary {
  readonly imported: number
  readonly created: number
  /** Units whose report was replaced: what changed is to be looked at. */
  readonly replaced: readonly { readonly unitId: UnitId; readonly unit: string }[]
  readonly failures: readonly { readonly fileName: string; readonly words: string }[]
  /** Ready files that were not begun since the person stopped. */
  readonly stopped: number
}

/** New units are made for so many files at a time; only between such parcels the import can stop. */
const unitsAtOnce = 50
/** A unit that is removed meanwhile takes its report along: then nobody waits for it for ever. */
const longestUnseenMs = 3000
/** What is stored leaves the list in parcels of this time. */
const parcelMs = 400

/** The files under review with their doubts, judged against the project as it stands now, and what can be done with them. */
export function useIntake(projectId: ProjectId, project: { readonly year: () => number; readonly units: () => readonly UnitRecord[]; readonly reports: () => readonly ReportSummary[]; /** Told while files are being stored. */ readonly isWriting: Ref<boolean> }) {
  const { t } = useI18n()
  const { toast } = useToast()
  const deps = inject<Deps>(depsKey)!
  const store = useIntakeStore()
  const importing = ref<{ readonly done: number; readonly total: number; readonly isStopping: boolean } | null>(null)
  const summary = shallowRef<ImportSummary | null>(null)
  const leftOut = shallowRef<LeftOut>(noneLeftOut)
  /** The files as they were judged when the import began: while some go in, the others are not held against half a project. */
  const frozen = shallowRef<{ readonly known: KnownProject; readonly byKey: ReadonlyMap<string, JudgedFile> } | null>(null)

  const files = computed(() => store.filesOf(projectId))
  const reviews = computed(() => files.value.flatMap((file) => (file.state === 'read' ? [file.review] : [])))
  const units = computed(() => indexUnits(project.units()))
  const known = computed(() => frozen.value?.known ?? knowProject(project.year(), units.value, project.reports()))
  const judged = computed(() => {
    const before = frozen.value?.byKey
    return before ? reviews.value.flatMap((review) => ({ ...(before.get(review.key) ?? judgeFiles([review], known.value)[0]!), review })) : judgeFiles(reviews.value, known.value)
  })
  const byKey = computed(() => new Map(judged.value.map((file) => [file.review.key, file])))
  const counts = computed(() => {
    const counted = { ready: 0, open: 0, skipped: 0 }
    for (const file of judged.value) counted[file.status] += 1
    return { ...counted, refused: files.value.filter((file) => file.state === 'refused').length }
  })

  watch([units, importing], ([now, isImporting]) => {
    if (isImporting) return
    const changes = reviews.value.flatMap((review) => {
      const next = rematch(review, now)
      return next === review ? [] : [[review.key, () => next] as const]
    })
    store.changeReviews(projectId, new Map(changes))
  }, { immediate: true })

  function read(gathered: Gathered): Promise<void> {
    summary.value = null
    leftOut.value = files.value.length === 0 ? gathered.leftOut : sumLeftOut(leftOut.value, gathered.leftOut)
    return gathered.files.length === 0 ? Promise.resolve() : store.add(projectId, gathered.files, readChosen, () => units.value)
  }

  /** Key of the file that was made of the text, or why there is none. */
  async function paste(name: string, text: string): Promise<Result<string, FileProblem>> {
    const bytes = new TextEncoder().encode(text)
    const read = await readPastedReport({ name, bytes })
    if (!read.ok) return read
    summary.value = null
    return success(store.addRead(projectId, read.value, new Blob([bytes]), units.value))
  }

  function change(key: string, make: (review: FileReview) => FileReview): void {
    store.changeReviews(projectId, new Map([[key, make]]))
  }

  function confirmFile(key: string): void {
    change(key, (review) => settle(review, confirmableKeys(byKey.value.get(key)?.doubts ?? [])))
  }

  /** The answers to one question for many files, or to many questions: doubts by the key of their file. */
  function settleMany(answers: ReadonlyMap<string, readonly string[]>): void {
    store.changeReviews(projectId, new Map([...answers].map(([key, doubts]) => [key, (review) => settle(review, doubts)])))
  }

  function skipMany(keys: readonly string[]): void {
    store.changeReviews(projectId, new Map(keys.map((key) => [key, (review) => ({ ...review, skipped: true })])))
  }

  async function importReady(): Promise<void> {
    const ready = judged.value.filter((file) => file.status === 'ready')
    if (importing.value || ready.length === 0) return
    const against = known.value
    frozen.value = { known: against, byKey: byKey.value }
    leftOut.value = noneLeftOut
    importing.value = { done: 0, total: ready.length, isStopping: false }
    project.isWriting.value = true
    let result: ImportSummary | null = null
    try {
      result = await importAll(ready, against)
    } finally {
      project.isWriting.value = false
      if (result && result.imported > 0) await untilSeen(against, result.imported)
      importing.value = null
      frozen.value = null
    }
    summary.value = result
  }

  /** What went in is in sight a moment after it is stored; judged before, its twins would seem to be new. */
  function untilSeen(before: KnownProject, imported: number): Promise<void> {
    const wanted = before.reports + imported
    return new Promise((resolve) => {
      const isSeen = (): boolean => project.reports().length >= wanted
      if (isSeen()) return resolve()
      const done = (): void => {
        unwatch()
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(done, longestUnseenMs)
      const unwatch = watch(isSeen, (seen) => { if (seen) done() }, { flush: 'sync' })
    })
  }

  async function importAll(ready: readonly JudgedFile[], against: KnownProject): Promise<ImportSummary> {
    const failures: ImportSummary['failures'][number][] = []
    const replaced: ImportSummary['replaced'][number][] = []
    const counted = { done: 0, created: 0 }
    let gone = new Set<string>()
    let letGoAt = performance.now()
    let made: ReadonlyMap<string, UnitId> = new Map()
    for (const { review } of ready) {
      const isParcelDone = counted.done % unitsAtOnce === 0
      if (isParcelDone && importing.value?.isStopping) break
      if (isParcelDone) made = await makeUnits(deps, projectId, ready.slice(counted.done, counted.done + unitsAtOnce).map((file) => file.review))
      importing.value = { done: counted.done, total: ready.length, isStopping: importing.value?.isStopping ?? false }
      const result = await importOne(deps, projectId, review, against, made.get(review.key) ?? null)
      counted.done += 1
      if (result.ok) {
        counted.created += result.value.isCreated ? 1 : 0
        if (result.value.replaced !== null) replaced.push({ unitId: result.value.unitId, unit: against.units.byId.get(result.value.unitId)?.name ?? '' })
        gone.add(review.key)
      } else failures.push({ fileName: review.proposal.fileName, words: result.problem(t) })
      if (performance.now() - letGoAt > parcelMs) {
        store.putAside(projectId, gone)
        gone = new Set()
        letGoAt = performance.now()
      }
    }
    store.putAside(projectId, gone)
    return { imported: counted.done - failures.length, created: counted.created, replaced, failures, stopped: ready.length - counted.done }
  }

  function putAside(keys: readonly string[]): void {
    const gone = new Set(keys)
    const back = files.value.filter((file) => gone.has(file.key) && file.state === 'read')
    store.putAside(projectId, gone)
    if (files.value.length === 0) leftOut.value = noneLeftOut
    if (back.length > 0) toast({ text: t('collect.intake.putAsideDone', { count: back.length }), tone: 'info', action: { label: t('ui.undo'), run: () => store.putBack(projectId, back) } })
  }

  function stopReading(): void {
    const count = store.stopReading(projectId)
    if (count > 0) toast({ text: t('collect.intake.stopped', { count }), tone: 'info' })
  }

  return {
    files, byKey, judged, counts, known, importing, summary, leftOut,
    hasLeftOut: computed(() => !isNothingLeftOut(leftOut.value)),
    reading: computed(() => store.readings.get(projectId) ?? null),
    read, paste, change, confirmFile, settleMany, skipMany, importReady, putAside, stopReading,
    clear: () => putAside(files.value.map((file) => file.key)),
    stopImporting: () => { if (importing.value) importing.value = { ...importing.value, isStopping: true } },
    closeSummary: () => { summary.value = null },
    closeLeftOut: () => { leftOut.value = noneLeftOut },
  }
}

export type Intake = ReturnType<typeof useIntake>

async function readChosen(file: File): Promise<Result<ReportProposal, FileProblem>> {
  if (file.size > fileSizeLimit) return failure({ kind: 'too-large', sizeBytes: file.size, limitBytes: fileSizeLimit })
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return failure({ kind: 'unreadable' })
  }
  return readReportFile({ name: file.name, bytes })
}
