import { engines, type EngineName } from './engines'
import { dealReports } from './material'
declare const gc: (() => void) | undefined
let texts: string[] = []
let ask: ((phrase: string) => number) | null = null
addEventListener('message', async (event: MessageEvent) => {
  const { verb, ...rest } = event.data
  if (verb === 'texts') {
    const sentences = (await (await fetch('/sentences.json')).json()) as string[]
    texts = dealReports(sentences, rest)
    gc?.()
    postMessage(texts.length)
  } else if (verb === 'build') {
    const t = performance.now()
    ask = engines[rest.engine as EngineName](texts)
    const ms = performance.now() - t
    gc?.()
    postMessage({ ms, hits: ask('法治') })
  }
})
