import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ProjectId } from '#core/ids'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import type { Result } from '#core/result'
import { makeReview, type FileReview, type KnownUnit } from '#features/collect/intake/fileReview'

/** A dropped file from the drop until it is in, or put aside. */
export type IntakeFile =
  | { readonly state: 'waiting'; readonly key: string; readonly file: File }
  | { readonly state: 'refused'; readonly key: string; readonly fileName: string; readonly sizeBytes: number; readonly problem: FileProblem }
  | { readonly state: 'read'; readonly key: string; readonly review: FileReview }

export type FileProblem = ImportProblem | { readonly kind: 'unreadable' }

export interface ReadReport {
  readonly proposal: ReportProposal
  readonly bytes: Uint8Array
}

export type ReadFile = (file: File) => Promise<Result<ReadReport, FileProblem>>

/**
 * The files under review, by project: they outlive a visit to another desk, not the window. Nothing of them is stored before 入库.
 */
export const useIntakeStore = defineStore('intake', () => {
  const byProject = shallowRef<ReadonlyMap<ProjectId, readonly IntakeFile[]>>(new Map())
  const reading = shallowRef<{ readonly done: number; readonly total: number } | null>(null)
  let lastKey = 0
  let queue: Promise<void> = Promise.resolve()

  function filesOf(projectId: ProjectId): readonly IntakeFile[] {
    return byProject.value.get(projectId) ?? []
  }

  function change(projectId: ProjectId, files: readonly IntakeFile[]): void {
    byProject.value = new Map(byProject.value).set(projectId, files)
  }

  /** Reads the files one after the other, behind those that are being read already. */
  function add(projectId: ProjectId, files: readonly File[], readFile: ReadFile, unitsNow: () => readonly KnownUnit[]): Promise<void> {
    const waiting = files.map((file): IntakeFile => ({ state: 'waiting', key: `file-${(lastKey += 1)}`, file }))
    change(projectId, [...filesOf(projectId), ...waiting])
    reading.value = { done: reading.value?.done ?? 0, total: (reading.value?.total ?? 0) + waiting.length }
    queue = queue.then(() => readAll(projectId, waiting.map(({ key }) => key), readFile, unitsNow))
    return queue
  }

  async function readAll(projectId: ProjectId, keys: readonly string[], readFile: ReadFile, unitsNow: () => readonly KnownUnit[]): Promise<void> {
    for (const key of keys) {
      const entry = filesOf(projectId).find((candidate) => candidate.key === key)
      if (entry?.state === 'waiting') {
        const { file } = entry
        const result = await readFile(file)
        replace(projectId, key, () =>
          result.ok
            ? { state: 'read', key, review: makeReview(key, result.value.proposal, result.value.bytes, unitsNow()) }
            : { state: 'refused', key, fileName: file.name, sizeBytes: file.size, problem: result.problem },
        )
      }
      countOne()
    }
  }

  function countOne(): void {
    const now = reading.value
    if (now) reading.value = now.done + 1 >= now.total ? null : { ...now, done: now.done + 1 }
  }

  function replace(projectId: ProjectId, key: string, make: (file: IntakeFile) => IntakeFile): void {
    change(projectId, filesOf(projectId).map((file) => (file.key === key ? make(file) : file)))
  }

  function changeReview(projectId: ProjectId, key: string, make: (review: FileReview) => FileReview): void {
    replace(projectId, key, (file) => (file.state === 'read' ? { ...file, review: make(file.review) } : file))
  }

  function putAside(projectId: ProjectId, keys: ReadonlySet<string>): void {
    change(projectId, filesOf(projectId).filter((file) => !keys.has(file.key)))
  }

  /** Files not yet read are let go; the one being read is finished. */
  function stopReading(projectId: ProjectId): void {
    change(projectId, filesOf(projectId).filter((file) => file.state !== 'waiting'))
  }

  return { reading: computed(() => reading.value), filesOf, add, changeReview, putAside, stopReading }
})
