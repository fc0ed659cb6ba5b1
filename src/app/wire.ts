import type { Instant } from '#core/ids'
import type { Deps, PickedFile } from '#workflows/deps'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

interface Pickers {
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>
}

/** The real clock, ids, downloads and pickers. Tests of workflows bring their own. */
export function makeDeps(): Deps {
  const { showSaveFilePicker, showOpenFilePicker } = globalThis as Pickers
  return {
    clock: () => new Date().toISOString() as Instant,
    newId,
    appVersion: __APP_VERSION__,
    saveFile: async (name, bytes, type) => download(name, bytes, type),
    ...(showSaveFilePicker && { pickSaveFile: (suggestedName: string) => picked(() => showSaveFilePicker({ id: 'zhunsheng', suggestedName, types })) }),
    ...(showOpenFilePicker && { pickOpenFile: () => picked(async () => (await showOpenFilePicker({ id: 'zhunsheng', types }))[0]!) }),
  }
}

const types = [{ accept: { 'application/vnd.zhunsheng.project': ['.zhunsheng'] } }]

async function picked(pick: () => Promise<FileSystemFileHandle>): Promise<PickedFile> {
  try {
    return { kind: 'picked', handle: await pick() }
  } catch (error) {
    // A frame, a policy of the company or a missing click forbids the question; closing it is an answer.
    return { kind: error instanceof DOMException && error.name === 'AbortError' ? 'given-up' : 'refused' }
  }
}

/** 26 characters of Crockford's base 32, 130 random bits: two laptops that never met do not collide. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  return Array.from(bytes, (byte) => crockford[byte & 31]).join('')
}

function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
