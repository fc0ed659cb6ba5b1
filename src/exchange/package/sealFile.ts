import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sha256 } from '#core/digest/sha256'
import { failure, success, type Result } from '#core/result'
import { checkFileDigest, withFileDigest } from '#exchange/package/fileDigest'

/**
 * A project file under a passphrase (加密). Still a zip, so that it says what it is to whoever opens it in twenty years:
 *
 *   sealed.json   format, cipher, how the key is derived, SHA-256 of sealed.bin; authenticated together with the content
 *   sealed.bin    the project file, AES-256-GCM
 *
 * The key comes from the passphrase by PBKDF2 with SHA-256; salt and initialization vector are random for every save. A lost passphrase
 * cannot be recovered by anybody.
 */
export const sealedFormat = 'zhunsheng.sealed'
/** OWASP's count for PBKDF2 with SHA-256. */
export const keyIterations = 600_000
/** A header from a stranger may not keep the laptop busy for minutes. */
const mostIterations = 10_000_000
const sealedLimits = { headerBytes: 4096, contentBytes: 512 * 2 ** 20 } as const

interface SealedHeader {
  readonly format: typeof sealedFormat
  readonly formatVersion: 1
  readonly cipher: 'AES-256-GCM'
  readonly key: { readonly derivation: 'PBKDF2-SHA-256'; readonly iterations: number; readonly salt: string }
  readonly vector: string
  readonly contentSha256: string
}

export type SealProblem =
  | { readonly kind: 'not-sealed' }
  /** No WebCrypto: a page over plain http that is not on this machine. */
  | { readonly kind: 'sealing-unavailable' }
  | { readonly kind: 'sealed-newer-than-app'; readonly found: number }
  | { readonly kind: 'damaged'; readonly path: string }
  /** The content is whole and the passphrase does not open it. */
  | { readonly kind: 'wrong-passphrase' }

/** Whether bytes are a sealed file, by what they hold; nothing is inflated but the small header. */
export function isSealed(bytes: Uint8Array): boolean {
  return readParts(bytes, { headerOnly: true }) !== null
}

/** Seals bytes under a passphrase. Every call draws a new salt and vector: the same content never gives the same file. */
export async function sealFile(content: Uint8Array, passphrase: string, iterations: number = keyIterations): Promise<Result<Uint8Array, SealProblem>> {
  if (!canSeal()) return failure({ kind: 'sealing-unavailable' })
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const vector = crypto.getRandomValues(new Uint8Array(12))
  const key = await deriveKey(passphrase, salt, iterations)
  const made = { format: sealedFormat, formatVersion: 1, cipher: 'AES-256-GCM', key: { derivation: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt) }, vector: toBase64(vector) } as const
  const bound = strToU8(JSON.stringify(made))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: vector, additionalData: bound }, key, copy(content)))
  const header: SealedHeader = { ...made, contentSha256: sha256(sealed) }
  return success(withFileDigest(zipSync({ 'sealed.json': strToU8(JSON.stringify(header)), 'sealed.bin': sealed }, { level: 0, mtime: new Date(1980, 0, 2) })))
}

/**
 * Opens a sealed file. Damage and a wrong passphrase are told apart by the digests of the file and of the content, which need no key; what
 * was altered on purpose, digests and all, cannot be told from a wrong passphrase.
 */
export async function unsealFile(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array, SealProblem>> {
  const parts = readParts(bytes, { headerOnly: false })
  if (!parts) return failure({ kind: 'not-sealed' })
  if (parts.kind === 'newer') return failure({ kind: 'sealed-newer-than-app', found: parts.found })
  if (checkFileDigest(bytes) === 'broken') return failure({ kind: 'damaged', path: '' })
  if (!canSeal()) return failure({ kind: 'sealing-unavailable' })
  const { header, content } = parts
  if (!header || !content) return failure({ kind: 'damaged', path: header ? 'sealed.bin' : 'sealed.json' })
  if (sha256(content) !== header.contentSha256) return failure({ kind: 'damaged', path: 'sealed.bin' })
  const { contentSha256: _, ...made } = header
  const key = await deriveKey(passphrase, fromBase64(header.key.salt), header.key.iterations)
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(header.vector), additionalData: strToU8(JSON.stringify(made)) }, key, copy(content))
    return success(new Uint8Array(opened))
  } catch (error) {
    // WebCrypto says OperationError for every failed authentication and nothing more.
    if (error instanceof DOMException && error.name === 'OperationError') return failure({ kind: 'wrong-passphrase' })
    throw error
  }
}

export function canSeal(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined
}

/** The passphrase as it is meant, whatever keyboard wrote it: NFC, and nothing else is taken away. */
async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

type Parts = { readonly kind: 'sealed'; readonly header: SealedHeader | null; readonly content: Uint8Array | null } | { readonly kind: 'newer'; readonly found: number }

function readParts(bytes: Uint8Array, { headerOnly }: { readonly headerOnly: boolean }): Parts | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === 'sealed.json' && originalSize <= sealedLimits.headerBytes) || (!headerOnly && name === 'sealed.bin' && originalSize <= sealedLimits.contentBytes),
    })
  } catch {
    // fflate throws on any broken archive; what it was cannot be said then.
    return null
  }
  const head = files['sealed.json']
  if (!head) return null
  const value = parseJson(head)
  if (typeof value !== 'object' || value === null || (value as { format?: unknown }).format !== sealedFormat) return null
  const found = (value as { formatVersion?: unknown }).formatVersion
  if (typeof found === 'number' && found > 1) return { kind: 'newer', found }
  return { kind: 'sealed', header: isHeader(value) ? value : null, content: files['sealed.bin'] ?? null }
}

function isHeader(value: object): value is SealedHeader {
  const { formatVersion, cipher, key, vector, contentSha256 } = value as Partial<SealedHeader>
  const { derivation, iterations, salt } = key ?? {}
  return (
    formatVersion === 1 && cipher === 'AES-256-GCM' && derivation === 'PBKDF2-SHA-256' && Number.isSafeInteger(iterations) && (iterations ?? 0) >= 1 &&
    (iterations ?? 0) <= mostIterations && isBase64(salt, 16) && isBase64(vector, 12) && typeof contentSha256 === 'string'
  )
}

function isBase64(value: unknown, length: number): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value) && value.length === Math.ceil(length / 3) * 4 && fromBase64(value).length === length
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/** WebCrypto takes no view on shared memory. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
