import { statSync } from 'node:fs'
import { join } from 'node:path'
import { digestSources, stampBuild } from './digestSources.mjs'
import { root, runCommand, runTool } from './runCommand.mjs'

/**
 * npm run build: the production build in dist/ and the single file in dist-single/, stamped with what they were made of, then both
 * against their budgets.
 */
const singleFileBudgetMb = 12
const digest = digestSources()
const vite = 'vite/bin/vite.js'
const built = (await runTool(vite, ['build', ...process.argv.slice(2)])) || (await runTool(vite, ['build', '--mode', 'single', ...process.argv.slice(2)]))
if (built !== 0) process.exit(built)
stampBuild(digest)

const singleMb = statSync(join(root, 'dist-single', 'index.html')).size / 2 ** 20
console.log(`Single file: ${singleMb.toFixed(1)} of ${singleFileBudgetMb} MB`)
if (singleMb > singleFileBudgetMb) {
  console.error('The single file is beyond its budget.')
  process.exit(1)
}
process.exit(await runCommand(process.execPath, ['scripts/firstScreenSize.mjs']))
