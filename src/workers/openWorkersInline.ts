import ComputeWorker from './compute.worker?worker&inline'
import ExtractWorker from './extract.worker?worker&inline'
import FileWorker from './file.worker?worker&inline'
import SearchWorker from './search.worker?worker&inline'
import TextWorker from './text.worker?worker&inline'
import type { workerFactories as separateFactories, WorkerFactory } from '#workers/openWorkers'

/** openWorkers for the single file: each worker is a text in it, classic (module workers fail on file:// without a word). */
export const workerFactories = {
  extract: inline(() => new ExtractWorker()),
  compute: inline(() => new ComputeWorker()),
  file: inline(() => new FileWorker()),
  search: inline(() => new SearchWorker()),
  text: inline(() => new TextWorker()),
} satisfies Record<keyof typeof separateFactories, WorkerFactory>

function inline(open: () => Worker): WorkerFactory {
  return {
    open,
    // Every browser that opens the file has workers; carrying the work twice would double the file.
    answer: () => Promise.reject(new Error('this browser opens no workers')),
  }
}
