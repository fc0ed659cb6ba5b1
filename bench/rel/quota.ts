import { cpSync, statfsSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { makeDisk, whyNoDisks } from './disk'
import { keyLevel, keyMarks, levelItems, openSampleDesk, otherLevels, pick, saysWritten } from './keying'
import { countLosses } from './losses'
import { portOf, startProgram, type Variant } from './program'
import { scratchFolder } from './scratch'
import { openSession, type Session } from './session'
import { readStored } from './stored'
import { savedBeforeCommit } from './variants'
import { makeChance, readOptions, verdict } from './verdict'

// The browser's share of the disk is used up, then the disk itself: a mark that cannot be written stays on screen as unsaved, in words,
// and is written when there is room again. What was acknowledged after that must be there at the next start, too.

interface Tries {
  readonly tried: number
  /** The screen said "written" and it was not. */
  readonly pretended: number
  /** Neither written nor refused in words. */
  readonly silent: number
  /** The level given is not on screen any more, or not marked as unsaved in card, outline and status bar. */
  readonly hidden: number
  /** The words do not say that there is no room. */
  readonly unexplained: number
  /** Written after all once there was room, by the button for it, or on the same page opened again. */
  readonly caughtUp: number
  readonly caughtUpAfterReload: number
  /** Marks of the whole round that were acknowledged and are not there at the next start. */
  readonly lostAtNextStart: number
}

const noTries: Tries = { tried: 0, pretended: 0, silent: 0, hidden: 0, unexplained: 0, caughtUp: 0, caughtUpAfterReload: 0, lostAtNextStart: 0 }
const options = readOptions({ rounds: 20, controlRounds: 5 })
const folder = scratchFolder('quota')
const base = join(folder, 'base')
const program = await startProgram({ build: options.build })
const port = options.build === 'pwa' ? portOf(program) : 0
const first = await openSession(program, base)
const desk = await openSampleDesk(first.page)
await first.close()
await program.stop()

const product = await shareRounds('product', options.rounds, null)
report('the share used up', product)
const why = whyNoDisks()
if (why !== null) console.log(`skipped: a disk to fill cannot be made here (${why})`)
else report('the disk full', await diskRounds(Math.max(1, Math.round(options.rounds / 4))))
const control = await shareRounds('control', options.controlRounds, savedBeforeCommit)
verdict(control.pretended > 0, `control, ${savedBeforeCommit.name}: ${control.tried} marks without room, ${control.pretended} said to be written (some must be)`)

function report(name: string, tries: Tries): void {
  const caughtUp = tries.caughtUp + tries.caughtUpAfterReload
  verdict(tries.tried > 0 && tries.pretended + tries.silent + tries.hidden + tries.unexplained + tries.lostAtNextStart === 0 && caughtUp === tries.tried,
    `${name}: ${tries.tried} marks without room, ${tries.pretended} said to be written, ${tries.silent} without a word, ${tries.hidden} not on screen as unsaved, ${tries.unexplained} for a reason not told; ${tries.caughtUp} written by "again" when there was room, ${tries.caughtUpAfterReload} only after opening anew; ${tries.lostAtNextStart} acknowledged marks lost at the next start`)
}

async function shareRounds(name: string, rounds: number, variant: Variant | null): Promise<Tries> {
  const profile = join(folder, name)
  cpSync(base, profile, { recursive: true })
  const served = await startProgram({ build: options.build, port, variant })
  const chance = makeChance(options.seed)
  let sum = noTries
  // A browser a round: what Chromium once found free it goes on giving away for a while.
  for (let round = 0; round < rounds; round += 1) {
    const session = await openSession(served, profile, { at: desk })
    const browser = await session.context.newCDPSession(session.page)
    const origin = options.build === 'file' ? 'file://' : new URL(served.address).origin
    sum = add(sum, await tryWithoutRoom(session, chance, {
      fill: () => browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 }),
      makeRoom: () => browser.send('Storage.overrideQuotaForOrigin', { origin }),
    }))
    sum = add(sum, await startAgain(session, () => openSession(served, profile, { at: desk })))
  }
  await served.stop()
  return sum
}

/** A disk a round, since what a full disk leaves behind is part of the question. */
async function diskRounds(rounds: number): Promise<Tries> {
  const served = await startProgram({ build: options.build, port })
  const chance = makeChance(options.seed)
  let sum = noTries
  for (let round = 0; round < rounds; round += 1) {
    const disk = makeDisk(join(folder, `small-${round}.img`), 96)
    const profile = join(disk.folder, 'profile')
    cpSync(base, profile, { recursive: true })
    const filler = join(disk.folder, 'filler')
    const session = await openSession(served, profile, { at: desk })
    sum = add(sum, await tryWithoutRoom(session, chance, { fill: async () => fillDisk(disk.folder, filler), makeRoom: async () => rmSync(filler) }))
    sum = add(sum, await startAgain(session, () => openSession(served, profile, { at: desk })))
    disk.unmount()
  }
  await served.stop()
  return sum
}

/** Some more marks now that there is room, the browser closed and opened again: whether all of them are there. */
async function startAgain(session: Session, open: () => Promise<Session>): Promise<Tries> {
  const before = await readStored(session.page)
  const keyed = await keyMarks(session, { chance: makeChance(options.seed), goOn: (count) => count < 5 })
  await session.close()
  const again = await open()
  await again.page.getByRole('main').getByRole('heading').first().waitFor()
  const after = await readStored(again.page)
  await again.close()
  const there = new Set(after.entries.map(({ key }) => key))
  const lost = countLosses(keyed, before, after).lost + before.entries.filter(({ key }) => !there.has(key)).length
  return { ...noTries, lostAtNextStart: lost }
}

/** Until nothing more fits, down to the last small write. */
function fillDisk(folder: string, filler: string): void {
  for (let size = Math.max(1, statfsSync(folder).bavail * statfsSync(folder).bsize); size >= 1;) {
    try {
      writeFileSync(filler, Buffer.alloc(size, 1), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      size = Math.floor(size / 2)
    }
  }
}

async function tryWithoutRoom(session: Session, chance: () => number, { fill, makeRoom }: { readonly fill: () => Promise<unknown>; readonly makeRoom: () => Promise<unknown> }): Promise<Tries> {
  const { page } = session
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  const item = pick(levelItems, chance)
  const wanted = pick(await otherLevels(page, item), chance)
  const isStored = async (): Promise<boolean> => (await readStored(page)).entries.filter((entry) => entry.item === item).at(-1)?.answer === `L${wanted.level}`
  await fill()
  const said = await Promise.race([keyLevel(session, page, item, wanted), page.waitForTimeout(10_000).then(() => null)])
  // What is said in the first moment must still hold a moment later.
  await page.waitForTimeout(200)
  const pretended = said !== null && said !== 'gone' && saysWritten(said) && !(await isStored())
  const refused = said !== null && said !== 'gone' && said.tone === 'failed'
  const hidden = refused && !(await isShownUnsaved(page, item, wanted.level))
  const unexplained = refused && !/空间/.test(said.words)
  if (unexplained) console.log(`     in words: ${said.words}`)
  await makeRoom()
  let caughtUp = false
  let caughtUpAfterReload = false
  if (refused) {
    await page.locator(`[data-card="${item}"] [data-retry]`).dispatchEvent('click')
    caughtUp = await settles(page, item)
    if (caughtUp && !(await isStored())) throw new Error('said to be written by "again", and is not there')
    if (!caughtUp) {
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
      const again = (await otherLevels(page, item)).find(({ level }) => level === wanted.level)
      const second = again && (await Promise.race([keyLevel(session, page, item, again), page.waitForTimeout(10_000).then(() => null)]))
      caughtUpAfterReload = second !== undefined && second !== null && second !== 'gone' && saysWritten(second) && (await isStored())
    }
  }
  return { tried: 1, pretended: Number(pretended), silent: Number(!refused && !(said !== null && said !== 'gone' && saysWritten(said))), hidden: Number(hidden), unexplained: Number(unexplained), caughtUp: Number(caughtUp), caughtUpAfterReload: Number(caughtUpAfterReload), lostAtNextStart: 0 }
}

async function isShownUnsaved(page: Page, item: string, level: string): Promise<boolean> {
  const shown = await page.locator(`[data-card="${item}"] .rule-row.on[data-level]`).getAttribute('data-level')
  const outline = await page.locator(`[data-item="${item}"]`).innerText()
  const title = await page.locator(`[data-item="${item}"]`).getAttribute('title')
  const bar = page.getByRole('contentinfo').getByRole('status')
  return shown === level && /未写入/.test(`${outline} ${title}`) && /写入失败/.test(await bar.innerText()) && (await page.locator(`[data-card="${item}"] [data-retry]`).isVisible())
}

/** Whether the card comes to say that it is written. */
async function settles(page: Page, item: string): Promise<boolean> {
  const state = page.locator(`[data-card="${item}"] [data-save-state]`)
  for (let tries = 0; tries < 60; tries += 1) {
    const words = await state.innerText()
    if (words.startsWith('已写入')) return true
    await page.waitForTimeout(50)
  }
  return false
}

function add(a: Tries, b: Tries): Tries {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key as keyof Tries] + b[key as keyof Tries]])) as unknown as Tries
}
