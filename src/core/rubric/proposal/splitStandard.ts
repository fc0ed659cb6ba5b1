import { numeral } from '#core/rubric/proposal/readNumeral'

/** A stretch of the folded standard between two signs that separate; offsets into the folded text. */
export interface Phrase {
  readonly text: string
  readonly start: number
  readonly end: number
}

const sentenceEnds = new Set([';', '。', '\n', '!'])
const marker = /^(?:[①-⑳]|\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是)/
const headingBeforeColon = new RegExp(`^(?:\\(?${numeral}分\\)?|(?:评分|扣分|加分|计分|得分|赋分|考核|考评)(?:标准|方法|办法|细则|规则)|说明|注)$`)
/** Where a new statement begins although no sign separates it. */
const turns = /否则|反之/y
const caps = /最多|最高|至多|累计|扣完|直至|直到|满分为止|封顶(?=\d)/y
const afterPoints = /(?![的以值数钟为制析之内段档类至到封得扣加计给记])[\u4e00-\u9fffA-Za-z]/y
const scoring = /\d分|扣|得|不超过|最多|最高|封顶/

/**
 * A folded standard as sentences (separated by ; 。 and line breaks) of phrases (separated by commas, by 、 after points, and before
 * such turns as 否则 or 累计). Numbers of a list (1. ① 一是) fall out. Empty phrases and sentences are left out.
 * @example splitStandard('每少一次扣0.3分,累计不超过1.2分') // one sentence of two phrases
 */
export function splitStandard(text: string): Phrase[][] {
  const sentences: Phrase[][] = []
  const opened = bracketsThatScore(text)
  let phrases: Phrase[] = []
  let start = 0
  const close = (end: number, next: number) => {
    const phrase = trimPhrase(text, start, end)
    if (phrase !== null) phrases.push(phrase)
    start = next
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sentenceEnds.has(sign)) {
      close(at, at + 1)
      if (phrases.length > 0) sentences.push(phrases)
      phrases = []
    } else if (separates(text, at, start) || opened.has(at)) close(at, at + 1)
    else if (at > start && turnsAt(text, at)) close(at, at)
  }
  close(text.length, text.length)
  if (phrases.length > 0) sentences.push(phrases)
  return sentences
}

function separates(text: string, at: number, start: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  switch (text[at]) {
    // 1,000 and 60,57,54 are numbers.
    case ',': return !(/\d/.test(before) && /\d/.test(after))
    case '、': return /[分%)]/.test(before)
    case '/': return after === '每'
    case ':': return at - start <= 12 && headingBeforeColon.test(text.slice(start, at))
    default: return false
  }
}

function turnsAt(text: string, at: number): boolean {
  if (matchesAt(turns, text, at)) return true
  const before = text[at - 1] as string
  if (/\d分?$/.test(text.slice(Math.max(0, at - 2), at)) && matchesAt(caps, text, at)) return true
  return before === '分' && /\d分$|满分$|不得分$|不计分$/.test(text.slice(Math.max(0, at - 4), at)) && matchesAt(afterPoints, text, at)
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Places of the brackets whose content says something about points; others belong to the wording around them. */
function bracketsThatScore(text: string): Set<number> {
  const places = new Set<number>()
  let open = -1
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open = at
    if (text[at] !== ')' || open === -1) continue
    if (scoring.test(text.slice(open, at))) places.add(open).add(at)
    open = -1
  }
  return places
}

function trimPhrase(text: string, start: number, end: number): Phrase | null {
  const found = marker.exec(text.slice(start, Math.min(end, start + 8)))
  const from = found === null ? start : start + found[0].length
  return from >= end ? null : { text: text.slice(from, end), start: from, end }
}
