import type { ProjectId } from '#core/ids'

/** Passphrases of the projects that are open, in memory only: they go with the page. */
const passphrases = new Map<ProjectId, string>()

/** '' forgets it; whether the file stays sealed is another question (`saveWork` with `inClear`). */
export function setPassphrase(projectId: ProjectId, passphrase: string): void {
  if (passphrase === '') passphrases.delete(projectId)
  else passphrases.set(projectId, passphrase)
}

export function passphraseOf(projectId: ProjectId): string | null {
  return passphrases.get(projectId) ?? null
}

/** Whether this page can seal at all: browsers offer their cryptography on https, on this machine and to local files only. */
export function sealingAvailable(): boolean {
  return globalThis.crypto?.subtle !== undefined
}
