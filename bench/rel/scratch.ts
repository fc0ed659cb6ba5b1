import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** A folder that is gone when the run is over. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `zhunsheng-rel-${name}-`))
  made.push(folder)
  return folder
}
