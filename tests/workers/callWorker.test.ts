import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readReport } from '#exchange/readReport'

const bytes = new Uint8Array(readFileSync(new URL('../samples/text/gb18030.txt', import.meta.url)))

/** Stands for the browser's Worker: clones what is posted, as a real one does, and leaves the answering to the test. */
class FakeWorker extends EventTarget {
  static opened: FakeWorker[] = []
  posted: { message: { id: number; request: unknown }; transfer: readonly Transferable[] }[] = []
  isTerminated = false
  constructor(readonly url: URL, readonly options: WorkerOptions) {
    super()
    FakeWorker.opened.push(this)
  }
  postMessage(message: { id: number; request: unknown }, transfer: Transferable[]): void {
    this.posted.push({ message: structuredClone(message, { transfer }), transfer })
  }
  terminate(): void {
    this.isTerminated = true
  }
  reply(value: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: value }))
  }
}

async function withWorkers(): Promise<typeof import('#workers/callWorker')> {
  FakeWorker.opened = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.resetModules()
  return import('#workers/callWorker')
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('without workers', () => {
  test('the same work runs here', async () => {
    const { callExtract } = await import('#workers/callWorker')
    expect(await callExtract('a.txt', bytes)).toEqual(await readReport('a.txt', bytes))
  })
})

describe('with workers', () => {
  test('one worker serves all calls, replies find their calls, the caller keeps the bytes', async () => {
    const { callExtract } = await withWorkers()
    const first = callExtract('a.txt', bytes)
    const second = callExtract('b.txt', bytes)
    expect(FakeWorker.opened.map((worker) => [worker.url.pathname.split('/').at(-1), worker.options])).toEqual([['extract.worker.ts', { type: 'module' }]])
    const [worker] = FakeWorker.opened
    const ids = worker!.posted.map(({ message }) => message.id)
    expect(worker!.posted.map(({ message }) => message.request)).toEqual([{ fileName: 'a.txt', bytes }, { fileName: 'b.txt', bytes }])
    worker!.reply({ id: ids[1], ok: true, reply: 'second' })
    worker!.reply({ id: ids[0], ok: true, reply: 'first' })
    expect(await Promise.all([first, second])).toEqual(['first', 'second'])
    expect(bytes.length).toBeGreaterThan(0)
  })

  test('what is transferred is gone for the caller', async () => {
    const { callWorker } = await withWorkers()
    const buffer = new ArrayBuffer(8)
    const answer = callWorker<unknown, string>('extract', { buffer }, [buffer])
    expect(buffer.byteLength).toBe(0)
    FakeWorker.opened[0]!.reply({ id: FakeWorker.opened[0]!.posted[0]!.message.id, ok: true, reply: 'done' })
    expect(await answer).toBe('done')
  })

  test('too large a file never travels', async () => {
    const { callExtract } = await withWorkers()
    expect(await callExtract('a.txt', new Uint8Array(30 * 1024 * 1024))).toEqual({ ok: false, problem: { kind: 'too-large', sizeBytes: 31_457_280, limitBytes: 20_971_520 } })
    expect(FakeWorker.opened).toEqual([])
  })

  test('what the worker throws rejects that call alone', async () => {
    const { callExtract } = await withWorkers()
    const calls = [callExtract('a.txt', bytes), callExtract('b.txt', bytes)]
    const [worker] = FakeWorker.opened
    const [first, second] = worker!.posted.map(({ message }) => message.id)
    worker!.reply({ id: first, ok: false, detail: 'TypeError: no' })
    worker!.reply({ id: second, ok: true, reply: 'fine' })
    expect(await Promise.allSettled(calls)).toEqual([
      { status: 'rejected', reason: new Error('extract worker: TypeError: no') },
      { status: 'fulfilled', value: 'fine' },
    ])
  })

  test('a worker that dies rejects all that wait; the next call opens a new one', async () => {
    const { callExtract } = await withWorkers()
    const calls = [callExtract('a.txt', bytes), callExtract('b.txt', bytes)]
    FakeWorker.opened[0]!.dispatchEvent(new Event('error'))
    expect((await Promise.allSettled(calls)).map((call) => call.status)).toEqual(['rejected', 'rejected'])
    expect(FakeWorker.opened[0]!.isTerminated).toBe(true)
    const again = callExtract('a.txt', bytes)
    FakeWorker.opened[1]!.reply({ id: FakeWorker.opened[1]!.posted[0]!.message.id, ok: true, reply: 'again' })
    expect(await again).toBe('again')
  })

  test('a reader that hangs is given up after a minute of silence, not before; each reply begins it anew', async () => {
    const { callExtract } = await withWorkers()
    vi.useFakeTimers()
    try {
      const calls = Promise.allSettled([callExtract('a.txt', bytes), callExtract('endless.pdf', bytes)])
      const [worker] = FakeWorker.opened
      vi.advanceTimersByTime(50_000)
      worker!.reply({ id: worker!.posted[0]!.message.id, ok: true, reply: 'fine' })
      vi.advanceTimersByTime(59_000)
      worker!.reply({ sourceName: 'worker', targetName: 'main', action: 'ready' })
      expect(worker!.isTerminated).toBe(false)
      vi.advanceTimersByTime(1_000)
      expect(worker!.isTerminated).toBe(true)
      expect(await calls).toEqual([{ status: 'fulfilled', value: 'fine' }, { status: 'rejected', reason: new Error('extract worker: no answer for 60 s') }])
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('what cannot be cloned rejects and waits for nothing', async () => {
    const { callWorker } = await withWorkers()
    await expect(callWorker('extract', { bytes: () => 0 })).rejects.toThrow('could not be cloned')
  })
})

describe('serveWorker', () => {
  test('answers with the id of the request, errors as text', async () => {
    const posted: unknown[] = []
    const listeners: ((event: unknown) => Promise<void>)[] = []
    vi.stubGlobal('addEventListener', (_: string, listener: (event: unknown) => Promise<void>) => listeners.push(listener))
    vi.stubGlobal('postMessage', (message: unknown) => posted.push(message))
    const { serveWorker } = await import('#workers/serveWorker')
    serveWorker((request: number) => {
      if (request < 0) throw new RangeError('below zero')
      return request * 2
    })
    await listeners[0]!({ data: { id: 7, request: 21 } })
    await listeners[0]!({ data: { id: 8, request: -1 } })
    expect(posted).toEqual([
      { id: 7, ok: true, reply: 42 },
      { id: 8, ok: false, detail: 'RangeError: below zero' },
    ])
  })
})
