import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { Task } from './text.worker'

/** A worker in a browser of its own, so that nobody pays for another's memory. */
export interface BenchWorker {
  readonly version: string
  perform<Reply>(task: Task): Promise<Reply>
  /** Bytes that page and worker hold, by performance.measureUserAgentSpecificMemory; taken right after a collection in the worker. */
  memory(): Promise<number>
}

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // The worker collects before it is measured, and the measurement does not wait for a collection of its own.
  '--js-flags=--expose-gc', '--enable-blink-features=ForceEagerMeasureMemory',
]

// Plain script, evaluated in the page: the bundler's helpers are not there.
const page = `<!doctype html><title>bench</title><script>
  const worker = new Worker('/worker.js', { type: 'module' })
  let fail
  worker.onerror = (event) => fail(new Error(event.message))
  globalThis.perform = (task) => new Promise((resolve, reject) => { fail = reject; worker.onmessage = (event) => resolve(event.data); worker.postMessage(task) })
  globalThis.memory = async () => (await performance.measureUserAgentSpecificMemory()).bytes
</script>`

/** Bundles the worker, serves it with the sentences on this machine, isolated across origins, and gives fresh ones to `work`. */
export async function withWorkers<T>(sentences: readonly string[], work: (fresh: <R>(use: (worker: BenchWorker) => Promise<R>) => Promise<R>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhunsheng-bench-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('../../', import.meta.url)),
      publicDir: false,
      build: { outDir: folder, emptyOutDir: true, target: 'es2023', rollupOptions: { input: fileURLToPath(new URL('./text.worker.ts', import.meta.url)), output: { entryFileNames: 'worker.js' } } },
    })
    const server = await serve({ '/worker.js': ['text/javascript', await readFile(join(folder, 'worker.js'))], '/sentences.json': ['application/json', JSON.stringify(sentences)] })
    try {
      return await work((use) => browsing(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, use))
    } finally {
      server.close()
      server.closeAllConnections()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function serve(files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>>): Promise<Server> {
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/html; charset=utf-8', page]
    response.writeHead(200, { 'content-type': type, 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function browsing<R>(address: string, use: (worker: BenchWorker) => Promise<R>): Promise<R> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', headless: true, args: flags })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(1_200_000)
    await page.goto(address)
    return await use({
      version: browser.version(),
      perform: <Reply>(task: Task) => page.evaluate(`perform(${JSON.stringify(task)})`) as Promise<Reply>,
      memory: () => page.evaluate('memory()') as Promise<number>,
    })
  } finally {
    await browser.close()
  }
}
