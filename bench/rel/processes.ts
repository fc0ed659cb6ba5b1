import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The processes of the browser that was started with this profile: those that name it, and all that they started. The browser's own
 * process comes first. By id, since nothing else may be touched. Linux.
 */
export function processesOf(profile: string): number[] {
  const named: number[] = []
  const childrenOf = new Map<number, number[]>()
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const found = lookAt(id)
    if (!found) continue
    childrenOf.set(found.parent, [...(childrenOf.get(found.parent) ?? []), id])
    if (found.words.includes(`--user-data-dir=${profile}`)) named.push(id)
  }
  const all = new Set<number>()
  for (const queue = [...named]; queue.length > 0;) {
    const id = queue.shift() as number
    if (all.has(id)) continue
    all.add(id)
    queue.push(...(childrenOf.get(id) ?? []))
  }
  return [...all].sort((a, b) => a - b)
}

function lookAt(id: number): { readonly parent: number; readonly words: readonly string[] } | null {
  try {
    const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
    const parent = Number(/\)\s\S\s(\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1])
    return { parent, words }
  } catch {
    // Ended between the list and the look.
    return null
  }
}

export function signalAll(ids: readonly number[], signal: 'SIGKILL' | 'SIGSTOP'): void {
  for (const id of ids) {
    try {
      process.kill(id, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** Waits until none of them runs (one that its parent has not asked after counts as ended), then takes the browser's lock away. */
export async function afterTheEnd(ids: readonly number[], profile: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (ids.some(runs)) {
    if (Date.now() > deadline) throw new Error(`still running after SIGKILL: ${ids.filter(runs).join(' ')}`)
    await pause(10)
  }
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(profile, lock), { force: true })
}

function runs(id: number): boolean {
  try {
    return !/\)\s[ZX]\s/.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}
