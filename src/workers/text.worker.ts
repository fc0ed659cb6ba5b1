import { answerText } from '#workers/answerText'
import { serveWorker } from '#workers/serveWorker'

serveWorker(answerText)
