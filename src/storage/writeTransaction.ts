import { Dexie, type Table } from 'dexie'
import { dataVersion } from '#core/records/dataVersion'
import { noteAcknowledged, reopenIfClosed, writesKey, type Database } from '#storage/db'
import { raiseSentinel } from '#storage/sentinel'
import { StorageRefusal, storageProblemOf } from '#storage/storageProblem'
import { dataVersionKey } from '#storage/upgrade'

/**
 * The only way to write. One transaction over the tables named; it first asks for the data version, because a tab with an old
 * program would otherwise write old shapes into data that a newer tab has since upgraded. It is counted, and the sentinel outside the
 * database told, after the commit. Rejects with a StorageRefusal, everything undone.
 */
export async function writeTransaction<T>(db: Database, tables: readonly Table[], work: () => Promise<T>): Promise<T> {
  let native: IDBTransaction | null = null
  try {
    await reopenIfClosed(db)
    const { done, writes } = await db.transaction('rw', [...tables, db.meta], async () => {
      native = nativeTransaction()
      await assertDataVersion(db)
      const done = await work()
      return { done, writes: await countWrite(db) }
    })
    noteAcknowledged(writes)
    raiseSentinel(writes)
    return done
  } catch (error) {
    if (error instanceof StorageRefusal) throw error
    throw new StorageRefusal(reasonOf(error, native))
  }
}

/** The browser's own reason where there is one: a full disk aborts a transaction, and each request in it only says that it was aborted. */
function reasonOf(error: unknown, native: IDBTransaction | null): StorageRefusal['problem'] {
  const problem = storageProblemOf(error)
  return problem.kind === 'storage-failed' && native?.error ? storageProblemOf(native.error) : problem
}

function nativeTransaction(): IDBTransaction | null {
  return (Dexie.currentTransaction as unknown as { readonly idbtrans?: IDBTransaction } | null)?.idbtrans ?? null
}

/** In the same transaction: what the sentinel says and what is stored cannot drift. */
async function countWrite(db: Database): Promise<number> {
  const before = (await db.meta.get(writesKey))?.value
  const writes = (typeof before === 'number' ? before : 0) + 1
  await db.meta.put({ key: writesKey, value: writes })
  return writes
}

async function assertDataVersion(db: Database): Promise<void> {
  const found = (await db.meta.get(dataVersionKey))?.value
  if (found === dataVersion) return
  if (typeof found === 'number' && found > dataVersion) throw new StorageRefusal({ kind: 'data-newer-than-app', found, supported: dataVersion })
  throw new StorageRefusal({ kind: 'data-unreadable' })
}
