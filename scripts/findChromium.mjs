import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chrome', 'msedge']

/** @returns the path of a Chromium that starts (CHROMIUM_PATH first, then PATH, then the usual places, then playwright's own), or null. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (canStart(wanted)) return wanted
    console.error(`CHROMIUM_PATH=${wanted} 无法启动,改找其他浏览器。  CHROMIUM_PATH does not start; looking elsewhere.`)
  }
  return [...onPath(), ...usualPlaces(), ...(await playwrightPlaces())].find(canStart) ?? null
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const bundles = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge']
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) => bundles.map((bundle) => join(folder, bundle)))
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)))
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
}

async function playwrightPlaces() {
  try {
    const { chromium } = await import('playwright-core')
    return [chromium.executablePath()].filter(Boolean)
  } catch {
    return []
  }
}

/** Some distributions leave a stub on the PATH that only says what to install; on Windows asking the version would open a window. */
function canStart(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
