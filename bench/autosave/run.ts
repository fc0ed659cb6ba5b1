import { inChromium, quantile } from '../store/inChromium'

const warmUp = 50
const samples = Math.max(300, Number(process.env['BENCH_SAMPLES'] ?? 500))

const times = await inChromium(new URL('./page.ts', import.meta.url), async (page) => {
  console.log(`Chromium ${page.context().browser()?.version() ?? ''}`)
  return page.evaluate((count) => (globalThis as unknown as { runAutosave: (samples: number) => Promise<number[]> }).runAutosave(count), samples + warmUp)
})
const measured = times.slice(warmUp)
console.log(`one acknowledged item (entry, scorecard, remark, ledger in one strict transaction; 300 units × 5 assessors × 34 items), ${measured.length} samples:`)
console.log(`p50 ${quantile(measured, 0.5).toFixed(2)} ms · p90 ${quantile(measured, 0.9).toFixed(2)} ms · p99 ${quantile(measured, 0.99).toFixed(2)} ms · longest ${Math.max(...measured).toFixed(2)} ms`)
if (measured.length < 300) process.exitCode = 1
