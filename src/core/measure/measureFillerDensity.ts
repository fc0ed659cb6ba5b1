import { perThousand } from '#core/measure/measureNumberDensity'
import type { Place } from '#core/facts/fact'
import type { Measured } from '#core/measure/suggestion'

/** Fixed terms and words of law in which a filler word is none (METHOD §10, notes on Rubric A). */
const fixedTerms = [
  '全面推进依法治国', '全面依法治国', '全面依法治省', '全面依法治市', '全面依法治县', '全面依法治区', '全面依法治旗', '全面依法治州', '全面依法行政', '全面从严治党',
  '全面深化改革', '全面建设社会主义现代化', '全面建成小康社会', '现行有效', '有效期', '有效性', '积极性', '持续性', '有力量', '有序号', '努力方向',
]

/**
 * G3: the filler words of an item's list per thousand characters, each time they stand; fixed terms (全面依法治国, 现行有效) and titles in 《》 are
 * left out. Where words begin alike the longest counts, and a stretch counts once. Null for an empty text or an empty list.
 * @example measureFillerDensity('进一步推进全面依法治国', ['进一步', '全面'])?.working.values.count // '1'
 */
export function measureFillerDensity(text: string, words: readonly string[]): Measured | null {
  const wanted = new Set(words.filter((word) => word !== ''))
  if (wanted.size === 0) return null
  const terms = [...new Set([...wanted, ...fixedTerms])].sort((a, b) => b.length - a.length).map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`《[^《》\\n]{0,200}》|${terms.join('|')}`, 'g')
  const places: Place[] = []
  for (const match of text.matchAll(pattern)) {
    if (wanted.has(match[0])) places.push({ start: match.index, end: match.index + match[0].length })
  }
  return perThousand('fillerDensity', text, places.length, places)
}
