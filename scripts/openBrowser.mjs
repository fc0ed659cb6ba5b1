import { spawn } from 'node:child_process'

/** Opens the address in the person's browser where there is one. Never fails: the address is on the screen anyway. */
export function openBrowser(address) {
  const opener = openerOf(process.platform)
  if (opener === null) return
  try {
    const child = spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true })
    child.on('error', () => {})
    child.unref()
  } catch {
    // No browser, no harm.
  }
}

function openerOf(platform) {
  if (process.env.CI || process.env.BROWSER === 'none') return null
  if (platform === 'darwin') return ['open']
  // The empty word is the window title that `start` would otherwise take the address for.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""']
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
