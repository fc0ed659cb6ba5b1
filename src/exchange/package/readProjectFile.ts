import { strFromU8, unzipSync } from 'fflate'
import { sha256 } from '#core/digest/sha256'
import { dataVersion } from '#core/records/dataVersion'
import { migrateSnapshot } from '#core/records/migrateSnapshot'
import { checkSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { checkRubricDraftRecord, type RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { anInstant } from '#core/records/shape'
import type { ReportId, Sha256 } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { checkFileDigest } from '#exchange/package/fileDigest'
import { archiveLimits, projectFileFormat, projectFileVersion, type Manifest, type ProjectFileProblem } from '#exchange/package/projectFile'

export interface OpenedProjectFile {
  readonly snapshot: ProjectSnapshot
  readonly savedAt: string
  readonly appVersion: string
  /** Rubrics that were being written, where the file is a copy that took them along. */
  readonly drafts?: readonly RubricDraftRecord[]
}

/**
 * Opens a file that nobody vouches for: shape, then version, then digests, then migration, then every record (tldraw's order). Any doubt refuses the
 * whole file and names the cause. Declared sizes are checked before anything is inflated.
 */
export function readProjectFile(bytes: Uint8Array): Result<OpenedProjectFile, ProjectFileProblem> {
  const unpacked = unpack(bytes)
  if (!unpacked.ok) return unpacked
  const parts = unpacked.value
  const manifest = parseManifest(parts.get('manifest.json'))
  if (!manifest) return failure({ kind: 'not-a-project-file' })
  if (checkFileDigest(bytes) === 'broken') return failure({ kind: 'damaged', path: '' })
  const { appVersion } = manifest
  if (manifest.formatVersion > projectFileVersion) return failure({ kind: 'file-newer-than-app', found: manifest.formatVersion, supported: projectFileVersion, appVersion })
  if (manifest.dataVersion > dataVersion) return failure({ kind: 'file-newer-than-app', found: manifest.dataVersion, supported: dataVersion, appVersion })
  for (const [path, digest] of Object.entries(manifest.files)) {
    const part = parts.get(path)
    if (!part || sha256(part) !== digest) return failure({ kind: 'damaged', path })
  }
  for (const path of parts.keys()) {
    if (path !== 'manifest.json' && !Object.hasOwn(manifest.files, path)) return failure({ kind: 'damaged', path })
  }
  return parseParts(parts, manifest)
}

function parseParts(parts: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Result<OpenedProjectFile, ProjectFileProblem> {
  const values: Record<string, unknown> = {}
  const optional = parts.has('earlierRubrics.json') ? ['earlierRubrics'] : []
  for (const name of ['project', 'rubric', 'units', 'assessors', 'reports', 'entries', ...optional]) {
    const value = parseJson(parts.get(`${name}.json`))
    if (value === undefined) return failure({ kind: 'damaged', path: `${name}.json` })
    values[name] = value
  }
  const head = values['project']
  if (typeof head !== 'object' || head === null) return failure({ kind: 'damaged', path: 'project.json' })
  const migrated = migrateSnapshot({
    ...values,
    dataVersion: manifest.dataVersion,
    project: (head as { project?: unknown }).project,
    signedIn: (head as { signedIn?: unknown }).signedIn ?? null,
    originals: partsUnder<ReportId>(parts, 'originals/'),
    attachments: partsUnder<Sha256>(parts, 'attachments/'),
  })
  const snapshot = migrated.ok ? checkSnapshot(migrated.value) : migrated
  if (!snapshot.ok) return failure({ kind: 'unsound', problem: snapshot.problem })
  const drafts = draftsIn(parts)
  if (!drafts) return failure({ kind: 'damaged', path: 'rubricDrafts.json' })
  return success({ snapshot: snapshot.value, savedAt: manifest.savedAt, appVersion: manifest.appVersion, ...(drafts.length > 0 && { drafts }) })
}

function draftsIn(parts: ReadonlyMap<string, Uint8Array>): readonly RubricDraftRecord[] | null {
  const part = parts.get('rubricDrafts.json')
  if (!part) return []
  const values = parseJson(part)
  return Array.isArray(values) && values.every((value) => checkRubricDraftRecord(value).ok) ? (values as RubricDraftRecord[]) : null
}

function partsUnder<K extends string>(parts: ReadonlyMap<string, Uint8Array>, folder: string): Map<K, Uint8Array> {
  return new Map([...parts].filter(([path]) => path.startsWith(folder)).map(([path, part]) => [path.slice(folder.length) as K, part]))
}

/** Whether a program would open a file of this size: what is written is held to the caps that hold on opening, by the same count. */
export function checkArchiveSize(bytes: Uint8Array): Result<null, ProjectFileProblem> {
  const looked = unpack(bytes, () => false)
  return looked.ok ? success(null) : looked
}

function unpack(bytes: Uint8Array, wanted: (path: string) => boolean = (path) => !path.endsWith('/')): Result<ReadonlyMap<string, Uint8Array>, ProjectFileProblem> {
  if (bytes.length > archiveLimits.fileBytes) return failure({ kind: 'too-large', sizeBytes: bytes.length, limitBytes: archiveLimits.fileBytes })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return failure({ kind: 'not-a-project-file' })
  let files = 0
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => {
        files += 1
        total += file.originalSize
        if (files > archiveLimits.files || total > archiveLimits.totalBytes) throw new ArchiveTooLarge()
        return wanted(file.name)
      },
    })
    return success(new Map(Object.entries(parts)))
  } catch (error) {
    if (error instanceof ArchiveTooLarge) return failure({ kind: 'too-large', sizeBytes: total, limitBytes: archiveLimits.totalBytes })
    // fflate throws on any broken archive; which byte was wrong helps nobody.
    return failure({ kind: 'damaged', path: '' })
  }
}

class ArchiveTooLarge extends Error {}

function parseManifest(part: Uint8Array | undefined): Manifest | null {
  const value = parseJson(part)
  if (typeof value !== 'object' || value === null) return null
  const manifest = value as Partial<Record<keyof Manifest, unknown>>
  const { format, formatVersion, dataVersion: shape, appVersion, savedAt, files } = manifest
  const sound =
    format === projectFileFormat && Number.isSafeInteger(formatVersion) && Number.isSafeInteger(shape) && typeof appVersion === 'string' && anInstant(savedAt, 'savedAt') === null &&
    typeof files === 'object' && files !== null && Object.values(files).every((digest) => typeof digest === 'string')
  return sound ? (value as Manifest) : null
}

function parseJson(part: Uint8Array | undefined): unknown {
  if (!part) return undefined
  try {
    return JSON.parse(strFromU8(part))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
