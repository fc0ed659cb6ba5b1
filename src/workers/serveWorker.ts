/** What passes between the page and a worker. Thrown errors travel as text: an Error loses its kind on the way anyway. */
export interface WorkerRequest {
  readonly id: number
  readonly request: unknown
}
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly reply: unknown }
  | { readonly id: number; readonly ok: false; readonly detail: string }

/** Makes the worker it is called in answer every request with `answer`. A worker entry is an import and this call. */
export function serveWorker<Request, Reply>(answer: (request: Request) => Reply | Promise<Reply>): void {
  addEventListener('message', async (event: MessageEvent<WorkerRequest>) => {
    const { id, request } = event.data
    let message: WorkerReply
    try {
      message = { id, ok: true, reply: await answer(request as Request) }
    } catch (error) {
      message = { id, ok: false, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
    }
    postMessage(message)
  })
}
