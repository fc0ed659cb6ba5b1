import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { keyMarks, levelShown, openSampleDesk } from './keying'
import { addTallies, countLosses, noMarks, type Tally } from './losses'
import { portOf, startProgram, type Variant } from './program'
import { scratchFolder } from './scratch'
import { openSession } from './session'
import { readStored } from './stored'
import { savedBeforeCommit } from './variants'
import { makeChance, readOptions, verdict } from './verdict'

// kill -9 of the whole browser while marks are keyed, at random moments and at the very moment at which the screen says "written".
// Half of the rounds run as on a slow disk: the window in which a word too early would be a lie is too narrow to hit otherwise.

/** Holds every write transaction open for a while, by asking it for something again and again. */
const slowDisk = `(() => {
  const transaction = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...args) {
    const started = transaction.apply(this, args)
    const until = performance.now() + 40
    const hold = () => { if (performance.now() < until) started.objectStore(started.objectStoreNames[0]).get('').onsuccess = hold }
    if (started.mode === 'readwrite') hold()
    return started
  }
})()`

const options = readOptions({ rounds: 100, controlRounds: 20 })
const folder = scratchFolder('kill')
const base = join(folder, 'base')
const program = await startProgram({ build: options.build })
const port = options.build === 'pwa' ? portOf(program) : 0
const first = await openSession(program, base)
const desk = await openSampleDesk(first.page)
await first.close()
await program.stop()

const product = await killRounds('product', options.rounds, null)
verdict(product.tally.lost === 0 && product.wrongOnScreen === 0 && product.kills === options.rounds && product.tally.acknowledged >= options.rounds,
  `${product.kills} kills: ${product.tally.acknowledged} acknowledged marks, ${product.tally.lost} lost, ${product.wrongOnScreen} wrong on the screen afterwards; ${product.tally.unannounced} written just before the screen could say so`)
const control = await killRounds('control', options.controlRounds, savedBeforeCommit)
verdict(control.tally.lost > 0, `control, ${savedBeforeCommit.name}: ${control.kills} kills, ${control.tally.acknowledged} acknowledged marks, ${control.tally.lost} lost (some must be)`)

async function killRounds(name: string, rounds: number, variant: Variant | null): Promise<{ kills: number; tally: Tally; wrongOnScreen: number }> {
  const chance = makeChance(options.seed)
  const profile = join(folder, name)
  cpSync(base, profile, { recursive: true })
  const served = await startProgram({ build: options.build, port, variant })
  let tally = noMarks
  let kills = 0
  let wrongOnScreen = 0
  const open = (round: number) => openSession(served, profile, { at: desk, scripts: round % 4 < 2 ? [slowDisk] : [] })
  let session = await open(0)
  while (kills < rounds) {
    const { page } = session
    await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
    const before = await readStored(page)
    const ids = session.processes()
    let ended: Promise<void> | null = null
    const end = (): void => {
      ended ??= session.kill(ids)
    }
    // Every other kill comes at the word itself; the others some time into the keying.
    const atWord = kills % 2 === 0 ? 1 + Math.floor(chance() * 8) : null
    const timer = atWord === null ? setTimeout(end, 100 + chance() * 900) : undefined
    const keyed = await keyMarks(session, { chance, goOn: () => ended === null, onAcknowledged: (_mark, count) => void (count === atWord && end()) })
    clearTimeout(timer)
    end()
    await ended
    kills += 1

    session = await open(kills)
    await session.page.locator('.desk[aria-busy=false] [data-card]').waitFor()
    const after = await readStored(session.page)
    tally = addTallies(tally, countLosses(keyed, before, after))
    const last = keyed.findLast((mark) => mark.acknowledged !== null)
    const standing = last && after.entries.filter((entry) => entry.item === last.item).at(-1)?.answer
    if (last && `L${await levelShown(session.page, last.item)}` !== standing) wrongOnScreen += 1
    if (kills % 10 === 0) console.log(`     ${name}: ${kills} kills, ${tally.acknowledged} acknowledged, ${tally.lost} lost`)
  }
  await session.close()
  await served.stop()
  return { kills, tally, wrongOnScreen }
}
