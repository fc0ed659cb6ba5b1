import { checkNode } from './checkNode.mjs'

checkNode()
// Only now: the rest is written for the Node that was asked for.
const { startHome } = await import('./startHome.mjs')
await startHome({ open: !process.argv.includes('--no-open') })
