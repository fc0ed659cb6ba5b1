import { numeral, readNumeral } from '#core/rubric/proposal/readNumeral'
import type { Phrase } from '#core/rubric/proposal/splitStandard'
import type { Amount, Statement } from '#core/rubric/proposal/statement'

const words = [
  '不得超过', '不能超过', '不可超过', '不超过', '不超出', '不高于', '不多于', '不得高于', '最多', '最高', '最大', '至多', '封顶', '上限', '为限', '为止',
  '累计', '合计', '共计', '总计', '单项', '本项', '该项', '此项', '每项', '全年', '年度', '各项', '以上', '扣分', '得分', '加分', '计分', '记分', '分值', '总分', '总和', '之和', '最终',
  '总共', '扣完', '扣', '得', '加', '计', '给', '奖', '总', '共', '满', '均', '可', '以', '为', '至', '到', '的', '但', '且', '直',
]
const token = new RegExp(`${words.join('|')}|(${numeral})分?`, 'y')
const limits = /不得超过|不能超过|不可超过|不超过|不超出|不高于|不多于|不得高于|最多|最高|最大|至多|封顶|上限|为限|为止/
const untilGone = /^(?:直至|直到|以|至)?(?:本项|该项|此项)?(?:分值|分数|分)?扣(?:完|光|尽)(?:本项|该项|此项)?(?:分值|分数|分)?为止$|^(?:直至|直到|至)扣(?:完|光|尽)$/
const untilFull = /^(?:直至|直到|加至|加到|至|得|加)?(?:本项|该项)?(?:满分|加满|得满)为止$|^(?:累计)?不(?:得)?超过(?:本项|该项|此项)?(?:总分|满分|分值|标准分)$|^(?:单项)?扣分(?:之和)?不(?:得)?超过(?:本项|该项|此项)(?:总分|满分|分值)$/
const noNegative = /^(?:本项|该项|此项)?(?:不计负分|不记负分|不出现负分|不倒扣分|不倒扣|最低(?:得|计|为)?(?:0|零)分)$/
const floor = new RegExp(`^(?:本项|该项|此项)?最低(?:得|计|为|记)?(${numeral})分$`)

/**
 * Reads "累计不超过1.2分", "最多加2分", "扣完为止", "最低0分"; null when the phrase says anything beside that.
 * 本项, 合计 and the like make it a cap on the whole item; 单项 and 每项 on the cause before it.
 */
export function readCap(phrase: Phrase): Statement | null {
  const { text } = phrase
  const phrases = [phrase]
  const whole = { scope: 'whole', alone: true, amount: { kind: 'full' }, phrases } as const
  if (untilGone.test(text) || noNegative.test(text)) return { kind: 'cap', of: 'lose', ...whole }
  if (untilFull.test(text)) return { kind: 'cap', of: text.includes('扣') ? 'lose' : 'any', ...whole }
  const least = floor.exec(text)
  const leastDecimal = least && readNumeral(least[1] ?? '')
  if (leastDecimal) return { kind: 'floor', amount: { kind: 'points', decimal: leastDecimal }, phrases }
  const amount = readLimit(text)
  if (amount === null) return null
  return {
    kind: 'cap',
    of: text.includes('扣') ? 'lose' : /加|得|奖/.test(text.replaceAll('不得', '')) ? 'gain' : 'any',
    scope: /本项|该项|此项|合计|共计|总计|各项|以上|总/.test(text) ? 'whole' : 'near',
    alone: false,
    amount,
    phrases,
  }
}

/** The one number of a phrase that consists of words of a limit only. */
function readLimit(text: string): Amount | null {
  if (text.length > 30 || !limits.test(text)) return null
  let found: string | null = null
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const match = token.exec(text)
    if (match === null) return null
    if (match[1] === undefined) continue
    if (found !== null) return null
    found = readNumeral(match[1])
  }
  return found === null ? null : { kind: 'points', decimal: found }
}
