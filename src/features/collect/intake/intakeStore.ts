import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { ProjectId } from '#core/ids'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import type { Result } from '#core/result'
import { makeReview, type FileReview } from '#features/collect/intake/fileReview'
import type { UnitIndex } from '#features/collect/intake/matchUnit'
import type { ChosenFile } from '#features/collect/intake/sortOutFiles'

/** A dropped file from the drop until it is in, or put aside. `path`: folders and name as dropped. */
export type IntakeFile =
  | { readonly state: 'waiting' | 'reading'; readonly key: string; readonly path: string; readonly file: File }
  | { readonly state: 'refused'; readonly key: string; readonly path: string; readonly fileName: string; readonly sizeBytes: number; readonly problem: FileProblem }
  | { readonly state: 'read'; readonly key: string; readonly path: string; readonly review: FileReview }

type UnreadFile = Extract<IntakeFile, { readonly file: File }>

/** 'reader-failed': the program itself stumbled over the file, twice. */
export type FileProblem = ImportProblem | { readonly kind: 'unreadable' } | { readonly kind: 'reader-failed' }

/** Rejects when the reader dies, maybe of another file that was read beside this one. */
export type ReadFile = (file: File) => Promise<Result<ReportProposal, FileProblem>>

export interface Reading {
  readonly done: number
  readonly total: number
}

/** So many are on their way to the worker at once: it never waits for the disk, and the memory of a few files is all that is needed. */
const atOnce = 3
/** What was read goes into the list in parcels: a list of thousands is judged anew with each. */
const parcelMs = 150

/**
 * The files under review, by project: they outlive a visit to another desk, not the window, which asks before it closes. Nothing of them
 * is stored before 入库.
 */
export const useIntakeStore = defineStore('intake', () => {
  const byProject = shallowRef<ReadonlyMap<ProjectId, readonly IntakeFile[]>>(new Map())
  const readings = shallowRef<ReadonlyMap<ProjectId, Reading>>(new Map())
  /** Keys of files that were taken out of the list before they were read. */
  const letGoKeys = new Set<string>()
  const arrived = new Map<ProjectId, Map<string, IntakeFile>>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastKey = 0
  let queue: Promise<void> = Promise.resolve()

  /** Skipped and refused files are no loss. */
  const hasWork = computed(() => [...byProject.value.values()].some((files) => files.some((file) => file.state !== 'refused' && !(file.state === 'read' && file.review.skipped))))
  watch(hasWork, (has) => {
    if (has) window.addEventListener('beforeunload', warn)
    else window.removeEventListener('beforeunload', warn)
  })

  function filesOf(projectId: ProjectId): readonly IntakeFile[] {
    return byProject.value.get(projectId) ?? []
  }

  function change(projectId: ProjectId, files: readonly IntakeFile[]): void {
    byProject.value = new Map(byProject.value).set(projectId, files)
  }

  /** Reads the files, a few at once, behind those that are being read already. */
  function add(projectId: ProjectId, chosen: readonly ChosenFile[], readFile: ReadFile, unitsNow: () => UnitIndex): Promise<void> {
    const waiting = chosen.map(({ file, path }): UnreadFile => ({ state: 'waiting', key: nextKey(), path, file }))
    change(projectId, [...filesOf(projectId), ...waiting])
    const before = readings.value.get(projectId)
    countReading(projectId, { done: before?.done ?? 0, total: (before?.total ?? 0) + waiting.length })
    queue = queue.then(() => readAll(projectId, waiting, readFile, unitsNow))
    return queue
  }

  /** Something that needs no reading any more: pasted text. Returns its key. */
  function addRead(projectId: ProjectId, proposal: ReportProposal, source: Blob, units: UnitIndex): string {
    const key = nextKey()
    change(projectId, [...filesOf(projectId), { state: 'read', key, path: proposal.fileName, review: makeReview(key, proposal, source, units) }])
    return key
  }

  async function readAll(projectId: ProjectId, waiting: readonly UnreadFile[], readFile: ReadFile, unitsNow: () => UnitIndex): Promise<void> {
    let next = 0
    const again: UnreadFile[] = []

    async function readOne(entry: UnreadFile, failed: () => void): Promise<void> {
      const { key, path, file } = entry
      try {
        const result = await readFile(file)
        arrive(projectId, key, result.ok
          ? { state: 'read', key, path, review: makeReview(key, result.value, file, unitsNow()) }
          : { state: 'refused', key, path, fileName: file.name, sizeBytes: file.size, problem: result.problem })
      } catch {
        failed()
      }
    }

    async function readOn(): Promise<void> {
      for (let entry = waiting[next]; entry; entry = waiting[next]) {
        next += 1
        const current = entry
        if (letGoKeys.delete(current.key)) arrive(projectId, current.key, null)
        else {
          hold(projectId, current.key, { ...current, state: 'reading' })
          await readOne(current, () => again.push(current))
        }
      }
    }

    await Promise.all(Array.from({ length: atOnce }, readOn))
    // The reader died with several files in its hands: each once more, alone, so that only the one that kills it is refused.
    for (const entry of again) {
      const { key, path, file } = entry
      await readOne(entry, () => arrive(projectId, key, { state: 'refused', key, path, fileName: file.name, sizeBytes: file.size, problem: { kind: 'reader-failed' } }))
    }
    flush()
  }

  function arrive(projectId: ProjectId, key: string, file: IntakeFile | null): void {
    if (file) hold(projectId, key, file)
    const { done, total } = readings.value.get(projectId) ?? { done: 0, total: 1 }
    countReading(projectId, { done: done + 1, total })
    if (done + 1 >= total) flush()
  }

  function hold(projectId: ProjectId, key: string, file: IntakeFile): void {
    arrived.set(projectId, (arrived.get(projectId) ?? new Map<string, IntakeFile>()).set(key, file))
    timer ??= setTimeout(flush, parcelMs)
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const [projectId, files] of arrived) change(projectId, filesOf(projectId).map((file) => files.get(file.key) ?? file))
    arrived.clear()
  }

  function countReading(projectId: ProjectId, reading: Reading): void {
    const next = new Map(readings.value)
    if (reading.done >= reading.total) next.delete(projectId)
    else next.set(projectId, reading)
    readings.value = next
  }

  function changeReviews(projectId: ProjectId, changes: ReadonlyMap<string, (review: FileReview) => FileReview>): void {
    if (changes.size === 0) return
    flush()
    change(projectId, filesOf(projectId).map((file) => {
      const make = file.state === 'read' ? changes.get(file.key) : undefined
      return file.state === 'read' && make ? { ...file, review: make(file.review) } : file
    }))
  }

  function putAside(projectId: ProjectId, keys: ReadonlySet<string>): void {
    flush()
    letGo(filesOf(projectId).filter((file) => keys.has(file.key)))
    change(projectId, filesOf(projectId).filter((file) => !keys.has(file.key)))
  }

  /** Files not yet read are let go; those in the reader's hands are finished. Returns how many went. */
  function stopReading(projectId: ProjectId): number {
    flush()
    const waiting = filesOf(projectId).filter((file) => file.state === 'waiting')
    letGo(waiting)
    change(projectId, filesOf(projectId).filter((file) => file.state !== 'waiting'))
    return waiting.length
  }

  function letGo(files: readonly IntakeFile[]): void {
    for (const file of files) if (file.state === 'waiting') letGoKeys.add(file.key)
  }

  /** Puts files back that were put aside, where they stood in the list. */
  function putBack(projectId: ProjectId, files: readonly IntakeFile[]): void {
    const standing = filesOf(projectId)
    const back = files.filter((file) => file.state !== 'waiting' && file.state !== 'reading' && !standing.some(({ key }) => key === file.key))
    change(projectId, [...back, ...standing])
  }

  function nextKey(): string {
    return `file-${(lastKey += 1)}`
  }

  return { readings, hasWork, filesOf, add, addRead, changeReviews, putAside, putBack, stopReading }
})

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
