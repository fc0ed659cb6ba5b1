import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { median, quantile } from '../store/inChromium'
import type { EngineName } from './engines'
import { withWorkers, type BenchWorker } from './inWorker'
import type { MaterialSize } from './material'
import type { CueRun, Timed } from './text.worker'

/**
 * Search over 3,000 reports of 10,000 characters in Chromium's worker, against FlexSearch and MiniSearch on the same texts: time to build,
 * memory held, exact phrases; and a thousand cues at once against looking for each. Ends with an error below its bars.
 */
const size: MaterialSize = { reports: 3000, length: 10_000 }
const runs = Math.max(1, Number(process.env['BENCH_RUNS'] ?? 5))
const leastFaster = 10
const mostMemory = 1 / 4
const mostPhraseMs = 5
const cueCount = 1000

interface Built {
  readonly ms: number
  readonly mb: number
}

const corpus = new URL('../../../shared/corpus/', import.meta.url)
if (!existsSync(corpus)) console.log('bench:text is left out: the corpus (../shared/corpus) is not here')
else await run(await readSentences())

async function run(sentences: readonly string[]): Promise<void> {
  await withWorkers(sentences, async (fresh) => {
    await fresh(async (worker) => {
      const units = await worker.perform<number>({ kind: 'deal', size })
      console.log(`Chromium ${worker.version}: ${size.reports} reports, ${units} characters, from ${sentences.length} sentences of the corpus`)
    })
    // Ours before and after FlexSearch, so that a machine that is busy for a while is busy for both.
    const before = await fresh((worker) => buildOurs(worker))
    const flexsearch = await fresh((worker) => buildOnce(worker, 'flexsearch'))
    const after = await fresh((worker) => buildOurs(worker))
    const minisearch = await fresh((worker) => buildOnce(worker, 'minisearch'))
    const ours: Built = { ms: median([...before.times, ...after.times]), mb: Math.max(before.mb, after.mb) }
    console.log(`build: ours ${words(ours)} (median of ${before.times.length + after.times.length}); FlexSearch ${words(flexsearch)}; MiniSearch ${words(minisearch)}`)
    bar(`build against FlexSearch ${(flexsearch.ms / ours.ms).toFixed(1)}× (at least ${leastFaster}×)`, flexsearch.ms / ours.ms >= leastFaster)
    bar(`memory against FlexSearch ${((100 * ours.mb) / flexsearch.mb).toFixed(1)} % (below ${100 * mostMemory} %)`, ours.mb < flexsearch.mb * mostMemory)
    await fresh(askOurs)
    await fresh(findCues)
  })
}

async function buildOurs(worker: BenchWorker): Promise<{ times: number[]; mb: number }> {
  await worker.perform({ kind: 'deal', size })
  const empty = await worker.memory()
  const times: number[] = []
  while (times.length < runs) times.push(await worker.perform<number>({ kind: 'build', engine: 'ours' }))
  return { times, mb: ((await worker.memory()) - empty) / 1e6 }
}

async function buildOnce(worker: BenchWorker, engine: EngineName): Promise<Built> {
  await worker.perform({ kind: 'deal', size })
  const empty = await worker.memory()
  const ms = await worker.perform<number>({ kind: 'build', engine })
  return { ms, mb: ((await worker.memory()) - empty) / 1e6 }
}

async function askOurs(worker: BenchWorker): Promise<void> {
  await worker.perform({ kind: 'deal', size })
  await worker.perform({ kind: 'build', engine: 'ours' })
  const wrong = await worker.perform<string[]>({ kind: 'check', phrases: 40 })
  bar(`40 phrases counted as indexOf counts them${wrong.length > 0 ? `, but ${wrong.length}` : ''}`, wrong.length === 0)
  const phrases = await worker.perform<Timed>({ kind: 'ask', phrases: 1000, lengths: [2, 3, 4, 5, 6, 7, 8] })
  const single = await worker.perform<Timed>({ kind: 'ask', phrases: 500, lengths: [1] })
  console.log(`single characters: ${quantiles(single.times)}`)
  console.log(`phrases of 2 to 8 characters: ${quantiles(phrases.times)}`)
  bar(`exact phrase p95 ${quantile(phrases.times, 0.95).toFixed(2)} ms (at most ${mostPhraseMs} ms)`, quantile(phrases.times, 0.95) <= mostPhraseMs)
}

async function findCues(worker: BenchWorker): Promise<void> {
  await worker.perform({ kind: 'deal', size })
  const { automaton, indexOf, hits } = await worker.perform<CueRun>({ kind: 'cues', cues: cueCount, runs })
  const ms = median(automaton)
  console.log(`${cueCount} cues over all reports: together ${ms.toFixed(0)} ms (median of ${runs}), one by one with indexOf ${indexOf.toFixed(0)} ms, ${hits[0]} hits`)
  bar(`cues against indexOf ${(indexOf / ms).toFixed(1)}× (at least ${leastFaster}×)`, indexOf / ms >= leastFaster)
  bar(`both find as many: ${hits.join(' and ')}`, hits[0] === hits[1])
}

async function readSentences(): Promise<string[]> {
  const files = (await readdir(corpus)).filter((name) => name.endsWith('.txt')).sort()
  const texts = await Promise.all(files.map((name) => readFile(new URL(encodeURIComponent(name), corpus), 'utf8')))
  return texts.flatMap((text) => text.split(/(?<=[。\n])/).filter((sentence) => sentence.length > 5))
}

function words({ ms, mb }: Built): string {
  return `${ms.toFixed(0)} ms, ${mb.toFixed(1)} MB`
}

function quantiles(times: readonly number[]): string {
  return `median ${median(times).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms`
}

function bar(name: string, holds: boolean): void {
  if (holds) {
    console.log(`ok: ${name}`)
    return
  }
  console.error(`below the bar: ${name}`)
  process.exitCode = 1
}
