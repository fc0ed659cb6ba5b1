import { Dexie } from 'dexie'
import type { Table } from 'dexie'
import type { AssessorId, ItemId, UnitId } from '#core/ids'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { addAssessor } from '#storage/assessors'
import { closeDatabase, openDatabase } from '#storage/db'
import { appendHistory } from '#storage/history'
import { addProject } from '#storage/projects'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { addUnits } from '#storage/units'
import { makeMaterial } from './material'
import type { MaterialSize } from './material'

/** Milliseconds of one way of storing, and what was read again: how many scores, and a sum of them that does not depend on their order. */
export interface StoreRun {
  readonly write: number
  readonly load: number
  readonly scores: number
  readonly sum: number
  /** Number of scorecards that the ledger finds missing or altered. */
  readonly damage: number
}

interface PlainScore {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly state: ItemState
  readonly answer: Answer | null
}
type PlainDatabase = Dexie & { readonly scores: Table<PlainScore> }

const packedName = 'bench-packed'
const plainName = 'bench-plain'

/** Packed: through the app's own writers and queries, history and ledger included. */
async function runPacked(size: MaterialSize): Promise<StoreRun> {
  const material = makeMaterial(size)
  await Dexie.delete(packedName)
  await openPacked()
  await addProject(material.project, material.rubric)
  await addUnits(material.project.id, material.units)
  for (const assessor of material.assessors) await addAssessor(assessor)
  const writing = performance.now()
  await appendHistory(material.project.id, material.entries)
  const write = performance.now() - writing
  closeDatabase()
  await openPacked()
  const loading = performance.now()
  const cards = []
  for (const assessor of material.assessors) cards.push(...(await scorecardsOfProject(material.project.id, assessor.id)))
  const load = performance.now() - loading
  let scores = 0
  let sum = 0
  for (const { unitId, assessorId, marks } of cards) {
    for (const [itemId, { state, answer }] of marks) {
      scores += 1
      sum = addWords(sum, { unitId, assessorId, itemId, state, answer })
    }
  }
  const damage = (await verifyLedger(material.project.id)).length
  closeDatabase()
  await Dexie.delete(packedName)
  return { write, load, scores, sum, damage }
}

async function openPacked(): Promise<void> {
  const opened = await openDatabase(packedName)
  if (!opened.ok) throw new Error(opened.problem.kind)
}

/** One record per score: state and answer under [unit+assessor+item], no history, no ledger. */
async function runPlain(size: MaterialSize): Promise<StoreRun> {
  const rows = makeMaterial(size).entries.map(({ unitId, assessorId, itemId, state, answer }): PlainScore => ({ unitId, assessorId, itemId, state, answer }))
  await Dexie.delete(plainName)
  const first = await openPlain()
  const writing = performance.now()
  await first.transaction('rw', first.scores, () => first.scores.bulkAdd(rows))
  const write = performance.now() - writing
  first.close()
  const second = await openPlain()
  const loading = performance.now()
  const found = await second.scores.toArray()
  const load = performance.now() - loading
  second.close()
  await Dexie.delete(plainName)
  return { write, load, scores: found.length, sum: found.reduce(addWords, 0), damage: 0 }
}

async function openPlain(): Promise<PlainDatabase> {
  const db = new Dexie(plainName, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as PlainDatabase
  db.version(1).stores({ scores: '[unitId+assessorId+itemId]' })
  await db.open()
  return db
}

function addWords(sum: number, { unitId, assessorId, itemId, state, answer }: PlainScore): number {
  let hash = 0
  for (const letter of JSON.stringify([unitId, assessorId, itemId, state, sortedAnswer(answer)])) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  return (sum + hash) | 0
}

function sortedAnswer(answer: Answer | null): unknown {
  if (answer === null) return null
  return Object.entries(answer)
    .map(([field, value]) => [field, value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value as object).sort() : (value as unknown)])
    .sort()
}

Object.assign(globalThis, { runPacked, runPlain })
