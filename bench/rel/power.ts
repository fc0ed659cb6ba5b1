import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cutPower, makeDisk, mountDisk, whyNoDisks } from './disk'
import { keyMarks, levelShown, openSampleDesk } from './keying'
import { addTallies, countLosses, noMarks, type Tally } from './losses'
import { signalAll } from './processes'
import { portOf, startProgram, type Variant } from './program'
import { scratchFolder } from './scratch'
import { openSession } from './session'
import { readStored } from './stored'
import { relaxedDurability } from './variants'
import { makeChance, readOptions, verdict } from './verdict'

// The power is cut at the moment at which the screen says "written": the profile lies on a disk of its own, the browser is stopped, what
// has reached that disk is taken, and the work goes on from there. A log whose end is torn shows only at the start after that, so a few
// more marks are keyed on what was left, and looked for once more.

const diskMegabytes = 96
const marksAfterwards = 5
const options = readOptions({ rounds: 20, controlRounds: 5 })
const impossible = whyNoDisks()
if (impossible !== null) {
  console.log(`skipped: a disk to cut the power of cannot be made here (${impossible})`)
  process.exit(0)
}
const folder = scratchFolder('power')
const base = join(folder, 'base.img')
const program = await startProgram({ build: options.build })
const port = options.build === 'pwa' ? portOf(program) : 0
const disk = makeDisk(base, diskMegabytes)
const first = await openSession(program, join(disk.folder, 'profile'))
const desk = await openSampleDesk(first.page)
await first.close()
await program.stop()
disk.unmount()

const product = await cutRounds('product', options.rounds, null)
verdict(product.tally.lost === 0 && product.lostAfterwards === 0 && product.wrongOnScreen === 0 && product.tally.acknowledged >= options.rounds,
  `${options.rounds} power cuts at the word: ${product.tally.acknowledged} acknowledged marks, ${product.tally.lost} lost, ${product.wrongOnScreen} wrong on the screen afterwards; ${options.rounds * marksAfterwards} marks keyed after the restart, ${product.lostAfterwards} of them lost at the next`)
const control = await cutRounds('control', options.controlRounds, relaxedDurability)
verdict(control.cutsWithLoss === options.controlRounds, `control, ${relaxedDurability.name}: ${options.controlRounds} cuts, ${control.tally.acknowledged} acknowledged marks, ${control.tally.lost} lost, in ${control.cutsWithLoss} cuts (in all of them, or the cut cuts nothing)`)

async function cutRounds(name: string, rounds: number, variant: Variant | null): Promise<{ tally: Tally; cutsWithLoss: number; wrongOnScreen: number; lostAfterwards: number }> {
  const chance = makeChance(options.seed)
  const served = await startProgram({ build: options.build, port, variant })
  let tally = noMarks
  let cutsWithLoss = 0
  let wrongOnScreen = 0
  let lostAfterwards = 0
  for (let round = 0; round < rounds; round += 1) {
    const running = join(folder, 'running.img')
    const cut = join(folder, 'cut.img')
    cpSync(base, running)
    const disk = mountDisk(running)
    const session = await openSession(served, join(disk.folder, 'profile'), { at: desk })
    await session.page.locator('.desk[aria-busy=false] [data-card]').waitFor()
    const before = await readStored(session.page)
    const ids = session.processes()
    const atWord = 1 + Math.floor(chance() * 10)
    const keyed = await keyMarks(session, {
      chance,
      goOn: (count) => count < atWord,
      onAcknowledged: (_mark, count) => {
        if (count < atWord) return
        signalAll(ids, 'SIGSTOP')
        cutPower(disk, cut)
      },
    })
    await session.kill(ids)
    disk.unmount()

    const kept = mountDisk(cut)
    const again = await openSession(served, join(kept.folder, 'profile'), { at: desk })
    await again.page.locator('.desk[aria-busy=false] [data-card]').waitFor()
    const after = await readStored(again.page)
    const losses = countLosses(keyed, before, after)
    tally = addTallies(tally, losses)
    if (losses.lost > 0) cutsWithLoss += 1
    const last = keyed.at(-1)
    if (losses.lost === 0 && last && (await levelShown(again.page, last.item)) !== last.level) wrongOnScreen += 1
    const later = await keyMarks(again, { chance, goOn: (count) => count < marksAfterwards })
    await again.close()
    const third = await openSession(served, join(kept.folder, 'profile'), { at: desk })
    await third.page.getByRole('main').getByRole('heading').first().waitFor()
    lostAfterwards += countLosses(later, after, await readStored(third.page)).lost
    await third.close()
    kept.unmount()
    for (const image of [running, cut]) rmSync(image)
    console.log(`     ${name}: cut ${round + 1} after ${atWord} marks, ${losses.lost} lost`)
  }
  await served.stop()
  return { tally, cutsWithLoss, wrongOnScreen, lostAfterwards }
}
