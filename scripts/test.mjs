import { checkNode } from './checkNode.mjs'

checkNode()
const { ensureInstalled } = await import('./ensureInstalled.mjs')
await ensureInstalled()
const { findChromium } = await import('./findChromium.mjs')
const { installChromium } = await import('./installChromium.mjs')
const chromium = (await findChromium()) ?? (await installChromium())
if (chromium === null) {
  console.error('\n没有可用的 Chromium,端到端测试无法进行。请安装 Chrome、Edge 或 Chromium,或用环境变量 CHROMIUM_PATH 指明其位置,再运行 npm test。')
  console.error('There is no Chromium to run the end-to-end tests in. Install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH, then run npm test again.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}
process.env.CHROMIUM_PATH = chromium
console.log(`Chromium: ${chromium}`)
await import('./verify.mjs')
