import { strToU8, zipSync, type Zippable } from 'fflate'
import { sha256 } from '#core/digest/sha256'
import { dataVersion } from '#core/records/dataVersion'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { withFileDigest } from '#exchange/package/fileDigest'
import { projectFileFormat, projectFileVersion, type Manifest } from '#exchange/package/projectFile'

/**
 * A project as the bytes of its file. `savedAt` is an instant; the same snapshot, instant and version give the same bytes.
 * The file ends with the digest of all of it. `drafts`: rubrics being written, which belong to no project and go along in copies only.
 */
export function writeProjectFile(
  snapshot: ProjectSnapshot,
  made: { readonly savedAt: string; readonly appVersion: string; readonly drafts?: readonly RubricDraftRecord[] },
): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    'project.json': json({ project: snapshot.project, signedIn: snapshot.signedIn }),
    'rubric.json': json(snapshot.rubric),
    'units.json': json(snapshot.units),
    'assessors.json': json(snapshot.assessors),
    'reports.json': json(snapshot.reports),
    'entries.json': json(snapshot.entries),
  }
  if (snapshot.earlierRubrics) parts['earlierRubrics.json'] = json(snapshot.earlierRubrics)
  if (made.drafts && made.drafts.length > 0) parts['rubricDrafts.json'] = json(made.drafts)
  for (const [id, bytes] of snapshot.originals) parts[`originals/${id}`] = bytes
  for (const [hash, bytes] of snapshot.attachments) parts[`attachments/${hash}`] = bytes
  const manifest: Manifest = {
    format: projectFileFormat,
    formatVersion: projectFileVersion,
    dataVersion,
    appVersion: made.appVersion,
    savedAt: made.savedAt,
    files: Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, sha256(bytes)])),
  }
  const entries: Zippable = { 'manifest.json': json(manifest) }
  for (const [path, bytes] of Object.entries(parts)) entries[path] = bytes
  // A fixed time inside the zip: the day of saving is said by the manifest, in UTC, and not twice.
  return withFileDigest(zipSync(entries, { level: 6, mtime: new Date(1980, 0, 2) }))
}

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value))
}
