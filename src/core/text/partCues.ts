import type { PartName } from '#core/text/headingThemes'
import { splitLines } from '#core/text/splitLines'

export interface Paragraph {
  readonly start: number
  readonly end: number
  /** Its first sentence with the full stop. */
  readonly sentence: string
  /** Begins with 一是, (1), 1. or a dash: it belongs to the paragraph that announced the list. */
  readonly isListed: boolean
}

/** Where a text turns to a part; `form` says whether a paragraph begins there. `sentenceEnd`: the end of the sentence. */
export interface Turn {
  readonly part: PartName
  readonly form: 'paragraph' | 'sentences'
  readonly start: number
  readonly sentenceEnd: number
}

const listed = /^(?:[一二三四五六七八九十]{1,2}(?:是|要)|[(\uff08]\s?[\d一二三四五六七八九十]{1,2}\s?[)\uff09]|\d{1,2}[.、\uff0e]|[—-]{1,2})/
/** Sentences that by themselves say which part they belong to. Lengths are bounded, hence linear. */
const cues: Readonly<Record<'problems' | 'leader' | 'plan', RegExp>> = {
  problems:
    /^(?:[^。]{0,120}(?:但|虽然|尽管|仍|还|也清醒|同时)[^。]{0,80}(?:存在|有)[^。]{0,24}(?:问题|不足|差距|短板|薄弱|弱项)|(?:主要)?存在(?:的)?(?:以下|主要|一些)?[^。]{0,6}(?:问题|不足|短板))/,
  leader: /^[^。]{0,160}(?:(?:主要(?:负责人|负责同志|领导)|书记|[市县区州旗省镇乡]长|[局厅主]长|主任)[^。]{0,160}第一责任人|第一责任人[^。]{0,60}(?:职责|责任)[^。]{0,100}(?:主要(?:负责人|负责同志|领导)|亲自))/,
  plan: /^(?:下一步|下步|下一阶段|下一年度?|今后|明年|来年|新的一年|20\d{2}年[,\uff0c]?\s?(?:我们|我[市县区局州省镇乡办]|本|全[市县区省州镇乡局]|将)|[^。,\uff0c]{2,16}将(?:继续|进一步|以|深入|坚持|紧紧|持续|全面))/,
}

/** The lines of a stretch that are not blank, each with its first sentence. */
export function readParagraphs(text: string, from: number, to: number): Paragraph[] {
  return splitLines(text.slice(from, to)).filter((line) => line.text !== '').map((line) => ({
    start: line.start + from,
    end: line.end + from,
    sentence: /^[^。]{0,400}。?/.exec(line.text)![0],
    isListed: listed.test(line.text),
  }))
}

/** The part that a paragraph by its first sentence turns to; null for an ordinary one, and for an item of a list. */
export function themeOfParagraph({ sentence, isListed }: Paragraph): 'problems' | 'leader' | 'plan' | null {
  if (isListed || !/[。:\uff1a;\uff1b]/.test(sentence)) return null
  if (cues.leader.test(sentence)) return 'leader'
  if (cues.problems.test(sentence)) return 'problems'
  return cues.plan.test(sentence) ? 'plan' : null
}

/** Where, within a stretch, sentences turn to one of the parts named, each part once, in their order. */
export function splitByCues(text: string, from: number, to: number, parts: readonly PartName[]): Turn[] {
  const turns: Turn[] = []
  for (const line of splitLines(text.slice(from, to))) {
    for (const match of line.text.matchAll(/[^。;\uff1b]{1,400}[。;\uff1b]?/g)) {
      const sentence = match[0].trimStart()
      const at = match.index + match[0].length - sentence.length
      const part = parts.find((named) => isCued(named, sentence) && !turns.some((turn) => turn.part === named))
      const start = from + line.start + at
      if (part) turns.push({ part, form: at === 0 ? 'paragraph' : 'sentences', start, sentenceEnd: start + sentence.length })
    }
  }
  return turns
}

function isCued(part: PartName, sentence: string): boolean {
  return part !== 'measures' && part !== 'other' && cues[part].test(sentence)
}
