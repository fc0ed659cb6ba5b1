/** What lies under a database name, found without Dexie and without making or changing anything. */
export type PeekedVersion = { readonly kind: 'none' } | { readonly kind: 'there'; readonly dataVersion: number } | { readonly kind: 'unreadable' }

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
    const request = db.transaction('meta', 'readonly').objectStore('meta').get('dataVersion')
    request.onsuccess = () => {
      const value: unknown = (request.result as { value?: unknown } | undefined)?.value
      resolve(typeof value === 'number' && Number.isSafeInteger(value) ? { kind: 'there', dataVersion: value } : { kind: 'unreadable' })
    }
    request.onerror = () => reject(request.error ?? new Error('the data version cannot be read'))
  })
}
