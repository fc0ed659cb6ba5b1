import type { OutsideProof, ProofFile } from '#core/evidence/outsideProof'
import type { Sha256 } from '#core/ids'
import type { Result } from '#core/result'
import type { AttachmentProblem } from '#workflows/keepAttachment'

/** What the card needs to keep and to show the files of outside proofs. */
export interface ProofFiles {
  readonly keep: (file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }) => Promise<Result<ProofFile, AttachmentProblem>>
  readonly read: (hash: Sha256) => Promise<Uint8Array | undefined>
  readonly save: (file: ProofFile, bytes: Uint8Array) => Promise<void>
}

/** "1.2 MB", "640 KB": as file managers count. */
export function sizeWords(bytes: number): string {
  return bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

export function isPicture({ mediaType }: Pick<ProofFile, 'mediaType'>): boolean {
  return mediaType.startsWith('image/')
}

/** An address as it may be kept: of the web, or none. null: it is neither. */
export function webAddress(typed: string): string | null {
  const address = typed.trim()
  if (address === '') return ''
  try {
    const { protocol, hostname } = new URL(address)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? address : null
  } catch {
    return null
  }
}

/** Where it was seen, in short: the host of the address, else the name of the file, else the note. */
export function proofName({ address, file, note }: OutsideProof): string {
  const host = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1]
  return host ?? file?.name ?? note
}
