import { spawnSync } from 'node:child_process'
import { findChromium } from './findChromium.mjs'
import { runCommand, runTool } from './runCommand.mjs'

/** Tries the system's package, then the test tool's own installer. @returns the path, or null when neither helped. */
export async function installChromium() {
  console.log('未找到 Chromium,正在安装…  No Chromium found; installing one …')
  const asRoot = rootPrefix()
  if (asRoot !== null && has('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (args) => runCommand([...asRoot, 'apt-get'][0], [...asRoot, 'apt-get', ...args].slice(1), { env })
    // A failing mirror leaves older lists behind, which may still do.
    await apt(['update'])
    await apt(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
    const installed = await findChromium()
    if (installed !== null) return installed
  }
  await runTool('playwright-core/cli.js', ['install', '--no-shell', 'chromium'])
  return findChromium()
}

/** @returns the words before a command that needs root: none as root, sudo when it asks nothing, null when neither. */
function rootPrefix() {
  if (typeof process.getuid !== 'function') return null
  if (process.getuid() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null
}

function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}
