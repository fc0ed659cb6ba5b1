import type { Table } from 'dexie'
import { dataVersion } from '#core/records/dataVersion'
import type { Database } from '#storage/db'
import { StorageRefusal, storageProblemOf } from '#storage/storageProblem'
import { dataVersionKey } from '#storage/upgrade'

/**
 * The only way to write. One transaction over the tables named; it first asks for the data version, because a tab with an old
 * program would otherwise write old shapes into data that a newer tab has since upgraded. Resolves after the commit; rejects with
 * a StorageRefusal, everything undone.
 */
export async function writeTransaction<T>(db: Database, tables: readonly Table[], work: () => Promise<T>): Promise<T> {
  try {
    return await db.transaction('rw', [...tables, db.meta], async () => {
      await assertDataVersion(db)
      return work()
    })
  } catch (error) {
    if (error instanceof StorageRefusal) throw error
    throw new StorageRefusal(storageProblemOf(error))
  }
}

async function assertDataVersion(db: Database): Promise<void> {
  const found = (await db.meta.get(dataVersionKey))?.value
  if (found === dataVersion) return
  if (typeof found === 'number' && found > dataVersion) throw new StorageRefusal({ kind: 'data-newer-than-app', found, supported: dataVersion })
  throw new StorageRefusal({ kind: 'data-unreadable' })
}
