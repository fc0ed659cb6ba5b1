import type { Instant, ProjectId } from '#core/ids'
import type { ProjectStamp } from '#storage/fileSave'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { projectStamp } from '#storage/queries/projectStamp'
import { passphraseOf } from '#workflows/passphrases'
import type { WorkFileProblem } from '#workflows/workFile'
import { lookAt, permissionOf } from '#workflows/workFileAccess'

/** What has been changed since something was saved: `entries` judgements more than then, and null where that cannot be counted. */
export interface Unsaved {
  readonly entries: number | null
}

/** How a project stands to its file. Nothing is written by asking. */
export interface WorkFileState {
  /** 'file': kept in a file that is written by itself. 'download': handed out as a file the last time. 'none': never saved. */
  readonly kept: 'file' | 'download' | 'none'
  readonly fileName: string
  /** The last time that all of it was in a file; null = never. */
  readonly savedAt: Instant | null
  readonly sealed: boolean
  /** Null: everything is in the file. */
  readonly unsaved: Unsaved | null
  /** What keeps the file from being written; null: nothing. */
  readonly problem: Extract<WorkFileProblem, { kind: 'permission-needed' | 'passphrase-needed' | 'file-gone' | 'changed-outside' }> | null
}

/** Null when there is no such project. */
export async function workFileState(projectId: ProjectId): Promise<WorkFileState | null> {
  const [link, last, now] = await Promise.all([fileLinkOf(projectId), lastFileSave(projectId), projectStamp(projectId)])
  if (!now) return null
  if (!link) {
    const unsaved = last?.saved ? difference(last.saved, now) : { entries: null }
    return { kept: last ? 'download' : 'none', fileName: last?.fileName ?? '', savedAt: last?.at ?? null, sealed: last?.sealed ?? false, unsaved, problem: null }
  }
  const { name: fileName, sealed, savedAt } = link
  const state = { kept: 'file', fileName, sealed, savedAt, unsaved: link.saved ? difference(link.saved, now) : { entries: null } } as const
  if ((await permissionOf(link.handle)) !== 'granted') return { ...state, problem: { kind: 'permission-needed', fileName } }
  const found = await lookAt(link)
  if (found.kind === 'gone') return { ...state, problem: { kind: 'file-gone', fileName } }
  if (found.kind === 'changed') return { ...state, problem: { kind: 'changed-outside', fileName, changedAt: found.changedAt, sizeBytes: found.sizeBytes } }
  return { ...state, problem: sealed && passphraseOf(projectId) === null ? { kind: 'passphrase-needed', fileName } : null }
}

function difference(saved: ProjectStamp, now: ProjectStamp): Unsaved | null {
  if (saved.stamp === now.stamp) return null
  const entries = now.entries - saved.entries
  return { entries: entries > 0 ? entries : null }
}
