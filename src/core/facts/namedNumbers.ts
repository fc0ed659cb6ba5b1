import { readLineMarker } from '#core/text/headingMarker'
import { findChineseDays } from '#core/text/parseChineseDay'
import { splitLines } from '#core/text/splitLines'

const digit = '[0-9\\uff10-\\uff19]'
const namePatterns: readonly RegExp[] = [
  // Titles and short quoted names: 《……(2021—2025年)》, “885”, “四张清单”.
  /《[^《》\n]{0,200}》/g,
  /“[^“”\n]{1,14}”/g,
  /"[^"\n]{1,12}"/g,
  /[〔[【][^〔〕[\]【】\n]{1,12}[〕\]】]/g,
  // Years, months and days: 2021—2025年, 2023年9月3日, 2023年度, 9月底, 14:30.
  new RegExp(`(?:19|20)\\d{2}\\s{0,2}年?\\s{0,2}[—–~～至到-]{1,2}\\s{0,2}(?:19|20)?\\d{2}(?!\\d)\\s{0,2}年?`, 'g'),
  new RegExp(`(?<!${digit})(?:19|20|\\uff11\\uff19|\\uff12\\uff10)${digit}{2}\\s{0,2}年度?(?:\\s{0,2}${digit}{1,2}\\s{0,2}月(?:份|\\s{0,2}${digit}{1,2}\\s{0,2}[日号])?)?`, 'g'),
  new RegExp(`(?<!${digit})${digit}{1,2}\\s{0,2}月(?:份|\\s{0,2}${digit}{1,2}\\s{0,2}[日号])?`, 'g'),
  /(?<!\d)\d{1,2}[:\uff1a]\d{2}(?::\d{2})?(?!\d)/g,
  // Numbers of documents and seats, ordinals, list numbers: 第713号令, 12号, 第3名, (1), 第三次.
  new RegExp(`第\\s{0,2}(?:${digit}{1,6}|[一二三四五六七八九十百千零〇]{1,6})`, 'g'),
  new RegExp(`${digit}{1,6}\\s{0,2}号`, 'g'),
  new RegExp(`[(\\uff08]\\s{0,2}${digit}{1,2}\\s{0,2}[)\\uff09]`, 'g'),
  // Names made of numbers and signs: 1+1+9, 7×24, PM2.5, 5G, telephone numbers, addresses on the web.
  /\d{1,4}(?:[+\uff0b×*][\dNnXx]{1,4}){1,6}/g,
  /[A-Za-z][\dA-Za-z.-]{0,20}\d|(?<![\dA-Za-z])\d{1,6}(?!km|kg|KM|m²)[A-Za-z]/g,
  /(?<!\d)\d{3,4}-\d{7,8}(?!\d)/g,
  /(?:https?:\/\/|www\.)[\x21-\x7e]{1,300}/g,
]

/**
 * Which UTF-16 units of a text belong to numbers that are names, dates or numberings and state no fact: 1 for those, else 0.
 * Every pattern is bounded, so the work is linear in the text.
 */
export function markNamedNumbers(text: string): Uint8Array {
  const marked = new Uint8Array(text.length)
  for (const pattern of namePatterns) for (const match of text.matchAll(pattern)) marked.fill(1, match.index, match.index + match[0].length)
  for (const { start, end } of findChineseDays(text)) marked.fill(1, start, end)
  for (const line of splitLines(text)) {
    const marker = readLineMarker(line.text)
    if (marker) marked.fill(1, line.start + marker.start, line.start + marker.end)
  }
  return marked
}
