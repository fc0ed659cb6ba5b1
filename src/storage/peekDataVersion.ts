/** What lies under a database name, found without Dexie and without making or changing anything. */
export type PeekedVersion = { readonly kind: 'none' } | { readonly kind: 'there'; readonly dataVersion: number; readonly appVersion?: string } | { readonly kind: 'unreadable' }

/**
 * The data version of a stored database. 'unreadable' = there is a database under our name whose meta table does not tell its
 * version: not ours to write into.
 */
export function peekDataVersion(name: string): Promise<PeekedVersion> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let absent = false
    request.onupgradeneeded = () => {
      // Only a database that does not exist asks for an upgrade here; aborting leaves none behind.
      absent = true
      request.transaction?.abort()
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (absent) resolve({ kind: 'none' })
      else reject(request.error ?? new Error('the database cannot be opened'))
    }
    request.onsuccess = () => {
      const db = request.result
      readVersion(db).then(
        (version) => {
          db.close()
          resolve(version)
        },
        (error: unknown) => {
          db.close()
          reject(error instanceof Error ? error : new Error(String(error)))
        },
      )
    }
  })
}

function readVersion(db: IDBDatabase): Promise<PeekedVersion> {
  if (!db.objectStoreNames.contains('meta')) return Promise.resolve({ kind: 'unreadable' })
  return new Promise((resolve, reject) => {
    const meta = db.transaction('meta', 'readonly').objectStore('meta')
    const app = meta.get('appVersion')
    const request = meta.get('dataVersion')
    request.onsuccess = () => {
      const [version, appVersion] = [valueOf(request.result), valueOf(app.result)]
      if (typeof version !== 'number' || !Number.isSafeInteger(version)) return resolve({ kind: 'unreadable' })
      resolve({ kind: 'there', dataVersion: version, ...(typeof appVersion === 'string' && { appVersion }) })
    }
    request.onerror = () => reject(request.error ?? new Error('the data version cannot be read'))
  })
}

function valueOf(row: unknown): unknown {
  return (row as { value?: unknown } | undefined)?.value
}
