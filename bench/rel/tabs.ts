import type { Page } from 'playwright-core'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { keyLevel, levelItems, levelShown, openSampleDesk, otherLevels, pick, saysWritten, type KeyedLevel } from './keying'
import { startProgram } from './program'
import { scratchFolder } from './scratch'
import { openSession, type Session } from './session'
import { readStored, type Stored } from './stored'
import { makeChance, readOptions, verdict } from './verdict'

// Two tabs mark one scorecard at the same moment: two items in two races of three, the same item in the third.

/** What a program does that keeps the scorecard in memory and puts it back whole: the control. */
const staleMemory = `(() => {
  const memory = new Map()
  const asked = new WeakMap()
  const { get, put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key)
    if (this.name === 'scorecards') asked.set(request, JSON.stringify(key))
    return request
  }
  IDBObjectStore.prototype.put = function (value, ...key) {
    if (this.name === 'scorecards') memory.set(JSON.stringify([value.projectId, value.assessorId, value.unitId]), value)
    return put.call(this, value, ...key)
  }
  IDBObjectStore.prototype.add = function (value) { return put.call(this, value) }
  const { get: result } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result')
  Object.defineProperty(IDBRequest.prototype, 'result', { configurable: true, get() {
    const key = asked.get(this)
    return key !== undefined && memory.has(key) ? memory.get(key) : result.call(this)
  } })
})()`

interface Races {
  readonly acknowledged: number
  readonly lost: number
  readonly refused: number
  /** Neither written nor refused in the words of the screen. */
  readonly silent: number
  /** Marks that the other tab did not come to show. */
  readonly unseen: number
  /** Items whose last mark of the history is not in the scorecard when all is over: put back by a later race. */
  readonly overwritten: number
}

const options = readOptions({ rounds: 100, controlRounds: 20 })
const folder = scratchFolder('tabs')
const base = join(folder, 'base')
const program = await startProgram({ build: options.build })
const first = await openSession(program, base)
const desk = await openSampleDesk(first.page)
await first.close()

const product = await race('product', options.rounds, [])
verdict(product.lost === 0 && product.overwritten === 0 && product.silent === 0 && product.unseen === 0 && product.acknowledged >= options.rounds,
  `${options.rounds} races: ${product.acknowledged} acknowledged marks, ${product.lost} lost, ${product.overwritten} overwritten later; ${product.refused} refused in words, ${product.silent} in silence; ${product.unseen} not shown by the other tab`)
const control = await race('control', options.controlRounds, [staleMemory])
verdict(control.lost + control.overwritten > 0, `control, put from stale memory: ${options.controlRounds} races, ${control.acknowledged} acknowledged marks, ${control.lost} lost at once, ${control.overwritten} overwritten later (some must be)`)
await program.stop()

async function race(name: string, rounds: number, scripts: readonly string[]): Promise<Races> {
  const chance = makeChance(options.seed)
  const profile = join(folder, name)
  cpSync(base, profile, { recursive: true })
  const session = await openSession(program, profile, { at: desk, scripts })
  const tabs = [session.page, await session.context.newPage()] as const
  await tabs[1].goto(program.address + desk)
  for (const tab of tabs) await tab.locator('.desk[aria-busy=false] [data-card]').waitFor()
  const sum = { acknowledged: 0, lost: 0, refused: 0, silent: 0, unseen: 0, overwritten: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const item = pick(levelItems, chance)
    const others = levelItems.filter((other) => other !== item)
    const marks = await Promise.all(tabs.map(async (tab, index) => {
      const wanted = index === 0 || round % 3 === 2 ? item : pick(others, chance)
      return { tab, item: wanted, levels: await otherLevels(tab, wanted) }
    }))
    const before = await readStored(session.page)
    // In the same item the two tabs give two levels where there are two to give.
    const keyed = await Promise.all(marks.map(async ({ tab, item, levels }, index) => {
      const level = levels[index % levels.length] as KeyedLevel
      const said = await Promise.race([keyLevel(session, tab, item, level), tab.waitForTimeout(5_000).then(() => null)])
      return { tab, item, level: level.level, written: said !== null && said !== 'gone' && saysWritten(said), refused: said !== null && said !== 'gone' && said.tone === 'failed' }
    }))
    const after = await readStored(session.page)
    sum.acknowledged += keyed.filter(({ written }) => written).length
    sum.refused += keyed.filter(({ refused }) => refused).length
    sum.silent += keyed.filter(({ written, refused }) => !written && !refused).length
    sum.lost += keyed.filter(({ item, level, written }) => written && !isKept(before, after, item, level)).length
    await giveUpRefused(session)
    if (scripts.length === 0) for (const { item } of keyed) sum.unseen += await countUnseen(tabs, item, after)
  }
  sum.overwritten = countOverwritten(await readStored(session.page))
  await session.close()
  console.log(`     ${name}: ${JSON.stringify(sum)}`)
  return sum
}

/** In the history, and what the history of the item ends with is in the scorecard. */
function isKept(before: Stored, after: Stored, item: string, level: string): boolean {
  const known = new Set(before.entries.map(({ key }) => key))
  const arrived = after.entries.filter((entry) => entry.item === item && !known.has(entry.key)).map(({ answer }) => answer)
  return arrived.includes(`L${level}`) && Object.values(after.scorecards).some((card) => card[item] === arrived.at(-1))
}

function countOverwritten({ entries, scorecards }: Stored): number {
  const standing = new Map(entries.map(({ unit, item, answer }) => [`${unit} ${item}`, answer]))
  return [...standing].filter(([place, answer]) => {
    const [unit = '', item = ''] = place.split(' ')
    return !Object.entries(scorecards).some(([card, answers]) => card.startsWith(`${unit} `) && answers[item] === answer)
  }).length
}

/** A mark that was refused stays on its card until the person lets go of it. */
async function giveUpRefused({ context }: Session): Promise<void> {
  for (const page of context.pages()) {
    const revert = page.locator('[data-card] [data-revert]')
    if (await revert.count()) await revert.dispatchEvent('click')
  }
}

async function countUnseen(tabs: readonly Page[], item: string, { entries }: Stored): Promise<number> {
  const standing = entries.filter((entry) => entry.item === item && entry.answer.startsWith('L')).at(-1)?.answer.slice(1)
  let unseen = 0
  for (const tab of tabs) {
    for (let tries = 0; (await levelShown(tab, item)) !== standing; tries += 1) {
      if (tries === 100) {
        unseen += 1
        break
      }
      await tab.waitForTimeout(50)
    }
  }
  return unseen
}
