import type { SnapshotProblem } from '#core/records/projectSnapshot'

/**
 * The project file (.zhunsheng): a zip of JSON, so that it can be opened by other programs in twenty years.
 *
 *   manifest.json            format, versions, when it was saved, SHA-256 of every other file
 *   project.json rubric.json units.json assessors.json reports.json entries.json
 *   earlierRubrics.json      only where the project has adopted another version since
 *   originals/<report id>    the bytes of each report as they were dropped
 *   attachments/<SHA-256>    since data version 2: the files that entries name as outside proofs
 *   rubricDrafts.json        in copies only: rubrics that were being written, of no project
 *
 * The zip's comment holds the digest of everything before it (fileDigest). Scorecards are not in it: they are rebuilt from the entries.
 */
export const projectFileFormat = 'zhunsheng.project'
export const projectFileVersion = 1
export const projectFileEnding = '.zhunsheng'

export interface Manifest {
  readonly format: typeof projectFileFormat
  readonly formatVersion: number
  readonly dataVersion: number
  readonly appVersion: string
  readonly savedAt: string
  /** Path → SHA-256 of its bytes. */
  readonly files: Readonly<Record<string, string>>
}

/** Why a project file is refused; nothing has been changed then. */
export type ProjectFileProblem =
  | { readonly kind: 'not-a-project-file' }
  | { readonly kind: 'file-newer-than-app'; readonly found: number; readonly supported: number; readonly appVersion: string }
  | { readonly kind: 'damaged'; readonly path: string }
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'unsound'; readonly problem: SnapshotProblem }

/** Caps against hostile archives; stated to the user where they are hit. */
export const archiveLimits = { fileBytes: 256 * 2 ** 20, totalBytes: 512 * 2 ** 20, files: 20_000 } as const
