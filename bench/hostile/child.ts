import { readFileSync } from 'node:fs'
import { readDocument } from '#exchange/readDocument'

// Reads one file as the program would and says how it ended, how long it took and how far memory rose above what was there before. A
// sound report of the same kind is read first, so that what is measured is the file and not the loading of its reader.

const kinds = [['%PDF', 'report.pdf'], ['PK', 'report.docx'], ['<html', 'report.html'], ['MIME', 'report.mht']] as const
const bytes = new Uint8Array(readFileSync(process.argv[2]!))
const head = String.fromCharCode(...bytes.subarray(0, 8))
const sound = kinds.find(([sign]) => head.startsWith(sign))?.[1]
if (sound) await readDocument(sound, new Uint8Array(readFileSync(new URL(`../../tests/samples/reports/${sound}`, import.meta.url))))
const before = process.resourceUsage().maxRSS
const start = performance.now()
const worked = process.cpuUsage()
const read = await readDocument('报告.txt', bytes)
const { user, system } = process.cpuUsage(worked)
const milliseconds = performance.now() - start
process.stdout.write(JSON.stringify({ refusal: read.ok ? null : read.problem.kind, milliseconds, worked: (user + system) / 1000, megabytes: (process.resourceUsage().maxRSS - before) / 1024 }))
