import type { Fact, FactBound, Place } from '#core/facts/fact'
import { isEventUnit, unitAt } from '#core/facts/factUnits'
import { markNamedNumbers } from '#core/facts/namedNumbers'
import { readChineseNumeral, readDigits, type Numeral } from '#core/facts/readNumeral'
import { comparePoints, pointsOf } from '#core/points'

const arabic = '(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9\\uff10-\\uff19]{1,15})(?:[.\\uff0e][0-9\\uff10-\\uff19]{1,8})?'
const chinese = '[〇零一二三四五六七八九十百千万两点]{1,12}'
const anyNumber = new RegExp(`百分之(${arabic}|${chinese})|(${arabic})|(${chinese})`, 'g')
const afterNumber = /^\s{0,2}([余多来几])?\s{0,2}(万亿|[十百千]?万|亿|[十百千](?=[余多来几]?[万个件项次场人名份]))?\s{0,2}([余多来几])?\s{0,2}/
const rangeSign = /^\s{0,2}(?:[—–~～-]{1,2}|至)\s{0,2}/
const before = { more: /(?:超过|超|逾|不少于|不低于|至少|达到?了?近?)\s?$/, less: /(?:将近|接近|近|不足|不到|不超过|不高于|至多)\s?$/, about: /(?:大约|约有?|大概|平均)\s?$/ }
const clauseEnd = /[\s,\uff0c。;\uff1b:\uff1a!\uff01?\uff1f、()（）“”"《》]/
const rise = /(?:增长|上升|提高|提升|增加|增幅|上涨|扩大)(?:率|幅度|了|为|约|近|达|到|超过?|[\s]){0,3}$/
const fall = /(?:下降|降低|减少|压缩|压减|缩短|回落|降幅|下滑)(?:率|比|幅度|了|为|约|近|达|到|超过?|[\s]){0,3}$/

interface Reading extends Numeral, Place {
  readonly unit: string
  readonly bound: FactBound
  readonly numeral: Fact['numeral']
  /** End of the number without its unit, for ranges. */
  readonly upTo: string | null
}

/**
 * The numbers a text states, in reading order, with unit, exactness and what they count. A number is a fact when a measure word, a unit
 * or a percent sign follows it; dates, years, document and list numbers, ordinals, titles and quoted names (12345, “885”) are none.
 * Chinese numerals count with words for events (三次) and from ten on (二十余项); a lone 一, 二 or 万 is language, not data.
 * Facts do not overlap. A range (3至5个) is one fact.
 * @example readFacts('办结3.4万余件').map(({ value, bound, unit }) => [value, bound, unit]) // [['34000', 'more', '件']]
 */
export function readFacts(text: string): Fact[] {
  const named = markNamedNumbers(text)
  const facts: Fact[] = []
  let from = 0
  for (const match of text.matchAll(anyNumber)) {
    const start = match.index
    if (start < from || named[start] || isInsideWord(text, start, match[0])) continue
    const reading = match[1] !== undefined ? readShareInWords(text, start, match[1]) : match[2] !== undefined ? readArabic(text, start, match[2]) : readChinese(text, start, match[3]!)
    if (!reading) continue
    facts.push(makeFact(text, reading, facts.at(-1)?.end ?? 0))
    from = reading.end
  }
  return facts
}

function readArabic(text: string, start: number, digits: string): Reading | null {
  const first = readTail(text, start, start + digits.length, digits)
  const sign = rangeSign.exec(text.slice(first.end, first.end + 6))
  if (first.numeral && sign && !/[由从]$/.test(text.slice(start - 1, start))) {
    const at = first.end + sign[0].length
    const next = new RegExp(`^${arabic}`).exec(text.slice(at, at + 40))
    const second = next && readTail(text, at, at + next[0].length, next[0])
    if (second?.numeral && second.unit !== '' && (first.unit === '' || first.unit === second.unit)) {
      // 3至5万件: the multiplier at the end is meant for both, where the first has none.
      const low = first.multiplier === '' && first.unit === '' && second.multiplier !== '' ? readDigits(digits, second.multiplier) : first.numeral
      if (low && comparePoints(pointsOf(low.value), pointsOf(second.numeral.value)) < 0) {
        return { ...second.numeral, value: low.value, upTo: second.numeral.value, start, end: second.end, unit: second.unit, bound: first.bound === 'exact' ? second.bound : first.bound, numeral: 'arabic' }
      }
    }
  }
  if (!first.numeral || first.unit === '') return null
  return { ...first.numeral, upTo: null, start, end: first.end, unit: first.unit, bound: first.bound, numeral: 'arabic' }
}

interface Tail {
  readonly numeral: Numeral | null
  readonly multiplier: string
  readonly unit: string
  readonly end: number
  readonly bound: FactBound
}

/** What follows the digits: 余, 万, unit, 以上. */
function readTail(text: string, start: number, digitsEnd: number, digits: string): Tail {
  const rest = text.slice(digitsEnd, digitsEnd + 24)
  const [whole, early, multiplier = '', late] = afterNumber.exec(rest)!
  const percent = /^\s{0,2}[%\uff05‰]/.exec(rest)
  const unit = percent ? percent[0].trim().replace('\uff05', '%') : unitAt(rest.slice(whole.length))
  // A year without 年 is a name; so is 12 in 12日, which only a date would leave here.
  const isName = unit === '日' || (unit === '年' && digits.length > 2)
  const unitEnd = digitsEnd + (percent ? percent[0].length : unit === '' ? 0 : whole.length + unit.length)
  const vague = early ?? late
  const suffix = unit === '' ? null : /^\s?(以上|以下|以内|左右|余|多(?=[元万]))/.exec(text.slice(unitEnd, unitEnd + 4))
  const bound = boundOf(text.slice(Math.max(0, start - 5), start), vague, suffix?.[1])
  return {
    numeral: readDigits(digits, multiplier), multiplier, unit: isName ? '' : unit, bound,
    end: suffix ? unitEnd + suffix[0].length : unitEnd,
  }
}

function readChinese(text: string, start: number, run: string): Reading | null {
  // The longest numeral at the start of the run that a measure word follows: 三千余人, but 万 of 百万 may be a multiplier.
  for (let length = run.length; length > 0; length -= 1) {
    const numeral = readChineseNumeral(run.slice(0, length))
    if (!numeral) continue
    const rest = text.slice(start + length, start + length + 16)
    const vague = /^([余多来几])?(万)?/.exec(rest)!
    const scaled = vague[2] ? readDigits(numeral.value, '万') : numeral
    const unit = unitAt(rest.slice(vague[0].length))
    const isCount = scaled && unit !== '' && !['年', '日', '分', '度', '步', '面', '口', '头', '门', '块', '段'].includes(unit)
    if (!isCount) continue
    const size = BigInt(scaled.value.split('.')[0]!)
    const isMeant = size >= 10n ? !/^[百千万]$/.test(run.slice(0, length)) : isEventUnit(unit) && (size > 2n || run.startsWith('两') || isLoneEvent(text, start, unit))
    const end = start + length + vague[0].length + unit.length
    if (!isMeant || text[start - 1] === '届' || /^(?:件事|次办|次性|家人|名校)/.test(text.slice(end - unit.length, end + 2))) return null
    const suffix = /^(以上|以下|以内|左右)/.exec(text.slice(end, end + 2))
    const bound = boundOf(text.slice(Math.max(0, start - 5), start), vague[1], suffix?.[1])
    return { ...scaled, upTo: null, start, end: end + (suffix ? 2 : 0), unit, bound, numeral: 'chinese' }
  }
  return null
}

/** 召开会议一次: 一 and 二 count only where an event stands right before them. */
function isLoneEvent(text: string, start: number, unit: string): boolean {
  return ['次', '场', '期'].includes(unit) && /(?:会议|培训|学习|演练|活动|讲座|考试|督察|检查|学法)$/.test(text.slice(Math.max(0, start - 2), start))
}

function readShareInWords(text: string, start: number, words: string): Reading | null {
  const numeral = words === '百' ? { value: '100', step: '1' } : /^[0-9\uff10-\uff19]/.test(words) ? readDigits(words, '') : readChineseNumeral(words)
  if (!numeral) return null
  const end = start + '百分之'.length + words.length
  const suffix = /^(以上|以下|左右)/.exec(text.slice(end, end + 2))
  const bound = boundOf(text.slice(Math.max(0, start - 5), start), undefined, suffix?.[1])
  return { ...numeral, upTo: null, start, end: end + (suffix ? 2 : 0), unit: '%', bound, numeral: /^[0-9\uff10-\uff19]/.test(words) ? 'arabic' : 'chinese' }
}

function boundOf(words: string, vague: string | undefined, suffix: string | undefined): FactBound {
  if (vague === '余' || vague === '多' || suffix === '以上' || suffix === '余' || suffix === '多' || (before.more.test(words) && !/达到?了?$/.test(words) && !before.less.test(words))) return 'more'
  if (suffix === '以下' || suffix === '以内' || before.less.test(words)) return 'less'
  return vague !== undefined || suffix === '左右' || before.about.test(words) ? 'about' : 'exact'
}

/** Digits that go on to the left: a decimal or a longer number whose beginning was passed over. */
function isInsideWord(text: string, start: number, found: string): boolean {
  const previous = text[start - 1] ?? ''
  return /[0-9\uff10-\uff19.A-Za-z#]/.test(previous) || (/^[0-9]/.test(found) && /[/\uff0f]/.test(previous))
}

function makeFact(text: string, reading: Reading, after: number): Fact {
  const words = text.slice(Math.max(after, reading.start - 10), reading.start)
  const change = rise.test(words) ? 'up' : fall.test(words) ? 'down' : null
  const { start, end, value, upTo, bound, unit, step, numeral } = reading
  return { start, end, value, upTo, bound, unit, step, numeral, counted: countedAfter(text, reading) ?? countedBefore(text, reading, after), change }
}

function countedAfter(text: string, { end, unit }: Reading): Place | null {
  if (unit === '%' || unit === '‰') return null
  let to = end
  while (to < text.length && to < end + 10 && !clauseEnd.test(text[to]!) && !/[0-9]/.test(text[to]!)) to += 1
  return to > end ? { start: end, end: to } : null
}

function countedBefore(text: string, { start }: Reading, after: number): Place | null {
  let to = start
  while (to > after && /[ \u3000]/.test(text[to - 1]!)) to -= 1
  let from = to
  while (from > after && from > start - 16 && !clauseEnd.test(text[from - 1]!)) from -= 1
  return from < to ? { start: from, end: to } : null
}
