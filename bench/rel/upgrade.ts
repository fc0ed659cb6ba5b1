import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { dataVersion } from '../../src/core/records/dataVersion'
import { changeDatabase, dumpDatabase, type Dump } from './dump'
import { keyLevel, levelItems, openSampleDesk, otherLevels, pick, saysWritten } from './keying'
import { startProgram } from './program'
import { scratchFolder } from './scratch'
import { openSession, type Session } from './session'
import { makeChance, readOptions, verdict } from './verdict'

// Data of an older program are brought up, whole; data of a newer one are refused and left as they are, also by a window that was open
// before the newer program came.

const versions = new URL('../../tests/samples/versions/', import.meta.url)
const older = JSON.parse(readFileSync(new URL('v1.rows.json', versions), 'utf8')) as {
  readonly dataVersion: number
  readonly indexVersion: number
  readonly schema: Record<string, string>
  readonly tables: Record<string, readonly Record<string, unknown>[]>
}
const newer = dataVersion + 1
/** What no upgrade may touch: judgements, and what they are checked by. */
const untouched = ['projects', 'rubrics', 'assessors', 'originals', 'scorecards', 'remarks', 'entries', 'segments', 'ledger']

/** The control: a program that takes every data version for its own. */
const blind = `(() => {
  const { get: result } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result')
  Object.defineProperty(IDBRequest.prototype, 'result', { configurable: true, get() {
    const value = result.call(this)
    return value && value.key === 'dataVersion' ? { ...value, value: ${dataVersion} } : value
  } })
})()`

/** What a newer program does first. The number is Dexie's times ten. */
const giveNewerTables = `(async () => {
  const there = (await indexedDB.databases()).find(({ name }) => name === 'zhunsheng')
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('zhunsheng', there.version + 10)
    request.onupgradeneeded = () => request.result.createObjectStore('newer', { keyPath: 'id' })
    request.onsuccess = () => { request.result.close(); resolve() }
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('the open window does not give way'))
  })
})()`

/** The rows of the frozen sample under the tables that Dexie made of its schema. */
const makeOlder = `(async () => {
  const { schema, tables, indexVersion } = ${JSON.stringify(older)}
  const path = (text) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text)
  const revive = (value) => {
    if (Array.isArray(value)) return value.map(revive)
    if (value === null || typeof value !== 'object') return value
    if ('$base64' in value) return Uint8Array.from(atob(value.$base64), (letter) => letter.charCodeAt(0))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]))
  }
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('zhunsheng', indexVersion * 10)
    request.onupgradeneeded = () => {
      for (const [table, spec] of Object.entries(schema)) {
        const [primary, ...indexes] = spec.split(', ')
        const store = request.result.createObjectStore(table, { keyPath: path(primary) })
        for (const index of indexes) store.createIndex(index.replace('*', ''), path(index.replace('*', '')), { multiEntry: index.startsWith('*') })
        for (const row of tables[table] ?? []) store.add(revive(row))
      }
    }
    request.onsuccess = () => { request.result.close(); resolve() }
    request.onerror = () => reject(request.error)
  })
})()`

const options = readOptions({ rounds: 20, controlRounds: 5 })
const program = await startProgram({ build: options.build })
/** A page of the same origin without the program. */
const bare = join(scratchFolder('bare'), 'bare.html')
writeFileSync(bare, '<!doctype html>')

await olderDatabase()
for (const name of ['v1.zhunsheng', 'v2.zhunsheng']) await olderFile(name)
await newerFile()
const refused = await newerDatabase([])
verdict(refused.refused && refused.same, `a database of data version ${newer}: ${refused.refused ? 'refused in words' : 'not refused'}, ${refused.same ? 'every row as it was' : 'changed'}`)
const tabs = await openWindow(options.rounds, [])
verdict(tabs.written === 0 && tabs.silent === 0 && tabs.changed === 0,
  `${options.rounds} marks in a window that was open when a newer program raised the data version: ${tabs.refused} refused in words, ${tabs.silent} in silence, ${tabs.written} said to be written, ${tabs.changed} times the newer data were changed`)
const control = { database: await newerDatabase([blind]), tabs: await openWindow(options.controlRounds, [blind]) }
verdict(!control.database.refused, `control, blind to data versions: the newer database is ${control.database.refused ? 'refused' : 'opened'} (it must be opened)`)
verdict(control.tabs.changed > 0, `control, blind to data versions: ${control.tabs.changed} of ${options.controlRounds} marks changed the newer data (some must)`)
await program.stop()

async function fresh(scripts: readonly string[] = []): Promise<Session> {
  const session = await openSession(program, scratchFolder('upgrade'), { at: 'favicon.svg', scripts: scripts.map((script) => `if (!location.href.includes('bare.html') && !location.href.endsWith('.svg')) ${script}`) })
  await toBare(session.page)
  return session
}

async function toBare(page: Page): Promise<void> {
  await page.goto(options.build === 'file' ? `file://${bare}` : `${program.address}favicon.svg`)
}

async function toProgram(page: Page): Promise<void> {
  await page.goto(program.address)
  await page.getByRole('main').getByRole('heading').first().waitFor()
}

async function olderDatabase(): Promise<void> {
  const session = await fresh()
  await session.page.evaluate(makeOlder)
  const before = await dumpDatabase(session.page)
  await toProgram(session.page)
  const links = session.page.getByRole('main').getByRole('link')
  for (const { name, removedAt } of older.tables['projects'] ?? []) if (removedAt === null) await links.filter({ hasText: name as string }).first().waitFor()
  const after = await dumpDatabase(session.page)
  const version = after.tables['meta']?.find((row) => row.includes('"dataVersion"'))
  const kept = untouched.filter((table) => JSON.stringify(after.tables[table]) === JSON.stringify(before.tables[table]))
  const counted = Object.keys(before.tables).filter((table) => table !== 'meta' && after.tables[table]?.length !== before.tables[table]?.length)
  const rows = Object.values(before.tables).reduce((sum, table) => sum + table.length, 0)
  verdict(version === JSON.stringify({ key: 'dataVersion', value: dataVersion }) && kept.length === untouched.length && counted.length === 0 && rows > 20,
    `a database of data version ${older.dataVersion}, ${rows} rows: now ${version}; ${kept.length} of ${untouched.length} tables that must stay are the same; tables with more or fewer rows: ${counted.join(' ') || 'none'}`)
  await session.close()
}

async function olderFile(name: string): Promise<void> {
  const session = await fresh()
  await toProgram(session.page)
  await session.page.locator('input[type=file][accept=".zhunsheng"]').setInputFiles(new URL(name, versions).pathname)
  await session.page.waitForURL(/#\/p\//)
  const { tables } = await dumpDatabase(session.page)
  verdict(tables['projects']?.length === 1 && (tables['ledger']?.length ?? 0) > 0 && (tables['units']?.length ?? 0) > 0, `the project file ${name}: opened, ${tables['units']?.length} units, ${tables['reports']?.length} reports`)
  await session.close()
}

async function newerFile(): Promise<void> {
  const parts = unzipSync(readFileSync(new URL('v2.zhunsheng', versions)))
  const [name, manifest] = Object.entries(parts).find(([, bytes]) => strFromU8(bytes.subarray(0, 400)).includes('"dataVersion"')) ?? []
  if (!name || !manifest) throw new Error('the project file has no manifest that tells its data version')
  const path = join(scratchFolder('newer'), 'newer.zhunsheng')
  writeFileSync(path, zipSync({ ...parts, [name]: strToU8(strFromU8(manifest).replace(/"dataVersion":\s*\d+/, `"dataVersion":${newer}`)) }, { level: 0 }))
  const session = await fresh()
  await toProgram(session.page)
  await session.page.locator('input[type=file][accept=".zhunsheng"]').setInputFiles(path)
  const notice = session.page.getByRole('dialog').getByRole('alert').first()
  await notice.waitFor()
  const words = await notice.innerText()
  const { tables } = await dumpDatabase(session.page)
  verdict(/更新的程序/.test(words) && (tables['projects']?.length ?? 0) === 0, `a project file of data version ${newer}: ${words.replace(/\s+/g, ' ').slice(0, 80)}`)
  await session.close()
}

async function newerDatabase(scripts: readonly string[]): Promise<{ refused: boolean; same: boolean }> {
  const session = await fresh(scripts)
  await toProgram(session.page)
  await openSampleDesk(session.page)
  await toBare(session.page)
  await raiseVersion(session.page)
  const before = await dumpDatabase(session.page)
  await toProgram(session.page)
  await session.page.waitForTimeout(500)
  const words = await session.page.getByRole('main').innerText()
  await toBare(session.page)
  const same = isSame(before, await dumpDatabase(session.page))
  await session.close()
  return { refused: words.includes('更新版本') && words.includes(String(newer)), same }
}

/** Odd rounds: the newer program also has newer tables, and asks the open window to give way. */
async function openWindow(rounds: number, scripts: readonly string[]): Promise<{ refused: number; silent: number; written: number; changed: number }> {
  const chance = makeChance(options.seed)
  const sum = { refused: 0, silent: 0, written: 0, changed: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const session = await fresh(scripts)
    await toProgram(session.page)
    await openSampleDesk(session.page)
    const item = pick(levelItems, chance)
    const level = pick(await otherLevels(session.page, item), chance)
    const newest = await session.context.newPage()
    await toBare(newest)
    if (round % 2 === 1) await newest.evaluate(giveNewerTables)
    await raiseVersion(newest)
    const before = await dumpDatabase(newest)
    await session.page.bringToFront()
    const said = await Promise.race([keyLevel(session, session.page, item, level), session.page.waitForTimeout(5_000).then(() => null)])
    // A window that was asked to give way may say so on the whole page instead of on the card.
    const words = await session.page.locator('body').innerText()
    if (said !== null && said !== 'gone' && saysWritten(said)) sum.written += 1
    else if ((said !== null && said !== 'gone' && said.tone === 'failed') || /不能再写入|写入失败|更新版本/.test(words)) sum.refused += 1
    else sum.silent += 1
    if (!isSame(before, await dumpDatabase(newest))) sum.changed += 1
    await session.close()
  }
  return sum
}

async function raiseVersion(page: Page): Promise<void> {
  await changeDatabase(page, `
    const transaction = db.transaction('meta', 'readwrite')
    transaction.objectStore('meta').put({ key: 'dataVersion', value: ${newer} })
    await new Promise((resolve) => { transaction.oncomplete = resolve })`)
}

function isSame(a: Dump, b: Dump): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
