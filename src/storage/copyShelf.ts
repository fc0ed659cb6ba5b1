import { Dexie } from 'dexie'
import { sha256 } from '#core/digest/sha256'
import type { CopyId, ProjectId } from '#core/ids'
import { checkCopyNote, type CopyNote } from '#core/records/copyNote'

/**
 * Where copies of projects lie, apart from the database they guard against. A folder (the browser's own, OPFS, or one that the person
 * chose) holds two files a copy; where there is no folder (pages opened from a file in Chromium) a second database does.
 */
export interface CopyShelf {
  /** 'folder': outside the database. 'database': beside it, so it may be lost with it; the screen says so. */
  readonly kind: 'folder' | 'database'
  /** Newest first; of all projects when none is named. What cannot be read is left out: it is no copy. */
  readonly list: (projectId?: ProjectId) => Promise<CopyNote[]>
  /** Resolves when the copy has been read back and is the same. */
  readonly put: (note: CopyNote, bytes: Uint8Array) => Promise<void>
  /** The copy, if it is there and its bytes are still those that were put. */
  readonly read: (note: CopyNote) => Promise<Uint8Array | null>
  readonly remove: (note: CopyNote) => Promise<void>
  /** Everything kept of a project, what cannot be read too. */
  readonly removeAll: (projectId: ProjectId) => Promise<void>
  /** How many files or records are kept of a project, readable or not. */
  readonly countAll: (projectId: ProjectId) => Promise<number>
}

/** The browser's own folder where it has one, else the second database. */
export async function openCopyShelf(): Promise<CopyShelf> {
  const root = await privateFolder()
  return root ? folderShelf(await root.getDirectoryHandle('copies', { create: true })) : databaseShelf()
}

async function privateFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await globalThis.navigator?.storage?.getDirectory?.()) ?? null
  } catch {
    // SecurityError on pages opened from a file and in some private windows: there is none.
    return null
  }
}

/** A shelf in any folder: `<projectId>/<copyId>.zhunsheng` and, written after it, `<copyId>.json`. A copy without its note is no copy. */
export function folderShelf(folder: FileSystemDirectoryHandle): CopyShelf {
  async function notesIn(project: FileSystemDirectoryHandle): Promise<CopyNote[]> {
    const notes: CopyNote[] = []
    for await (const entry of project.values()) {
      if (entry.kind !== 'file' || !entry.name.endsWith('.json')) continue
      const note = parseNote(await (await (entry as FileSystemFileHandle).getFile()).text())
      if (note && entry.name === `${note.id}.json`) notes.push(note)
    }
    return notes
  }
  async function list(projectId?: ProjectId): Promise<CopyNote[]> {
    const notes: CopyNote[] = []
    for await (const entry of folder.values()) {
      if (entry.kind === 'directory' && (projectId === undefined || entry.name === projectId)) notes.push(...(await notesIn(entry as FileSystemDirectoryHandle)))
    }
    return notes.sort(newestFirst)
  }
  async function read(note: CopyNote): Promise<Uint8Array | null> {
    const project = await existing(() => folder.getDirectoryHandle(note.projectId))
    const file = project && (await existing(() => project.getFileHandle(`${note.id}.zhunsheng`)))
    return file ? sameBytes(note, new Uint8Array(await (await file.getFile()).arrayBuffer())) : null
  }
  return {
    kind: 'folder',
    list,
    read,
    put: async (note, bytes) => {
      const project = await folder.getDirectoryHandle(note.projectId, { create: true })
      await writeFile(project, `${note.id}.zhunsheng`, bytes)
      if (!(await read(note))) throw new Error('the copy is not what was written')
      await writeFile(project, `${note.id}.json`, new TextEncoder().encode(JSON.stringify(note)))
    },
    remove: async (note) => {
      const project = await existing(() => folder.getDirectoryHandle(note.projectId))
      if (!project) return
      // The note first: a note without its copy would promise what is not there.
      for (const ending of ['.json', '.zhunsheng']) await existing(() => project.removeEntry(`${note.id}${ending}`))
      if ((await notesIn(project)).length === 0) await existing(() => folder.removeEntry(note.projectId, { recursive: true }))
    },
    removeAll: async (projectId) => {
      await existing(() => folder.removeEntry(projectId, { recursive: true }))
    },
    countAll: async (projectId) => {
      const project = await existing(() => folder.getDirectoryHandle(projectId))
      let count = 0
      if (project) for await (const _entry of project.values()) count += 1
      return count
    },
  }
}

/** A shelf in a database of its own. */
export function databaseShelf(name = 'zhunsheng-copies'): CopyShelf {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ notes: 'id, projectId', bytes: 'id' })
  const notes = db.table<CopyNote, CopyId>('notes')
  const contents = db.table<{ readonly id: CopyId; readonly bytes: Uint8Array }, CopyId>('bytes')
  const read = async (note: CopyNote): Promise<Uint8Array | null> => {
    const row = await contents.get(note.id)
    return row ? sameBytes(note, row.bytes) : null
  }
  return {
    kind: 'database',
    read,
    list: async (projectId) => {
      const all = projectId === undefined ? await notes.toArray() : await notes.where('projectId').equals(projectId).toArray()
      return all.filter((note) => checkCopyNote(note).ok).sort(newestFirst)
    },
    put: async (note, bytes) => {
      await db.transaction('rw', notes, contents, async () => {
        await contents.put({ id: note.id, bytes })
        await notes.put(note)
      })
      if (!(await read(note))) throw new Error('the copy is not what was written')
    },
    remove: async (note) => {
      await db.transaction('rw', notes, contents, async () => {
        await notes.delete(note.id)
        await contents.delete(note.id)
      })
    },
    removeAll: async (projectId) => {
      await db.transaction('rw', notes, contents, async () => {
        const ids = await notes.where('projectId').equals(projectId).primaryKeys()
        await notes.bulkDelete(ids)
        await contents.bulkDelete(ids)
      })
    },
    countAll: (projectId) => notes.where('projectId').equals(projectId).count(),
  }
}

async function writeFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true })
  // What is written takes the file's place only when it is closed.
  const stream = await file.createWritable()
  await stream.write(new Uint8Array(bytes))
  await stream.close()
}

/** A look at something that may have gone: null instead of NotFoundError. */
async function existing<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

function sameBytes(note: CopyNote, bytes: Uint8Array): Uint8Array | null {
  return bytes.length === note.sizeBytes && sha256(bytes) === note.sha256 ? bytes : null
}

function parseNote(text: string): CopyNote | null {
  try {
    const checked = checkCopyNote(JSON.parse(text))
    return checked.ok ? checked.value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function newestFirst(a: CopyNote, b: CopyNote): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1
}
