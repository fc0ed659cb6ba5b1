import type { ProjectId } from '#core/ids'

/** Passphrases of the projects that are open, in memory only: they go with the page. */
const passphrases = new Map<ProjectId, string>()

/** '' = the file is no longer sealed from the next save on. */
export function setPassphrase(projectId: ProjectId, passphrase: string): void {
  if (passphrase === '') passphrases.delete(projectId)
  else passphrases.set(projectId, passphrase)
}

export function passphraseOf(projectId: ProjectId): string | null {
  return passphrases.get(projectId) ?? null
}
