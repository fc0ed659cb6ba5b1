import { failure, success, type Result } from '#core/result'

/**
 * A whole database as one file, without knowing what its records mean: for data of a newer program, of an older one before they are
 * upgraded, and of one that is damaged. Lines of JSON, compressed with gzip: a head with the tables, a line a record, an end that counts
 * them. Bytes are written as { $bytes: base64 }; what only this browser can hold (a file handle) as { $lost: its kind }.
 */
export const rawFormat = 'zhunsheng.raw'
export const rawFormatVersion = 1
export const rawEnding = '.zhunsheng-raw.gz'

interface Head {
  readonly format: typeof rawFormat
  readonly formatVersion: number
  /** IndexedDB's own number of the tables. */
  readonly version: number
  readonly stores: readonly StoreShape[]
}
interface StoreShape {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[]
}
interface Line {
  readonly store: string
  /** Only where the record does not carry its key. */
  readonly key?: unknown
  readonly value: unknown
}

export type RawProblem = { readonly kind: 'not-a-raw-backup' } | { readonly kind: 'incomplete' } | { readonly kind: 'newer-format'; readonly found: number } | { readonly kind: 'occupied' }

/** Reads everything in one transaction; nothing is changed. Rejects when there is no such database, or it cannot be read. */
export async function writeRawBackup(name: string): Promise<Blob> {
  const db = await openRaw(name)
  try {
    const names = [...db.objectStoreNames]
    const parts: Blob[] = []
    let text = ''
    const say = (line: unknown): void => {
      text += `${JSON.stringify(line)}\n`
      if (text.length < 2 ** 22) return
      parts.push(new Blob([text]))
      text = ''
    }
    const transaction = db.transaction(names, 'readonly')
    const shapes = names.map((store) => shapeOf(transaction.objectStore(store)))
    say({ format: rawFormat, formatVersion: rawFormatVersion, version: db.version, stores: shapes } satisfies Head)
    let rows = 0
    for (const shape of shapes) {
      await eachRow(transaction.objectStore(shape.name), (key, value) => {
        rows += 1
        say({ store: shape.name, ...(shape.keyPath === null && { key: encoded(key) }), value: encoded(value) } satisfies Line)
      })
    }
    say({ rows })
    return await new Response(new Blob([...parts, text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
  } finally {
    db.close()
  }
}

/**
 * Makes the database anew from such a file, where there is none under the name; `inPlace`: one that is there is deleted first, after the
 * file was found whole. Returns how many records it has.
 */
export async function restoreRawBackup(name: string, file: Blob, { inPlace = false }: { readonly inPlace?: boolean } = {}): Promise<Result<number, RawProblem>> {
  const read = await readRawBackup(file)
  if (!read.ok) return read
  const { head, lines } = read.value
  if (inPlace) await deleteRaw(name)
  const db = await makeRaw(name, head)
  if (!db) return failure({ kind: 'occupied' })
  try {
    if (head.stores.length > 0) await putLines(db, head, lines)
  } finally {
    db.close()
  }
  return success(lines.length)
}

async function readRawBackup(file: Blob): Promise<Result<{ readonly head: Head; readonly lines: readonly Line[] }, RawProblem>> {
  try {
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text()
    const [head, ...rest] = text.split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line))
    if ((head as Partial<Head> | undefined)?.format !== rawFormat) return failure({ kind: 'not-a-raw-backup' })
    if ((head as Head).formatVersion > rawFormatVersion) return failure({ kind: 'newer-format', found: (head as Head).formatVersion })
    const end = rest.pop() as { readonly rows?: number } | undefined
    return end?.rows === rest.length ? success({ head: head as Head, lines: rest as Line[] }) : failure({ kind: 'incomplete' })
  } catch (error) {
    // A cut stream, other bytes, or a line that is no JSON.
    if (error instanceof SyntaxError) return failure({ kind: 'incomplete' })
    return failure({ kind: 'not-a-raw-backup' })
  }
}

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    // Only one that does not exist asks for an upgrade; aborting makes none.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      reject(request.error ?? new Error('the database cannot be opened'))
    }
  })
}

function deleteRaw(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('the database cannot be deleted'))
  })
}

/** Null where there is one already. */
function makeRaw(name: string, head: Head): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    let found: 'none' | 'there' | 'made' = 'none'
    const request = indexedDB.open(name, head.version)
    request.onupgradeneeded = (event) => {
      if (event.oldVersion > 0) {
        found = 'there'
        request.transaction?.abort()
        return
      }
      found = 'made'
      for (const { name: store, keyPath, autoIncrement, indexes } of head.stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement })
        for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry })
      }
    }
    request.onsuccess = () => {
      if (found === 'made') return resolve(request.result)
      request.result.close()
      resolve(null)
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (found === 'there' || request.error?.name === 'VersionError') resolve(null)
      else reject(request.error ?? new Error('the database cannot be made'))
    }
  })
}

function putLines(db: IDBDatabase, head: Head, lines: readonly Line[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(head.stores.map(({ name }) => name), 'readwrite', { durability: 'strict' })
    for (const { store, key, value } of lines) {
      if (key === undefined) transaction.objectStore(store).put(decoded(value))
      else transaction.objectStore(store).put(decoded(value), decoded(key) as IDBValidKey)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
  })
}

function shapeOf(store: IDBObjectStore): StoreShape {
  const indexes = [...store.indexNames].map((name) => {
    const { keyPath, unique, multiEntry } = store.index(name)
    return { name, keyPath: plainPath(keyPath) as string | string[], unique, multiEntry }
  })
  return { name: store.name, keyPath: plainPath(store.keyPath), autoIncrement: store.autoIncrement, indexes }
}

function plainPath(path: string | string[] | DOMStringList | null): string | string[] | null {
  return path === null || typeof path === 'string' ? path : [...path]
}

function eachRow(store: IDBObjectStore, take: (key: unknown, value: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = store.openCursor()
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve()
      take(cursor.primaryKey, cursor.value)
      cursor.continue()
    }
    request.onerror = () => reject(request.error ?? new Error('a record cannot be read'))
  })
}

/** JSON for what our tables hold: plain values and bytes. */
function encoded(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
  if (Array.isArray(value)) return value.map(encoded)
  if (typeof value !== 'object' || value === null) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && (prototype as { constructor?: { name?: string } }).constructor?.name !== 'Object') return { $lost: Object.prototype.toString.call(value).slice(8, -1) }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encoded(part)]))
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded)
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value && typeof value.$bytes === 'string') return fromBase64(value.$bytes)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decoded(part)]))
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // Argument lists have an end.
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
