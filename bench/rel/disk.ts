import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from './scratch'

/** A file system of its own in a file: what lies in the file is what has reached the disk. Root, loop devices and ext4. */
export interface Disk {
  readonly image: string
  /** Where its files are. */
  readonly folder: string
  readonly unmount: () => void
}

const mounted = new Set<string>()
process.on('exit', () => {
  for (const folder of mounted) run('umount', ['-l', folder])
})

/** Why disks cannot be made here; null: they can. */
export function whyNoDisks(): string | null {
  if (process.platform !== 'linux') return 'only Linux has what it needs'
  if (process.getuid?.() !== 0) return 'it needs to be root'
  try {
    const disk = makeDisk(join(scratchFolder('try'), 'try.img'), 8)
    disk.unmount()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

export function makeDisk(image: string, megabytes: number): Disk {
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 2 ** 20)
  closeSync(file)
  mustRun('mkfs.ext4', ['-q', '-F', '-m', '0', image])
  return mountDisk(image)
}

/** Mounting repairs what a power cut left, as starting the laptop again does. */
export function mountDisk(image: string): Disk {
  const folder = join(scratchFolder('disk'), 'mounted')
  mkdirSync(folder)
  mustRun('mount', ['-o', 'loop', image, folder])
  mounted.add(folder)
  return {
    image,
    folder,
    unmount: () => {
      mustRun('umount', [folder])
      mounted.delete(folder)
    },
  }
}

/**
 * The disk as it is at this moment, without what only the system's memory holds. Copied until copy and disk are the same, so that no
 * write falls into the copying.
 */
export function cutPower(disk: Disk, to: string): void {
  for (let tries = 0; tries < 20; tries += 1) {
    mustRun('cp', ['--sparse=always', disk.image, to])
    if (run('cmp', ['-s', disk.image, to]) === 0) return
  }
  throw new Error('the disk does not come to rest')
}

function run(command: string, words: readonly string[]): number | null {
  return spawnSync(command, words, { stdio: 'ignore' }).status
}

function mustRun(command: string, words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr.trim()}`)
}
