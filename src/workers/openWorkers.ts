/**
 * How each worker is opened, and the same work in the window for where none can be (Node). The single file puts openWorkersInline in
 * the place of this file: pages opened from a file may not load a worker from another one.
 */
export const workerFactories = {
  extract: {
    open: () => new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' }),
    answer: async () => (await import('#workers/answerExtract')).answerExtract,
  },
  compute: {
    open: () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' }),
    answer: async () => (await import('#workers/answerCompute')).answerCompute,
  },
  file: {
    open: () => new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module' }),
    answer: async () => (await import('#workers/answerFile')).answerFile,
  },
  search: {
    open: () => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
    answer: async () => (await import('#workers/answerSearch')).answerSearch,
  },
  text: {
    open: () => new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' }),
    answer: async () => (await import('#workers/answerText')).answerText,
  },
} satisfies Record<string, WorkerFactory>

export interface WorkerFactory {
  readonly open: () => Worker
  readonly answer: () => Promise<(request: never) => unknown>
}
