import { failure, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import { reportSizeLimit } from '#exchange/text/decodeText'
import { workerFactories } from '#workers/openWorkers'
import type { WorkerReply, WorkerRequest } from '#workers/serveWorker'

export type WorkerName = keyof typeof workerFactories

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
}
interface OpenWorker {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  /** Rejects all that wait and ends the worker. */
  readonly fail: (detail: string) => void
  silence: ReturnType<typeof setTimeout> | undefined
}

/**
 * How long a worker that has work may say nothing before it is given up. Files come from strangers, and whether a PDF ever ends cannot be
 * told beforehand; no sound one takes a tenth of this. The other workers' work is our own.
 */
const mostSilenceMs: Partial<Record<WorkerName, number>> = { extract: 60_000 }

const openWorkers = new Map<WorkerName, OpenWorker>()
let lastId = 0

/** Reads a dropped report in the background. The bytes are copied, never taken away: the caller stores them afterwards. */
export async function callExtract(fileName: string, bytes: Uint8Array): Promise<Result<ReportProposal, ImportProblem>> {
  if (bytes.length > reportSizeLimit) return failure({ kind: 'too-large', sizeBytes: bytes.length, limitBytes: reportSizeLimit })
  return callWorker('extract', { fileName, bytes })
}

/**
 * Asks a worker and waits for its reply. What the worker throws, and a worker that dies or hangs, reject with an Error; the next call
 * opens a new one. Without workers (Node) the same work runs here.
 * `transfer` hands buffers over instead of copying them; they are empty for the caller afterwards.
 */
export async function callWorker<Request, Reply>(name: WorkerName, request: Request, transfer: readonly Transferable[] = []): Promise<Reply> {
  if (typeof Worker === 'undefined') {
    const answer: (request: never) => unknown = await workerFactories[name].answer()
    return (await answer(request as never)) as Reply
  }
  const opened = openWorkers.get(name) ?? openWorker(name)
  const { worker, waiting } = opened
  const id = (lastId += 1)
  return new Promise<Reply>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (reply: unknown) => void, reject })
    const message: WorkerRequest = { id, request }
    try {
      worker.postMessage(message, [...transfer])
      if (waiting.size === 1) awaitReply(name, opened)
    } catch (error) {
      waiting.delete(id)
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

function openWorker(name: WorkerName): OpenWorker {
  const { open } = workerFactories[name]
  const opened: OpenWorker = { worker: open(), waiting: new Map(), fail, silence: undefined }
  const { worker, waiting } = opened
  worker.addEventListener('message', (event: MessageEvent<WorkerReply>) => {
    const message = event.data
    const call = waiting.get(message.id)
    // A library inside the worker may post words of its own (pdf.js says "ready").
    if (!call) return
    waiting.delete(message.id)
    awaitReply(name, opened)
    if (message.ok) call.resolve(message.reply)
    else call.reject(new Error(`${name} worker: ${message.detail}`))
  })
  worker.addEventListener('error', (event) => fail(event.message || 'did not start'))
  worker.addEventListener('messageerror', () => fail('unreadable reply'))
  openWorkers.set(name, opened)
  return opened

  function fail(detail: string): void {
    clearTimeout(opened.silence)
    openWorkers.delete(name)
    worker.terminate()
    for (const call of waiting.values()) call.reject(new Error(`${name} worker: ${detail}`))
    waiting.clear()
  }
}

/** Begins to count the worker's silence anew, if anybody waits. */
function awaitReply(name: WorkerName, opened: OpenWorker): void {
  clearTimeout(opened.silence)
  const limit = mostSilenceMs[name]
  opened.silence = limit !== undefined && opened.waiting.size > 0 ? setTimeout(() => opened.fail(`no answer for ${limit / 1000} s`), limit) : undefined
}
