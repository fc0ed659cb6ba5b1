import type { Page } from 'playwright-core'
import { inChromium, median } from './inChromium'
import type { MaterialSize } from './material'
import type { StoreRun } from './page'

const size: MaterialSize = { assessors: 5, units: 300, items: 100 }
const warmUp: MaterialSize = { assessors: 2, units: 20, items: 100 }
const runs = Math.max(3, Number(process.env['BENCH_RUNS'] ?? 3))
const leastWriting = 30
const leastLoading = 5

const scores = size.assessors * size.units * size.items
console.log(`${scores} scores (${size.assessors} assessors × ${size.units} units × ${size.items} items), strict durability, medians of ${runs} runs`)
const results = await inChromium(new URL('./page.ts', import.meta.url), async (page) => {
  console.log(`Chromium ${page.context().browser()?.version() ?? ''}`)
  const list: { readonly plain: StoreRun; readonly packed: StoreRun }[] = []
  for (let run = 0; run < runs; run += 1) {
    const packed = await runFresh(page, 'runPacked')
    const plain = await runFresh(page, 'runPlain')
    console.log(`run ${run + 1}: packed ${words(packed)}; one record per score ${words(plain)}`)
    list.push({ plain, packed })
  }
  return list
})

report('writing, ledger and history included', (run) => run.write, leastWriting)
report('loading into usable marks', (run) => run.load, leastLoading)
for (const { plain, packed } of results) {
  if (packed.scores === scores && plain.scores === scores && packed.sum === plain.sum && packed.damage === 0) continue
  console.error(`what was read is not what was written: ${JSON.stringify({ plain, packed })}`)
  process.exitCode = 1
}

/** Each measurement on a page of its own, so that neither pays for the other's memory; a small one first, so that both run compiled. */
async function runFresh(page: Page, name: 'runPacked' | 'runPlain'): Promise<StoreRun> {
  await page.reload()
  const run = (wanted: MaterialSize) => page.evaluate(([verb, how]) => (globalThis as unknown as Record<string, (size: MaterialSize) => Promise<StoreRun>>)[verb]?.(how), [name, wanted] as const)
  await run(warmUp)
  return (await run(size)) as StoreRun
}

function words({ write, load }: StoreRun): string {
  return `wrote in ${write.toFixed(0)} ms, loaded in ${load.toFixed(0)} ms`
}

function report(name: string, figure: (run: StoreRun) => number, least: number): void {
  const plain = median(results.map((run) => figure(run.plain)))
  const packed = median(results.map((run) => figure(run.packed)))
  const ratio = plain / packed
  console.log(`${name}: one record per score ${plain.toFixed(0)} ms, packed ${packed.toFixed(0)} ms: ${ratio.toFixed(1)}× (at least ${least}×)`)
  if (ratio >= least) return
  console.error(`too slow: ${ratio.toFixed(1)}× < ${least}×`)
  process.exitCode = 1
}
