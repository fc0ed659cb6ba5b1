import type { Transaction } from 'dexie'
import { dataSteps, migrateRecord } from '#core/records/migrateSnapshot'
import type { DataStep, MigratedList } from '#core/records/migrateSnapshot'
import type { ReportRecord } from '#core/records/reportRecord'
import { splitReport } from '#storage/splitReport'

export const dataVersionKey = 'dataVersion'

/**
 * Brings the rows of all projects from the version before to `dataVersion`, inside the transaction in which Dexie upgrades the
 * tables: all of it is done or none, and no other window writes meanwhile. A row that is not of the older shape stays as it lies
 * there, for checkInvariants to name: one damaged row must not close everybody's work. Entries, remarks, segments and the ledger are
 * not touched (PackedGrounds): what is digested stays as it was written.
 */
export async function upgradeRows(transaction: Transaction, dataVersion: number): Promise<void> {
  const step = dataSteps.find((candidate) => candidate.dataVersion === dataVersion)
  if (!step) throw new Error(`no step to data version ${dataVersion}`)
  await upgradeTable(transaction, step, 'units')
  await upgradeReports(transaction, step)
  await transaction.table('meta').put({ key: dataVersionKey, value: dataVersion })
}

async function upgradeTable(transaction: Transaction, step: DataStep, list: MigratedList): Promise<void> {
  const table = transaction.table(list)
  const rows: unknown[] = await table.toArray()
  const migrated = rows.map((row) => migrateRecord(list, step, row)).filter((result) => result.ok)
  await table.bulkPut(migrated.map((result) => result.value))
}

/** One by one: all texts of all projects at once would not fit everywhere. */
async function upgradeReports(transaction: Transaction, step: DataStep): Promise<void> {
  const [reports, texts] = [transaction.table('reports'), transaction.table('texts')]
  for (const key of await reports.toCollection().primaryKeys()) {
    const [summary, text]: [object, object | undefined] = await Promise.all([reports.get(key), texts.get(key)])
    const migrated = migrateRecord('reports', step, { ...text, ...summary })
    if (!migrated.ok) continue
    const parts = splitReport(migrated.value as ReportRecord)
    await reports.put(parts.summary)
    if (text) await texts.put(parts.text)
  }
}
