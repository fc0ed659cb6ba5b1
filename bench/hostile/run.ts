import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostileFiles } from '../../tests/samples/hostile/hostileFiles'

// npm run bench:hostile: every hostile file in a Node child of its own: refused for its reason, within a second and 100 MB of memory
// above what the child has after reading a sound report of the same kind. Ends with 1 if one is not. The second is one of processor time
// (all threads): reading waits for nothing, so on an idle machine it is no less than the clock's; the clock's is printed beside it.

const bar = { milliseconds: 1000, megabytes: 100 }
const child = fileURLToPath(new URL('./child.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-hostile-'))
const failures: string[] = []

for (const [index, file] of hostileFiles.entries()) {
  const path = join(folder, String(index))
  writeFileSync(path, file.make())
  const runs = [1, 2, 3].map(() => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', child, path], { encoding: 'utf8' })) as { refusal: string | null; milliseconds: number; worked: number; megabytes: number })
  const [low, middle] = runs.sort((a, b) => a.worked - b.worked)
  const megabytes = Math.max(...runs.map((run) => run.megabytes))
  const fits = low!.refusal === file.problem && middle!.worked <= bar.milliseconds && megabytes <= bar.megabytes
  if (!fits) failures.push(file.name)
  console.log(`${fits ? 'ok  ' : 'FAIL'} ${middle!.worked.toFixed(0).padStart(5)} ms (clock ${middle!.milliseconds.toFixed(0).padStart(5)}) ${megabytes.toFixed(0).padStart(4)} MB  ${(low!.refusal ?? 'READ').padEnd(18)} ${file.name}`)
}
rmSync(folder, { recursive: true })
console.log(`${hostileFiles.length} files, ${failures.length} beyond the bar of ${bar.milliseconds} ms of processor time and ${bar.megabytes} MB (median of 3 runs, largest memory)`)
process.exitCode = failures.length > 0 ? 1 : 0
