import { answerExtract } from '#workers/answerExtract'
import { serveWorker } from '#workers/serveWorker'

serveWorker(answerExtract)
