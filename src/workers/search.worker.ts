import { answerSearch } from '#workers/answerSearch'
import { serveWorker } from '#workers/serveWorker'

serveWorker(answerSearch)
