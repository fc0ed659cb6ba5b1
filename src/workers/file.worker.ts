import { answerFile } from '#workers/answerFile'
import { serveWorker } from '#workers/serveWorker'

serveWorker(answerFile)
