import { eachWord, makeAutomaton } from '#core/search/wordAutomaton'
import { engines, type EngineName } from './engines'
import { dealReports, pickPhrases, type MaterialSize } from './material'

export type Task =
  | { readonly kind: 'deal'; readonly size: MaterialSize }
  | { readonly kind: 'build'; readonly engine: EngineName }
  | { readonly kind: 'ask'; readonly phrases: number; readonly lengths: readonly number[] }
  | { readonly kind: 'check'; readonly phrases: number }
  | { readonly kind: 'cues'; readonly cues: number; readonly runs: number }

export interface Timed {
  readonly times: readonly number[]
}
export interface CueRun {
  readonly automaton: readonly number[]
  readonly indexOf: number
  /** Hits by the one and by the other. */
  readonly hits: readonly [number, number]
}

declare const gc: (() => void) | undefined

let texts: readonly string[] = []
let ask: (phrase: string) => number = () => 0

addEventListener('message', async (event: MessageEvent<Task>) => {
  const reply = await perform(event.data)
  // Only what is held counts, not what is waiting to be thrown away.
  gc?.()
  gc?.()
  postMessage(reply)
})

async function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'deal':
      texts = dealReports((await (await fetch('/sentences.json')).json()) as string[], task.size)
      return texts.reduce((sum, text) => sum + text.length, 0)
    case 'build': {
      ask = () => 0
      gc?.()
      const start = performance.now()
      ask = engines[task.engine](texts)
      return performance.now() - start
    }
    case 'ask':
      return askAll(pickPhrases(texts, task.phrases, task.lengths))
    case 'check':
      return pickPhrases(texts, task.phrases, [1, 2, 3, 5, 8]).filter((phrase) => ask(phrase) !== texts.reduce((sum, text) => sum + occurrences(text, phrase), 0))
    case 'cues':
      return runCues(pickPhrases(texts, task.cues, [2, 3, 4, 5, 6]), task.runs)
  }
}

/** Every phrase three times, not one after the other; its time is the median. */
function askAll(phrases: readonly string[]): Timed {
  phrases.slice(0, 50).forEach(ask)
  const rounds = [1, 2, 3].map(() => phrases.map(timeOf))
  return { times: phrases.map((_, i) => rounds.map((times) => times[i]!).sort((a, b) => a - b)[1]!) }
}

function timeOf(phrase: string): number {
  const start = performance.now()
  ask(phrase)
  return performance.now() - start
}

function runCues(cues: readonly string[], runs: number): CueRun {
  const automaton: number[] = []
  let together = 0
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    const words = makeAutomaton(cues)
    together = 0
    for (const text of texts) eachWord(words, text, () => (together += 1))
    automaton.push(performance.now() - start)
  }
  const start = performance.now()
  let oneByOne = 0
  for (const text of texts) for (const cue of cues) oneByOne += occurrences(text, cue)
  return { automaton, indexOf: performance.now() - start, hits: [together, oneByOne] }
}

function occurrences(text: string, phrase: string): number {
  let count = 0
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) count += 1
  return count
}
