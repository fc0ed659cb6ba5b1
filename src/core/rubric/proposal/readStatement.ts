import { numeral, readNumeral } from '#core/rubric/proposal/readNumeral'
import { readGain, readLoss } from '#core/rubric/proposal/readAmount'
import { readCap } from '#core/rubric/proposal/readCap'
import { readRank } from '#core/rubric/proposal/readRank'
import type { Phrase } from '#core/rubric/proposal/splitStandard'
import type { Statement } from '#core/rubric/proposal/statement'

const discretion = /酌情|视情|适当(?:扣|给|加|减)|酌(?:扣|减|给)|从重扣|从严扣|根据(?:实际|具体)?情况|综合(?:评定|评判|评价|打分)|由[^,]{0,20}(?:评定|打分)/
const range = new RegExp(`(?:扣|得|计|给|加|减|^|[^\\d.])${numeral}分?(?:[-~]|至|到)${numeral}分$`)
const proportion = /^(.{0,40}?)(?:按照|按|依)(?:其|实际|相应|完成|相应的|一定)?(?:比例|百分比|占比)(?:计算|折算|换算|递减|递增)?(?:得分|计分|给分|赋分|扣分|记分|分值|分)?$/
const between = /^(?:其间|期间|之间|中间|两者之间|介于两者之间|介于两者间|其余|其他)?(?:的|部分)?(?:按照|按)?(?:比例|线性|插值|内插法|插值法|线性插值法|直线内插法)(?:插值)?(?:计算|折算|换算|递减)?(?:得分|计分|给分|赋分|分值|分)?$/
const measured = /^(.{0,40}?)(?:按照|按|依据?)([^,]{1,30}?(?:率|比例|占比|比重))(?:计算|折算|换算)?(?:得分|计分|给分|赋分|记分)$/
const reference = /^(?:引用|采用|依据|以|按照|按)?(.{2,30}?(?:考核|评估|评价|测评|考评|排名|成绩)(?:的)?(?:得分|分数|结果|成绩))(?:,?按比例)?(?:折算|换算)(?:计入|计分|得分|为本项得分|成本项得分)?$/
const remark = /^(?:评分方法|评分方式|考核方式|评价方式|资料来源|数据来源|证明材料|评分标准|扣分标准|加分标准|计分方法|计分办法|评分办法|评分细则|考核标准|得分标准|查阅|查看|实地查看|现场查看|实地抽查|随机抽查|听取|网上检索|调阅)/
const eachWord = /每|按次|逐(?:次|件|项)/
/** Periods are no events: 每季度 says how often something is due. */
const eachPeriod = /每(?:个)?(?:半年|季度|季|年度|年|月|周)/g
const oneEvent = /(?:发生|发现|出现|查实|存在|缺少|遗漏|有)(?:一|1)(?:次|件|处|起|项|人次|人|例|个|份|条|卷|案)(?!及?以上)|(?:一|1)个?(?:次|件|处|起|项|人次|人|例|个|份|条|天|日|篇|期|家|宗|户|名|场|岁|本|卷|案|环节|个?百分点)(?:的)?$/

/** What one phrase says. Every phrase has a statement; one without a known meaning is `open`. */
export function readStatement(phrase: Phrase): Statement {
  const { text } = phrase
  const phrases = [phrase]
  const cap = readCap(phrase)
  if (cap) return cap
  const rank = readRank(phrase)
  if (rank) return rank
  if (discretion.test(text)) return { kind: 'discretion', range: false, phrases }
  const share = readProportion(phrase)
  if (share) return share
  const lost = readLoss(text)
  if (lost) return { kind: 'lose', condition: bare(lost.before), amount: lost.amount, each: lost.each || isEach('lose', bare(lost.before)), phrases }
  if (range.test(text)) return { kind: 'discretion', range: true, phrases }
  const given = readGain(text)
  if (given) return { kind: 'gain', condition: bare(given.before), amount: given.amount, each: given.each || isEach('gain', bare(given.before)), phrases }
  if (remark.test(text) && !/\d分|扣|否决/.test(text)) return { kind: 'remark', phrases }
  return { kind: 'open', condition: bare(text), phrases }
}

function readProportion(phrase: Phrase): Statement | null {
  const { text } = phrase
  const phrases = [phrase]
  const taken = reference.exec(text)
  if (taken) return { kind: 'reference', label: taken[1] ?? '', phrases }
  if (between.test(text)) return { kind: 'proportion', measure: '', between: true, phrases }
  const found = measured.exec(text) ?? proportion.exec(text)
  if (!found) return null
  return { kind: 'proportion', measure: bare(found[2] ?? found[1] ?? ''), between: false, phrases }
}

function saysEach(before: string): boolean {
  return eachWord.test(before.replace(eachPeriod, ''))
}

/** Whether what is given or taken under this wording is given or taken for every event. */
export function isEach(kind: 'gain' | 'lose', condition: string): boolean {
  return kind === 'gain' ? saysEach(condition) : happensEach(condition)
}

/** A loss happens for each event where it says 每, and where one event is counted: "迟报一次扣0.5分". */
function happensEach(before: string): boolean {
  return saysEach(before) || oneEvent.test(before)
}

/** The wording without the signs that tie it to its amount. */
function bare(condition: string): string {
  return condition.replace(/^[:,、]/, '').replace(/(?:[:,、]|再|(?<!否)则|即|可|方可|才)$/, '')
}

/** Several occurrences make one event ("每2次", "每超过3天"): the text that says so, or null. */
export function severalAtOnce(condition: string): string | null {
  const found = new RegExp(`每[^每,]{0,6}?(${numeral})(?:个)?(?:次|件|处|起|项|人次|人|例|份|条|天|日|篇|期|家|百分点|%)`).exec(condition.replace(eachPeriod, ''))
  if (!found) return null
  return readNumeral(found[1] ?? '') === '1' ? null : found[0]
}
