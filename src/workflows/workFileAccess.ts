import type { Instant, Sha256 } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import type { FileLink } from '#storage/fileLinks'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'

/** What the file looks like from outside, without changing anything. */
export type Look = { readonly kind: 'same' } | { readonly kind: 'gone' } | { readonly kind: 'changed'; readonly changedAt: Instant; readonly sizeBytes: number }

/** Time and size tell that nothing happened; where they differ the content decides, since copying a folder changes times only. */
export async function lookAt({ handle, sha256: digest, sizeBytes, lastModified, writing }: FileLink): Promise<Look> {
  let file: File
  try {
    file = await handle.getFile()
    if (file.size === sizeBytes && file.lastModified === lastModified) return { kind: 'same' }
    const found = await digestOf(file)
    if (found === digest || found === writing) return { kind: 'same' }
  } catch (error) {
    // NotReadableError: gone, or written to, between the look and the reading.
    if (/NotFoundError|NotReadableError/.test(`${error instanceof Error ? error.name : ''} ${String(error)}`)) return { kind: 'gone' }
    throw error
  }
  return { kind: 'changed', changedAt: new Date(file.lastModified).toISOString() as Instant, sizeBytes: file.size }
}

/** What is written takes the file's place only when it is closed; then it is read back, in the background. */
export async function writeAndReadBack(handle: FileSystemFileHandle, bytes: Uint8Array, digest: Sha256): Promise<Result<File, string>> {
  let stream: FileSystemWritableFileStream | null = null
  try {
    stream = await handle.createWritable()
    await stream.write(bytes as Uint8Array<ArrayBuffer>)
    await stream.close()
    const file = await handle.getFile()
    return (await digestOf(file)) === digest ? success(file) : failure('the file does not hold what was written')
  } catch (error) {
    // What was begun must not lie about beside the file.
    await stream?.abort?.().catch(() => undefined)
    return failure(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

function digestOf(file: File): Promise<Sha256> {
  return callWorker<FileRequest, Sha256>('file', { kind: 'digest-file', file })
}

/** Not in the DOM's types yet; files of the browser's own folder need no permission. */
interface Permitted extends FileSystemFileHandle {
  readonly queryPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

export async function permissionOf(handle: FileSystemFileHandle): Promise<PermissionState> {
  return (await (handle as Permitted).queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
}

/** Browsers refuse this without a click of the person. */
export async function askPermission(handle: FileSystemFileHandle): Promise<boolean> {
  return ((await (handle as Permitted).requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted'
}
