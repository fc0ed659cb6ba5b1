import { failure, success, type Result } from '#core/result'
import { rawEnding, writeRawBackup } from '#storage/rawBackup'

/** Copies of the whole database as it lay before an upgrade, newest first; the newest two are kept. */
export interface OldDataCopy {
  readonly fileName: string
  readonly sizeBytes: number
  readonly file: () => Promise<Blob>
}

const folderName = 'before-upgrade'
const kept = 2

/**
 * Copies the database as it lies there into the browser's own folder; where there is none (pages opened from a file in Chromium), into a
 * small database of its own. Read back before it counts. The problem is the reason in the browser's words.
 */
export async function keepCopyBeforeUpgrade(name: string): Promise<Result<null, string>> {
  try {
    const copy = await writeRawBackup(name)
    const fileName = `zhunsheng-${new Date().toISOString().replace(/[:.]/g, '-')}${rawEnding}`
    const shelf = await openShelf()
    await shelf.put(fileName, copy)
    const back = (await shelf.list()).find((held) => held.fileName === fileName)
    if (back?.sizeBytes !== copy.size) return failure('the copy is not what was written')
    for (const old of (await shelf.list()).slice(kept)) await shelf.remove(old.fileName)
    return success(null)
  } catch (error) {
    return failure(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

export async function copiesBeforeUpgrade(): Promise<OldDataCopy[]> {
  return (await openShelf()).list()
}

/** For somebody who leaves a project: they hold all projects. Returns how many there were. */
export async function removeCopiesBeforeUpgrade(): Promise<number> {
  const shelf = await openShelf()
  const copies = await shelf.list()
  for (const { fileName } of copies) await shelf.remove(fileName)
  return copies.length
}

interface Shelf {
  readonly put: (fileName: string, copy: Blob) => Promise<void>
  readonly list: () => Promise<OldDataCopy[]>
  readonly remove: (fileName: string) => Promise<void>
}

async function openShelf(): Promise<Shelf> {
  const root = await privateFolder()
  return root ? folderShelf(await root.getDirectoryHandle(folderName, { create: true })) : databaseShelf()
}

function folderShelf(folder: FileSystemDirectoryHandle): Shelf {
  return {
    put: async (fileName, copy) => {
      const stream = await (await folder.getFileHandle(fileName, { create: true })).createWritable()
      await stream.write(new Uint8Array(await copy.arrayBuffer()))
      await stream.close()
    },
    list: async () => {
      const copies: OldDataCopy[] = []
      for await (const entry of folder.values()) {
        if (entry.kind !== 'file' || !entry.name.endsWith(rawEnding)) continue
        const handle = entry as FileSystemFileHandle
        copies.push({ fileName: handle.name, sizeBytes: (await handle.getFile()).size, file: () => handle.getFile() })
      }
      return newestFirst(copies)
    },
    remove: (fileName) => folder.removeEntry(fileName),
  }
}

const shelfDatabase = 'zhunsheng-before-upgrade'

function databaseShelf(): Shelf {
  return {
    put: async (fileName, copy) => {
      const bytes = new Uint8Array(await copy.arrayBuffer())
      await inStore('readwrite', (store) => store.put(bytes, fileName))
    },
    list: async () => {
      const names = (await inStore('readonly', (store) => store.getAllKeys())) as string[]
      const all = (await inStore('readonly', (store) => store.getAll())) as Uint8Array<ArrayBuffer>[]
      return newestFirst(names.map((fileName, index) => ({ fileName, sizeBytes: all[index]?.length ?? 0, file: async () => new Blob([all[index] ?? new Uint8Array()]) })))
    },
    remove: async (fileName) => void (await inStore('readwrite', (store) => store.delete(fileName))),
  }
}

function newestFirst(copies: readonly OldDataCopy[]): OldDataCopy[] {
  return [...copies].sort((a, b) => (a.fileName < b.fileName ? 1 : -1))
}

function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(shelfDatabase, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('copies')
    opening.onerror = () => reject(opening.error ?? new Error('no place for the copy'))
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction('copies', mode, { durability: 'strict' })
      const request = act(transaction.objectStore('copies'))
      transaction.oncomplete = () => {
        db.close()
        resolve(request.result)
      }
      transaction.onabort = () => {
        db.close()
        reject(transaction.error ?? new Error('not written'))
      }
    }
  })
}

async function privateFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await globalThis.navigator?.storage?.getDirectory?.()) ?? null
  } catch {
    // SecurityError on pages opened from a file and in some private windows.
    return null
  }
}
