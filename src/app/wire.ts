import type { Instant } from '#core/ids'
import type { Deps } from '#workflows/deps'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The real clock, ids and downloads. Tests of workflows bring their own. */
export function makeDeps(): Deps {
  return {
    clock: () => new Date().toISOString() as Instant,
    newId,
    appVersion: __APP_VERSION__,
    saveFile: async (name, bytes, type) => download(name, bytes, type),
  }
}

/** 26 characters of Crockford's base 32, 130 random bits: two laptops that never met do not collide. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  return Array.from(bytes, (byte) => crockford[byte & 31]).join('')
}

function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
