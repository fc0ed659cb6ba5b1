import { makeCalendarDay, type CalendarDay } from '#core/calendarDay'

/** A day found in a text, with its place (UTF-16 offsets). `day` is null where the words name a day that does not exist. */
export interface FoundDay {
  readonly start: number
  readonly end: number
  readonly day: CalendarDay | null
}

const digitDay = /([0-9\uff10-\uff19]{4})\s{0,2}年\s{0,2}([0-9\uff10-\uff19]{1,2})\s{0,2}月\s{0,2}([0-9\uff10-\uff19]{1,2})\s{0,2}[日号]/
const plainDay = /(?<![\d.\-/])([12]\d{3})([-./])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)/
const wordDay = /([〇零○O\uff2f一二三四五六七八九]{4})\s{0,2}年\s{0,2}([元正一二三四五六七八九十]{1,2})\s{0,2}月\s{0,2}([一二三四五六七八九十廿卅]{1,3})\s{0,2}[日号]/
const anyDay = new RegExp(`${digitDay.source}|${plainDay.source.replace('\\2', '\\5')}|${wordDay.source}`, 'g')

/**
 * Every full day in a text: 2024年1月29日, 2024-01-29 (also with . or /), 二〇二四年一月二十九日; digits of either width.
 * A month alone is no day. Impossible days (2024年2月30日) are found with day null, so that nobody takes a part of them.
 * @example findChineseDays('印发于2024年1月29日') // [{ start: 3, end: 13, day: '2024-01-29' }]
 */
export function findChineseDays(text: string): FoundDay[] {
  const found: FoundDay[] = []
  for (const match of text.matchAll(anyDay)) {
    const [whole, digitYear, digitMonth, digitDate, plainYear, , plainMonth, plainDate, wordYear, wordMonth, wordDate] = match
    const year = wordYear ? readYear(wordYear) : readDigits(digitYear ?? plainYear ?? '')
    const month = wordMonth ? (/^[元正]$/.test(wordMonth) ? 1 : readChineseNumber(wordMonth)) : readDigits(digitMonth ?? plainMonth ?? '')
    const date = wordDate ? readChineseNumber(wordDate) : readDigits(digitDate ?? plainDate ?? '')
    const day = year !== null && year >= 1949 && month !== null && date !== null ? makeCalendarDay(year, month, date) : null
    found.push({ start: match.index, end: match.index + whole.length, day })
  }
  return found
}

/**
 * Reads a text that is a day and nothing else, brackets around it allowed. Null for all others and for impossible days.
 * @example parseChineseDay('(二〇二四年一月二十九日)') // '2024-01-29'
 */
export function parseChineseDay(text: string): CalendarDay | null {
  const bare = text.trim().replace(/^[(\uff08]\s{0,3}/, '').replace(/\s{0,3}[)\uff09]$/, '')
  const [first] = bare.length <= 40 ? findChineseDays(bare) : []
  return first && first.start === 0 && first.end === bare.length ? first.day : null
}

/** Whether a line is a day, alone or with a time and other page data after a space; a sentence that begins with one is not. */
export function isDayLine(line: string): boolean {
  if (line.length > 120 || line.includes('。')) return false
  const first = findChineseDays(line)[0]
  return first?.start === 0 && /^(?:\s.*)?$/.test(line.slice(first.end))
}

/** 一 … 九十九 as a number (廿 = 二十, 卅 = 三十); null for what is no such numeral. */
export function readChineseNumber(text: string): number | null {
  const spelled = text.replace('廿', '二十').replace('卅', '三十')
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(spelled)
  if (!parts || spelled === '') return null
  const [, tens, ten, ones] = parts
  if (!ten) return tens && ones ? null : chineseDigits.indexOf(tens ?? ones ?? '')
  return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)
}

/** A year in words, 二〇二四 → 2024; null where a character is no digit. */
export function readYear(text: string): number | null {
  let year = 0
  for (const character of text) {
    const digit = /[〇零○O\uff2f]/.test(character) ? 0 : chineseDigits.indexOf(character)
    if (digit < 0) return null
    year = year * 10 + digit
  }
  return year
}

const chineseDigits = '〇一二三四五六七八九'

function readDigits(text: string): number {
  return Number(text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))
}
