import type { ProjectId } from '#core/ids'
import { fileNameOf } from '#core/text/fileNameOf'
import { failure, success, type Result } from '#core/result'
import { rememberFileSave } from '#storage/fileSaves'
import { readProjectSnapshot } from '#storage/snapshots'
import { storageProblemOf, type StorageProblem } from '#storage/storageProblem'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { localDay } from '#workflows/localTime'

const ending = '.zhunsheng'

/** Hands the whole project to the person as one file; nothing in the project changes. Returns the file's name. */
export async function saveProjectFile(deps: Deps, projectId: ProjectId): Promise<Result<string, StorageProblem>> {
  const read = await snapshotOf(projectId)
  if (!read.ok) return read
  const savedAt = deps.clock()
  const bytes = await callWorker<FileRequest, Uint8Array>('file', { kind: 'write-project', snapshot: read.value, savedAt, appVersion: deps.appVersion })
  const fileName = `${fileNameOf(read.value.project.name)}_${localDay(savedAt)}${ending}`
  await deps.saveFile(fileName, bytes, 'application/zip')
  const remembered = await commit(deps, () => rememberFileSave(projectId, { at: savedAt, fileName }))
  return remembered.ok ? success(fileName) : remembered
}

async function snapshotOf(projectId: ProjectId) {
  try {
    return success(await readProjectSnapshot(projectId))
  } catch (error) {
    return failure(storageProblemOf(error))
  }
}
