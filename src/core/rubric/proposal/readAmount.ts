import { numeral, readNumeral } from '#core/rubric/proposal/readNumeral'
import type { Amount } from '#core/rubric/proposal/statement'

/** An amount at the end of a phrase, and the wording in front of it. */
export interface TrailingAmount {
  readonly before: string
  readonly amount: Amount
  /** "/次": said behind the amount. */
  readonly each: boolean
}

const ofItem = '(?:本项|该项|此项|项目)?(?:标准|总)?(?:分值|得分|总分|满分|分数|分)?的?'
const perEvent = '(?:/(?:每)?(?:次|件|项|处|起|人次|人|例|个|份|条|天|日|篇|期|家)|每(?:次|件|项|处|起))?'
const loss = new RegExp(`(扣除|扣减|扣掉|减去|扣|减|-)(${ofItem})(${numeral})(分值|分|%的?(?:分值|得分|分)?|)(${perEvent})$`)
const wholeLoss = /(?:扣除|扣)(?:本项|该项|此项)?(?:全部分值|全部分|全分|完|光)$/
const zero = /(?:本项|该项|此项)?(?:不得分|不计分|不给分|不加分|不予计分|不予得分|不予加分|无分|(?:得|计|记|为|给)?(?:0|零)分)$/
const full = /(?:得|计|给|为|记)?(?:本项|该项|此项)?(?:满分|全分|全部分值|全部分数)$/
const half = /(?:得|计|给|记)?(?:本项|该项|此项)?(?:分值|满分)?的?(?:一半分值|一半分数|一半分|一半)$|减半(?:得分|计分|给分|记分)$/
const gain = new RegExp(`(得|计|记|给|为|赋|加|评|奖|[+:])?(${numeral})分(${perEvent})$`)
const gainShare = new RegExp(`(?:得|占|计|给|记)(${ofItem})(${numeral})%(?:的?(?:分值|得分|分))?$`)

/**
 * Reads "扣0.3分", "-1分/次", "扣完" at the end of a phrase as a loss; null when there is none. A range ("扣0.5-1分") is none.
 * @example readLoss('每少一次扣0.3分') // before '每少一次', 0.3 points
 */
export function readLoss(text: string): TrailingAmount | null {
  const whole = wholeLoss.exec(text)
  if (whole) return { before: text.slice(0, whole.index), amount: { kind: 'full' }, each: false }
  const found = loss.exec(text)
  if (!found) return null
  const before = text.slice(0, found.index)
  const [, verb, of = '', number = '', sign = '', suffix] = found
  // A dash behind a number joins a range; 加减 is no loss.
  if (verb === '-' && /[\d%分年月日.]$/.test(before)) return null
  const decimal = readNumeral(number)
  if (decimal === null) return null
  const amount: Amount = sign.startsWith('%') ? { kind: 'share', percent: decimal, ofItem: of !== '' || sign.length > 1 } : { kind: 'points', decimal }
  return { before, amount, each: suffix !== '' }
}

/**
 * Reads "得2分", "得满分", "不得分", "得50%", "优秀5分" at the end of a phrase as points that are given; null when there is none.
 * Chinese numerals count only behind a verb ("部分", "十分" are words).
 * @example readGain('按期报送得2分') // before '按期报送', 2 points
 */
export function readGain(text: string): TrailingAmount | null {
  for (const [pattern, amount] of [[zero, { kind: 'zero' }], [full, { kind: 'full' }], [half, { kind: 'share', percent: '50', ofItem: true }]] as const) {
    const found = pattern.exec(text)
    if (found) return { before: text.slice(0, found.index), amount, each: false }
  }
  const share = gainShare.exec(text)
  if (share) {
    const percent = readNumeral(share[2] ?? '')
    return percent === null ? null : { before: text.slice(0, share.index), amount: { kind: 'share', percent, ofItem: true }, each: false }
  }
  const found = gain.exec(text)
  if (!found) return null
  const before = text.slice(0, found.index)
  const [, verb, number = '', suffix] = found
  const decimal = readNumeral(number)
  if (decimal === null || (verb === undefined && (!/^\d/.test(number) || /[\d.\-~]$/.test(before)))) return null
  return { before, amount: Number(decimal) === 0 ? { kind: 'zero' } : { kind: 'points', decimal }, each: suffix !== '' }
}
