import { digestSources, stampBuild } from './digestSources.mjs'
import { runCommand, runTool } from './runCommand.mjs'

/** npm run build: the production build in dist/, stamped with what it was made of, then its first screen against the budget. */
const digest = digestSources()
const built = await runTool('vite/bin/vite.js', ['build', ...process.argv.slice(2)])
if (built !== 0) process.exit(built)
stampBuild(digest)
process.exit(await runCommand(process.execPath, ['scripts/firstScreenSize.mjs']))
