import type { ResidueKind } from '#core/records/reportRecord'
import { isSpace } from '#core/text/splitLines'

/**
 * The pieces that a website leaves around a report (网页残留), as tokens read from a given place in a line. A line that is nothing
 * but such tokens is residue as a whole. Every pattern is sticky and bounded, hence linear, and needs words that no sentence
 * of a report consists of: a bare "大中小" is the start of 大中小学 and is never taken without its label.
 */
interface ResiduePattern {
  readonly kind: ResidueKind
  readonly pattern: RegExp
  /** 'glued': also taken off the start or the end of a line that goes on; 'end': off its end; 'line': only as a whole line. */
  readonly reach: 'glued' | 'end' | 'line'
}

const gap = String.raw`[\s\[\]【】()\uff08\uff09|｜/、·]{0,4}`
const bar = `${gap}(?:(?:超大|特大|最大)${gap})?(?:大${gap}中${gap}小|小${gap}中${gap}大)(?:${gap}默认)?[\\s\\]】)\uff09]{0,4}`
const label = String.raw`[\[【]?\s{0,3}(?:选择|阅读)?(?:字体大小|字号大小|文字大小|字号|字体)\s{0,3}(?:[:\uff1a]|(?=\s{0,3}[\[【(\uff08]?\s{0,3}[大小]))`
const open = String.raw`[\[【(\uff08]?\s{0,3}`
const close = String.raw`\s{0,3}[\]】)\uff09]?`
const name = String.raw`\s{0,3}[\p{Script=Han}A-Za-z·]{0,10}`

const fontSizeLabel = new RegExp(`^${label}\\s{0,3}$`)
const fontSizeBarOnly = new RegExp(bar, 'y')

const patterns: readonly ResiduePattern[] = [
  { kind: 'font-size-bar', reach: 'glued', pattern: new RegExp(`${label}${bar}`, 'y') },
  { kind: 'font-size-bar', reach: 'line', pattern: new RegExp(`${label}|${bar}`, 'y') },
  {
    kind: 'scan-code-line', reach: 'end',
    pattern: /[(\uff08【]?(?:请)?(?:用|使用|打开)?(?:手机|微信)?(?:扫码|扫一扫|扫描)[^。;\uff1b!\uff01?\uff1f,\uff0c\n]{0,20}(?:本页|当前页|此页|该页|本文|网页|页面|朋友圈)(?:面|内容|信息|浏览|查看|阅读|打开|分享){0,3}[)\uff09】]?/y,
  },
  { kind: 'scan-code-line', reach: 'end', pattern: /(?:扫一扫|扫码)\s{0,3}(?:在|用|使用|到)?手机(?:端|上)?(?:浏览|查看|阅读|访问|打开)/y },
  { kind: 'scan-code-line', reach: 'line', pattern: /(?:手机|微信)?扫一扫(?:[:\uff1a]?\s{0,3}分享)?/y },
  { kind: 'print-close-line', reach: 'glued', pattern: /[[【]\s{0,3}(?:打印(?:本页|此页|本文|页面)?|关闭(?:窗口|本页|页面)?|返回顶部|加入收藏|收藏)\s{0,3}[\]】]/y },
  { kind: 'print-close-line', reach: 'end', pattern: /打印(?:本页|此页|本文|页面)|关闭(?:窗口|本页|页面)|(?:返回|回到)顶部|返回列表/y },
  { kind: 'print-close-line', reach: 'line', pattern: new RegExp(`${open}(?:打印|关闭|返回首页|返回上一页|返回|收藏本页|加入收藏|收藏|我要纠错|纠错|TOP|Top)${close}`, 'y') },
  { kind: 'print-close-line', reach: 'line', pattern: /分享(?:到|至)?\s{0,3}[:\uff1a]?(?:\s{0,3}(?:微信好友|微信|朋友圈|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|更多)){0,8}/y },
  { kind: 'editor-line', reach: 'end', pattern: new RegExp(`${open}(?:责任编辑|责编|编辑)${String.raw`\s{0,3}[:\uff1a]`}${name}${close}`, 'yu') },
  { kind: 'editor-line', reach: 'line', pattern: new RegExp(`${open}(?:网站编辑|校对|初审|复审|终审|审核人|审核|编审|一审|二审|三审|录入|信息员|供稿|撰稿)${String.raw`\s{0,3}[:\uff1a]`}${name}${close}`, 'yu') },
  { kind: 'counter-line', reach: 'end', pattern: /(?:浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读数|阅读|点击次数|点击量|点击数|点击率|点击|访问次数|访问量|人气)\s{0,3}(?:[:\uff1a]\s{0,3}\[?\s{0,3}[\d,]{0,9}|\[?\s{0,3}[\d,]{1,9})\s{0,3}\]?\s{0,3}(?:人次|次)?/y },
  { kind: 'counter-line', reach: 'line', pattern: /本文(?:已)?被(?:浏览|阅读|点击)(?:了|过)?\s{0,3}\d{0,9}\s{0,3}次/y },
  { kind: 'empty-publication-line', reach: 'line', pattern: /(?:发布时间|发布日期|发表时间|发表日期|发稿时间|公开日期|信息时间|更新时间|成文日期|时间|日期|信息来源|文章来源|稿件来源|来源|发布机构|发布单位|发布者|发布人|作者)\s{0,3}[:\uff1a]/y },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:(?:您|你)?(?:当前|现在|目前)(?:的|所在|所在的)?|所在|您的|您所在的)位置(?:是)?\s{0,3}[:\uff1a][^。;\uff1b!\uff01?\uff1f]{0,120}$/y },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:位置\s{0,3}[:\uff1a]\s{0,3})?(?:网站)?首页\s{0,3}[>\uff1e»›→/|｜][^。;\uff1b!\uff01?\uff1f]{0,120}$/y },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:上一篇|下一篇|上一条|下一条|相关链接|相关阅读|相关文章)\s{0,3}(?:[:\uff1a][^。]{0,120})?$/y },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:版权所有|版权声明)\s{0,3}(?:[:\uff1a©]|@)[^。]{0,120}$|(?:Copyright|COPYRIGHT)\b[^。]{0,120}$|©[^。]{0,120}$/y },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:备案(?:序)?号\s{0,3}[:\uff1a]?\s{0,3})?\p{Script=Han}{1,2}ICP[备证]\s{0,3}\d{4,12}\s{0,3}号?(?:-\d{1,3})?/uy },
  { kind: 'navigation-line', reach: 'line', pattern: /\p{Script=Han}{1,2}公网安备\s{0,3}\d{6,16}\s{0,3}号?/uy },
  { kind: 'navigation-line', reach: 'line', pattern: /(?:政府)?网站标识码\s{0,3}[:\uff1a]\s{0,3}[A-Za-z]{0,2}\d{6,14}/y },
  { kind: 'page-number', reach: 'line', pattern: /[-—–\uff0d]{1,2}\s{0,3}\d{1,4}\s{0,3}[-—–\uff0d]{1,2}(?!\d)/y },
  { kind: 'page-number', reach: 'line', pattern: /第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[,\uff0c/]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?/y },
  { kind: 'page-number', reach: 'line', pattern: /Page\s{1,3}\d{1,4}\s{1,3}of\s{1,3}\d{1,4}/y },
]

const separator = /[\s|｜/·,\uff0c;\uff1b、]{1,12}/y

/** Whether a line is a page number and nothing else: — 3 —, 第3页 共12页. */
export function isPageNumberLine(line: string): boolean {
  return line.length <= 20 && readResidueLine(line) === 'page-number'
}

/** The kind of a line that is residue from start to end, read after its first token; null when it is anything else. */
export function readResidueLine(line: string): ResidueKind | null {
  return line.length >= 2 && line.length <= 200 && couldBegin.test(line) ? readTokens(line, 0, ['glued', 'end', 'line']) : null
}

/** The first characters of all patterns: most lines of a report begin with others, and there may be millions. */
const couldBegin = /^(?:[\s[\]【】()\uff08\uff09|｜/、·©大小超特最字选阅文请用使打手微扫关返回分责编浏点访人本发公信更成时日来稿作您你当现目所位网首上下相版备政第-]|[-—–\uff0dCPT]|校对|初审|复审|终审|审核|一审|二审|三审|录入|供稿|撰稿|我要|纠错|加入|收藏|\p{Script=Han}{1,2}(?:ICP|公网))/u

/** Length of the residue glued before a line's text; `afterLabel`: a line "字号:" went before, so a bare bar counts too. */
export function readLeadingResidue(line: string, situation: { readonly afterLabel: boolean }): { kind: ResidueKind; length: number } | null {
  if (!situation.afterLabel && !couldLead.test(line)) return null
  const head = line.slice(0, 80)
  for (const { kind, pattern, reach } of patterns) {
    if (reach !== 'glued') continue
    const length = matchAt(pattern, head, 0)
    if (length > 0) return { kind, length }
  }
  const length = situation.afterLabel ? matchAt(fontSizeBarOnly, head, 0) : 0
  return length > 0 ? { kind: 'font-size-bar', length } : null
}

const couldLead = /^[[【字选阅文]/
const endHint = /字号|字体|扫|打印|关闭|顶部|返回|编辑|责编|浏览|阅读|点击|访问|人气|收藏/
const sentenceEnd = /[。!\uff01?\uff1f”")\uff09】\]]/
const metadataStart = /^(?:发布|发表|发稿|公开|信息|更新|成文|文章|稿件|来源|作者|时间|日期|索引)[^。]{0,6}[:\uff1a]/

/** Where the residue after a line's text begins: after a sentence end, or anywhere after a space in a line of page data. */
export function readTrailingResidue(line: string): { kind: ResidueKind; from: number } | null {
  const floor = Math.max(1, line.length - 80)
  if (!endHint.test(line.slice(floor))) return null
  const isPageData = metadataStart.test(line)
  let before = floor
  while (before > 0 && isSpace(line.charCodeAt(before - 1))) before -= 1
  for (let from = floor; from < line.length; from += 1) {
    if (from > floor && !isSpace(line.charCodeAt(from - 1))) before = from
    const afterSentence = sentenceEnd.test(line[before - 1] ?? '')
    if (!afterSentence && !(isPageData && before < from)) continue
    const kind = readTokens(line, from, ['glued', 'end'])
    if (kind) return { kind, from: before }
  }
  return null
}

/** Whether a line is the label of a font-size bar whose bar stands in the next line. */
export function isFontSizeLabel(line: string): boolean {
  return line.length <= 20 && fontSizeLabel.test(line)
}

function readTokens(line: string, from: number, reaches: readonly ResiduePattern['reach'][]): ResidueKind | null {
  let kind: ResidueKind | null = null
  let at = from
  while (at < line.length) {
    let length = 0
    for (const token of patterns) {
      if (!reaches.includes(token.reach)) continue
      length = matchAt(token.pattern, line, at)
      if (length > 0) {
        kind ??= token.kind
        break
      }
    }
    if (length === 0) return null
    at += length
    at += matchAt(separator, line, at)
  }
  return kind
}

function matchAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(line)?.[0].length ?? 0
}
