import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from './runCommand.mjs'

const stampPath = join(root, 'node_modules', '.zhunsheng-installed')

/** Installs from the lock file unless what it names is already there. Exits when npm fails. */
export async function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return
  if (!isInstalledByHand(JSON.parse(lock.toString('utf8')))) {
    console.log('正在按 package-lock.json 安装依赖…  Installing from package-lock.json …')
    // --include=dev: with NODE_ENV=production npm would leave out the very tools that build.
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (code !== 0) {
      console.error('安装失败,见上方 npm 的信息。  The installation failed; npm says why above.')
      process.exit(1)
    }
  }
  writeFileSync(stampPath, stamp)
}

/** npm leaves its own account of an installation; when it names every package of the lock file, somebody ran npm ci already. */
function isInstalledByHand(lock) {
  const accountPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(accountPath)) return false
  const installed = JSON.parse(readFileSync(accountPath, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => path === '' || wanted.optional || wanted.peer || installed[path]?.version === wanted.version)
}
