import type { TextEncodingName } from '#core/records/reportRecord'
import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { decodePage } from '#exchange/html/decodePage'
import { mainLines } from '#exchange/html/mainLines'
import { pageText } from '#exchange/html/pageText'

/**
 * A saved web page as its plain text. Title, publication date and address as the page states them; its markup is walked, never shown.
 * @example readHtml(bytesOf('<title>年报</title><p>一、举措</p>')) // text '一、举措', title '年报'
 */
export function readHtml(bytes: Uint8Array): Result<RawDocument, ImportProblem> {
  const decoded = decodePage(bytes)
  if (!decoded.ok) return decoded
  return documentOfPage(decoded.value.text, { format: 'html', encoding: decoded.value.encoding, address: null })
}

/** A page whose text is at hand; `address`: where its container says it came from, null = not said. */
export function documentOfPage(
  html: string,
  { format, encoding, address }: { readonly format: 'html' | 'mht'; readonly encoding: TextEncodingName | null; readonly address: string | null },
): Result<RawDocument, ImportProblem> {
  const page = pageText(html)
  if ('kind' in page) return failure(page)
  const text = mainLines(page).map((line) => line.text).join('\n')
  const { head } = page
  return success({
    format, encoding, text, pages: [],
    title: shortened(head.metas.get('articletitle') ?? head.title),
    address: webAddress(address) ?? savedFrom(html) ?? webAddress(head.canonical) ?? webAddress(head.metas.get('og:url')) ?? webAddress(head.metas.get('url')),
    published: shortened(publicationNames.map((name) => head.metas.get(name)).find((value) => value !== undefined) ?? ''),
  })
}

/** Names of the field in use on government sites, the standard's own (PubDate) first. */
const publicationNames: readonly string[] = ['pubdate', 'publishdate', 'publish-date', 'publish_date', 'publishtime', 'article:published_time', 'og:published_time', 'dc.date', 'firstpublishedtime']

/** Browsers leave this comment at a page's beginning: "saved from url=(0042)https://…". */
function savedFrom(html: string): string | null {
  return webAddress(/<!--\s{0,5}saved from url=\(\d{1,6}\)([^\s>]{1,2000})/i.exec(html.slice(0, 4096))?.[1])
}

/** Only addresses on the web: a path on somebody's disk is nobody's business. */
export function webAddress(value: string | undefined | null): string | null {
  const trimmed = value?.trim() ?? ''
  return /^https?:\/\/[^\s<>"]{1,2000}$/i.test(trimmed) ? trimmed : null
}

function shortened(value: string): string | null {
  const line = value.replace(/\s+/g, ' ').trim().slice(0, 300)
  return line === '' || isOnlySign(line) ? null : line
}

function isOnlySign(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line)
}
