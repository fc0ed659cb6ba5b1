import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program with its output on the screen; resolves to its exit code (1 when it cannot be started). Never reads stdin. */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs an installed tool by its script, which is the same on every system (`node_modules/.bin` is not). */
export function runTool(script, args, options = {}) {
  return runCommand(process.execPath, [fileURLToPath(new URL(`../node_modules/${script}`, import.meta.url)), ...args], options)
}

/** Runs npm itself: by its script when npm started us, else by name (on Windows that is a .cmd, which needs a shell). */
export function runNpm(args) {
  const script = process.env.npm_execpath
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return runCommand(process.execPath, [script, ...args])
  return runCommand('npm', args, { shell: process.platform === 'win32' })
}
