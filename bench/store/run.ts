import type { Page } from 'playwright-core'
import { inChromium, median } from './inChromium'
import type { MaterialSize } from './material'
import type { StoreRun } from './page'

const size: MaterialSize = { assessors: 5, units: 300, items: 100 }
const warmUp: MaterialSize = { assessors: 5, units: 60, items: 100 }
const runs = Math.max(3, Number(process.env['BENCH_RUNS'] ?? 3))
const leastWriting = 30
const leastLoading = 5

const scores = size.assessors * size.units * size.items
console.log(`${scores} scores (${size.assessors} assessors × ${size.units} units × ${size.items} items), strict durability, medians of ${runs} runs`)
const results = await inChromium(new URL('./page.ts', import.meta.url), async (page) => {
  console.log(`Chromium ${page.context().browser()?.version() ?? ''}`)
  const packed = await runAll(page, 'runPacked')
  const plain = await runAll(page, 'runPlain')
  for (const [index, run] of packed.entries()) console.log(`run ${index + 1}: packed ${words(run)}; one record per score ${words(plain[index] as StoreRun)}`)
  return { packed, plain }
})

report('writing, ledger and history included', (run) => run.write, leastWriting)
report('loading into usable marks', (run) => run.load, leastLoading)
for (const [index, packed] of results.packed.entries()) {
  const plain = results.plain[index] as StoreRun
  if (packed.scores === scores && plain.scores === scores && packed.sum === plain.sum && packed.damage === 0) continue
  console.error(`what was read is not what was written: ${JSON.stringify({ plain, packed })}`)
  process.exitCode = 1
}

/** Each way on a page of its own, so that neither pays for the other's memory; a smaller run first, so that both run compiled. */
async function runAll(page: Page, name: 'runPacked' | 'runPlain'): Promise<StoreRun[]> {
  await page.reload()
  const run = async (wanted: MaterialSize) =>
    (await page.evaluate(([verb, how]) => (globalThis as unknown as Record<string, (size: MaterialSize) => Promise<StoreRun>>)[verb]?.(how), [name, wanted] as const)) as StoreRun
  await run(warmUp)
  const list: StoreRun[] = []
  while (list.length < runs) list.push(await run(size))
  return list
}

function words({ write, load }: StoreRun): string {
  return `wrote in ${write.toFixed(0)} ms, loaded in ${load.toFixed(0)} ms`
}

function report(name: string, figure: (run: StoreRun) => number, least: number): void {
  const plain = median(results.plain.map(figure))
  const packed = median(results.packed.map(figure))
  const ratio = plain / packed
  console.log(`${name}: one record per score ${plain.toFixed(0)} ms, packed ${packed.toFixed(0)} ms: ${ratio.toFixed(1)}× (at least ${least}×)`)
  if (ratio >= least) return
  console.error(`too slow: ${ratio.toFixed(1)}× < ${least}×`)
  process.exitCode = 1
}
