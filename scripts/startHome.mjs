import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtDigest, digestSources, isBuildFresh } from './digestSources.mjs'
import { ensureInstalled } from './ensureInstalled.mjs'
import { openBrowser } from './openBrowser.mjs'
import { root, runCommand } from './runCommand.mjs'
import { homeHost, homePort, identityPath, serveFolder } from './server.mjs'

const home = `http://${homeHost}:${homePort}/`

/** npm start: everything from a fresh clone to a page in the browser, always at the same address. */
export async function startHome({ open }) {
  // First, because installing and building are slow and an occupied port would make both vain.
  const holder = await holderOfPort()
  if (holder.kind === 'ours') return joinHolder(holder, open)
  if (holder.kind === 'stranger') return refuse()

  await ensureInstalled()
  if (!isBuildFresh()) await buildOrExit()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  let served
  try {
    served = await serveFolder({ folder: join(root, 'dist'), build: builtDigest() ?? '', version })
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error
    // Somebody was quicker while we built.
    const late = await holderOfPort()
    return late.kind === 'ours' ? joinHolder(late, open) : refuse()
  }
  console.log(`\n准绳已启动:${home}  (按 Ctrl+C 停止)`)
  console.log(`Zhunsheng is running at ${home}  (Ctrl+C stops it)\n`)
  if (open) openBrowser(home)
  const stop = () => void served.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** @returns {Promise<{kind: 'nobody'} | {kind: 'stranger'} | {kind: 'ours', build: string}>} */
async function holderOfPort() {
  try {
    const response = await fetch(new URL(identityPath, home), { signal: AbortSignal.timeout(3000), redirect: 'error' })
    const identity = await response.json()
    return identity?.app === 'zhunsheng' ? { kind: 'ours', build: String(identity.build) } : { kind: 'stranger' }
  } catch (error) {
    return error?.cause?.code === 'ECONNREFUSED' ? { kind: 'nobody' } : { kind: 'stranger' }
  }
}

function joinHolder(holder, open) {
  console.log(`\n准绳已在运行:${home}`)
  console.log(`Zhunsheng is already running at ${home}`)
  if (holder.build !== digestSources()) {
    console.log('注意:正在运行的是另一个(较旧的)构建。要用这里的新版本,请先在它的窗口按 Ctrl+C,再运行 npm start。')
    console.log('Note: what is running is another (older) build. For the one in this folder press Ctrl+C in its window, then npm start again.')
  }
  if (open) openBrowser(home)
}

function refuse() {
  console.error(`\n端口 ${homePort} 已被其他程序占用,准绳没有启动。您的数据只属于 ${home} 这个地址,所以不会改用别的端口。请关闭占用该端口的程序后再试。`)
  console.error(`Port ${homePort} is held by another program, so Zhunsheng did not start. Your data belong to the address ${home}; no other port is used. Close that program and try again.`)
  process.exitCode = 1
}

async function buildOrExit() {
  console.log('正在构建…  Building …')
  const code = await runCommand(process.execPath, ['scripts/build.mjs', '--logLevel', 'warn'])
  if (code !== 0) {
    console.error('构建失败,见上方信息。  The build failed; the reason is above.')
    process.exit(1)
  }
}
