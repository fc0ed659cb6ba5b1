import { isDayLine } from '#core/text/parseChineseDay'
import { readResidueLine } from '#core/text/residueToken'
import { isSpace } from '#core/text/splitLines'
import type { Cut } from '#core/text/textCuts'

const footStart =
  /^[\s\u3000]*[【[]?(?:相关(?:链接|阅读|文章|稿件|新闻|信息|文档|推荐|内容)|延伸阅读|友情链接|热点推荐|推荐阅读)(?=\s{0,3}(?:[:\uff1a】\]]|$))|^[\s\u3000]*(?:网站地图|关于我们|联系我们|网站声明|隐私声明|法律声明|版权(?:所有|声明)|Copyright|COPYRIGHT|©|\S{0,2}ICP备|\S{0,3}公网安备|(?:政府)?网站标识码)/
const anyFoot = /相关|延伸阅读|友情链接|推荐|网站|我们|声明|版权|copyright|©|ICP备|公网安备/i
const footWeak = /^[\s\u3000]*(?:主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|运行维护|维护单位|地址|邮编|邮政编码|联系电话|电话|传真|备案号|网站首页|首页)\s{0,3}[:\uff1a]?/
const menuWord = /^(?:(?:网站)?首页|政务公开|信息公开|政府信息公开|政务服务|办事服务|政民互动|互动交流|公众参与|新闻中心|新闻动态|数据开放|政府数据|走进.{2,4}|魅力.{2,4}|长者模式|无障碍(?:浏览|阅读)?|适老模式|关怀版|繁[体體](?:版|中文)?|简体(?:版|中文)?|English|登录|注册|个人中心|搜索|高级搜索|手机版|移动版|微信|微博|客户端|设为首页|加入收藏|智能问答|本站支持IPv6|网站支持IPv6)$/
const longestLink = 60

/**
 * Blocks that a saved page brings along: the menu before the report (lines that are words of a menu and nothing else, 首页 among them)
 * and what follows it (相关链接 and the links below, 版权所有, ICP备案). A block at the foot counts only where nothing but short lines
 * without a full stop comes after its first line, and no day of a signature: a text is never cut off.
 * @example findNavigationBlocks('……。\n相关链接\n某县举办培训班') // [{ start: 3, end: 15, kind: 'navigation-line' }]
 */
export function findNavigationBlocks(text: string): Cut[] {
  const head = findMenu(text)
  const foot = anyFoot.test(text) ? findFoot(text) : null
  return [...(head ? [head] : []), ...(foot && foot.start >= (head?.end ?? 0) ? [foot] : [])]
}

function findMenu(text: string): Cut | null {
  let at = 0
  let end = 0
  const words: string[] = []
  while (at < text.length) {
    const found = text.indexOf('\n', at)
    const lineEnd = found < 0 ? text.length : found
    if (lineEnd - at > longestLink) break
    const line = text.slice(at, lineEnd).trim()
    const read = line.split(/[\s|｜/·>\uff1e]+/).filter((word) => word !== '')
    if (!read.every((word) => menuWord.test(word))) break
    words.push(...read)
    at = Math.min(lineEnd + 1, text.length)
    if (read.length > 0) end = at
    if (found < 0) break
  }
  return words.length >= 3 && words.some((word) => /首页$/.test(word)) ? { start: 0, end, kind: 'navigation-line' } : null
}

/** Goes up from the end as long as lines could be links; the block begins at the topmost line that says so. */
function findFoot(text: string): Cut | null {
  let start: number | null = null
  let to = text.length
  let weakFrom: number | null = null
  while (to > 0) {
    const from = text.lastIndexOf('\n', to - 1) + 1
    const line = text.slice(from, Math.min(to, from + 400))
    const isBlank = isBlankStretch(text, from, to)
    if (!isBlank && !couldBeLink(line.trim())) break
    if (!isBlank && footStart.test(line)) {
      start = from
      weakFrom = from
    } else if (!isBlank && weakFrom !== null && footWeak.test(line)) {
      start = from
      weakFrom = from
    } else if (!isBlank) {
      weakFrom = null
    }
    to = from - 1
  }
  return start === null ? null : { start, end: text.length, kind: 'navigation-line' }
}

function couldBeLink(line: string): boolean {
  if (readResidueLine(line) !== null) return true
  if (line.length > longestLink && !/ICP备|公网安备|版权所有/.test(line)) return false
  return !line.includes('。') && !(isDayLine(line) && /年/.test(line)) && !/^附件/.test(line)
}

function isBlankStretch(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) return false
  return true
}
