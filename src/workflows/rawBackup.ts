import { failure, success, type Result } from '#core/result'
import { copiesBeforeUpgrade, type OldDataCopy } from '#storage/copyBeforeUpgrade'
import { databaseName } from '#storage/db'
import { projectsHere } from '#storage/queries/projectsHere'
import { rawEnding, restoreRawBackup, writeRawBackup, type RawProblem } from '#storage/rawBackup'
import type { Deps } from '#workflows/deps'
import { localDay } from '#workflows/localTime'

/** Hands out the whole database as it lies there, readable or not, of whatever version. Returns the file's name, or why not in the browser's words. */
export async function handOutRawBackup(deps: Deps): Promise<Result<string, string>> {
  try {
    return success(await handOut(deps, `zhunsheng_${localDay(deps.clock())}${rawEnding}`, await writeRawBackup(databaseName)))
  } catch (error) {
    return failure(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

/** Puts such a file in the place of a database without projects; this window then has to be loaded anew, since its database was taken away. */
export async function openRawBackup(file: Blob): Promise<Result<number, RawProblem>> {
  if ((await projectsHere()).length > 0) return failure({ kind: 'occupied' })
  return restoreRawBackup(databaseName, file, { inPlace: true })
}

/** What was copied before upgrades; none where the browser's folder cannot be read. */
export async function oldDataCopies(): Promise<readonly OldDataCopy[]> {
  return copiesBeforeUpgrade().catch(() => [])
}

export async function handOutOldData(deps: Deps, copy: OldDataCopy): Promise<string> {
  return handOut(deps, copy.fileName, await copy.file())
}

async function handOut(deps: Deps, fileName: string, file: Blob): Promise<string> {
  await deps.saveFile(fileName, new Uint8Array(await file.arrayBuffer()), 'application/gzip')
  return fileName
}
