import { answerCompute } from '#workers/answerCompute'
import { serveWorker } from '#workers/serveWorker'

serveWorker(answerCompute)
