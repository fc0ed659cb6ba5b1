import PostalMime from 'postal-mime'
import { failure, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { encodingNamed } from '#exchange/html/decodePage'
import { documentOfPage, webAddress } from '#exchange/html/readHtml'

const headBytes = 16_384

/**
 * A page saved in one file (.mht): its first HTML part, whose address is the page's. Without a charset in the part's header the page's
 * own declaration is believed. What postal-mime cannot take apart has no page in it and is damaged.
 */
export async function readMht(bytes: Uint8Array): Promise<Result<RawDocument, ImportProblem>> {
  let html = await htmlOf(bytes)
  if (html === null) return failure({ kind: 'damaged', format: 'mht' })
  const head = latin(bytes.subarray(0, headBytes))
  const stated = encodingNamed(/Content-Type:\s{0,3}text\/html;[^\n]{0,100}(?:\n[ \t][^\n]{0,100})?charset="?([\w-]{2,20})/i.exec(head)?.[1] ?? '')
  const declared = encodingNamed(/<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,20})/i.exec(html.slice(0, 4096))?.[1] ?? '')
  if (stated === null && declared === 'gb18030' && html.includes('\ufffd')) html = (await htmlOf(withCharset(bytes))) ?? html
  const encoding = stated ?? declared ?? 'utf-8'
  if (encoding === 'other') return failure({ kind: 'unknown-encoding' })
  return documentOfPage(html, { format: 'mht', encoding, address: locationOf(head) })
}

async function htmlOf(bytes: Uint8Array): Promise<string | null> {
  const message = await PostalMime.parse(bytes, { maxNestingDepth: 16, maxHeadersSize: 262_144 })
  return message.html ?? null
}

/** Says in the HTML part's header what only its page said. */
function withCharset(bytes: Uint8Array): Uint8Array {
  const changed = latin(bytes.subarray(0, headBytes)).replace(/(\r?\nContent-Type:[ \t]{0,3}text\/html)[ \t]{0,3};?/i, '$1; charset=gb18030;')
  const rest = bytes.subarray(headBytes)
  const joined = new Uint8Array(changed.length + rest.length)
  joined.set(Uint8Array.from(changed, (character) => character.charCodeAt(0)))
  joined.set(rest, changed.length)
  return joined
}

/** A character for a byte. TextDecoder's 'latin1' is windows-1252 and does not go back. */
function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function locationOf(head: string): string | null {
  const unfolded = head.replace(/\r?\n[ \t]/g, '')
  for (const name of ['Snapshot-Content-Location', 'Content-Location']) {
    const address = webAddress(new RegExp(`^${name}:[ \\t]*(\\S{1,2000})`, 'im').exec(unfolded)?.[1])
    if (address) return address
  }
  return null
}
