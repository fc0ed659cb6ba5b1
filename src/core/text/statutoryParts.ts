import { countCharacters, lengthOfText } from '#core/text/lengthOfText'
import { findSignature } from '#core/text/findSignature'
import { headingThemes, type PartName } from '#core/text/headingThemes'
import { readParagraphs, splitByCues, themeOfParagraph, type Paragraph } from '#core/text/partCues'
import type { OutlineNode } from '#core/text/reportProposal'

export interface StatutoryPart {
  readonly part: PartName
  /** As item B1 tells them apart: 独立成章 · a sub-heading, or paragraphs, in another chapter · 仅一两句. */
  readonly form: 'chapter' | 'section' | 'paragraph' | 'sentences'
  readonly start: number
  readonly end: number
  /** Characters that are no white space: of this stretch, of the whole text. */
  readonly share: { readonly numerator: number; readonly denominator: number }
  /** 'certain' only where a heading says it. */
  readonly confidence: 'certain' | 'doubtful'
}

type Stretch = Omit<StatutoryPart, 'share'>
type Narrow = 'problems' | 'leader' | 'plan'

/** A longer one is a sentence, or a note on a word. */
const longestHeading = 40

/**
 * The statutory parts of a report with their share of its length, headings included, signature lines left out (METHOD §6A.29). Chapters
 * by their headings; a chapter that announces two parts is divided at its sub-headings, else where its paragraphs or sentences turn
 * (下一步…); sub-headings and paragraphs that speak of another part are taken out of their chapter. A chapter named by its subject is
 * doubtfully the measures up to the first other part. A part said in a sentence or two only is given as 'sentences' and alone lies
 * within another. What comes before the first heading is no part; a part that is not there has no entry, never a share of zero.
 * @example statutoryParts(text, splitOutline(text)).map(({ part }) => part) // ['measures', 'problems', 'leader', 'plan']
 */
export function statutoryParts(text: string, outline: readonly OutlineNode[]): StatutoryPart[] {
  const bodyEnd = trimEnd(text, 0, findSignature(text)?.start ?? text.length)
  const chapters = outline.filter(({ depth }) => depth < 4)
  const stretches = chapters.length > 0 ? stretchesOfChapters(text, chapters, bodyEnd) : stretchesOfParagraphs(text, bodyEnd)
  const denominator = lengthOfText(text)
  return join([...stretches, ...sentencesOfAbsent(text, stretches)])
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((stretch) => ({ ...stretch, share: { numerator: countCharacters(text, stretch.start, stretch.end), denominator } }))
}

function stretchesOfChapters(text: string, chapters: readonly OutlineNode[], bodyEnd: number): Stretch[] {
  const read = chapters.map((node, index) => ({
    node,
    start: node.start,
    end: trimEnd(text, node.start, Math.min(chapters[index + 1]?.start ?? bodyEnd, bodyEnd)),
    themes: headingThemes(node.title, 'chapter'),
  }))
  const firstNarrow = read.findIndex(({ themes }) => themes.some(isNarrow))
  return read.flatMap(({ node, start, end, themes }, index): Stretch[] => {
    const narrow = themes.filter(isNarrow)
    if (themes.length > 1) return divideChapter(text, node, { start, end }, themes)
    const isBefore = firstNarrow < 0 || index < firstNarrow
    const part = themes[0] ?? (isBefore ? 'measures' : 'other')
    const whole: Stretch = { part, form: 'chapter', start, end, confidence: themes.length === 1 ? 'certain' : 'doubtful' }
    const sections = sectionsOf(node, part, end)
    if (sections.length > 0) return carve(text, whole, sections)
    return narrow.length > 0 ? [whole] : carve(text, whole, paragraphsOf(text, node, end))
  })
}

/** Sub-headings that speak of another part than their chapter. */
function sectionsOf(node: OutlineNode, part: PartName, chapterEnd: number): Stretch[] {
  return node.children.flatMap((child): Stretch[] => {
    if (child.depth === 4) return []
    const theme = child.title.length <= longestHeading ? headingThemes(child.title, 'section').find(isNarrow) : undefined
    const end = Math.min(child.end, chapterEnd)
    if (theme !== undefined && theme !== part) return [{ part: theme, form: 'section', start: child.start, end, confidence: 'certain' }]
    return sectionsOf(child, part, end)
  })
}

/** Paragraphs under no sub-heading of their own, or last under one, that turn to what is lacking, to the leader or to the plan. */
function paragraphsOf(text: string, node: OutlineNode, end: number): Stretch[] {
  return groupParagraphs(readParagraphs(text, node.headingEnd, end).filter(({ start }) => start > node.headingEnd))
}

function groupParagraphs(paragraphs: readonly Paragraph[]): Stretch[] {
  const groups: Stretch[] = []
  let open = null as Stretch | null
  for (const paragraph of paragraphs) {
    const theme = themeOfParagraph(paragraph)
    if (theme !== null) {
      open = { part: theme, form: 'paragraph', start: paragraph.start, end: paragraph.end, confidence: 'doubtful' }
      groups.push(open)
    } else if (open && paragraph.isListed) {
      open = { ...open, end: paragraph.end }
      groups[groups.length - 1] = open
    } else {
      open = null
    }
  }
  return groups
}

/** A chapter that announces several parts: by its sub-headings, else by where its paragraphs or sentences turn, else the first it names. */
function divideChapter(text: string, node: OutlineNode, { start, end }: { start: number; end: number }, themes: readonly PartName[]): Stretch[] {
  const marks = node.children.flatMap((child) => {
    const theme = child.depth < 4 ? headingThemes(child.title, 'chapter').find((named) => themes.includes(named)) : undefined
    return theme === undefined ? [] : [{ part: theme, form: 'section' as const, start: child.start }]
  })
  const cues = marks.length > 0 ? marks : splitByCues(text, node.headingEnd, end, themes)
  const first = cues.find(({ part }) => part === themes[0]) ? cues[0]!.part : themes[0]!
  const turns = [{ part: first, form: cues[0]?.form ?? ('chapter' as const), start }, ...cues.filter(({ part, start: at }, index) => !(index === 0 && part === first && at <= node.headingEnd))]
  return turns.map(({ part, form, start: from }, index) => ({
    part,
    form,
    start: from,
    end: trimEnd(text, from, turns[index + 1]?.start ?? end),
    confidence: marks.length > 0 ? ('certain' as const) : ('doubtful' as const),
  }))
}

/** A report without headings: paragraphs that say what they are, the others doubtfully the measures. */
function stretchesOfParagraphs(text: string, bodyEnd: number): Stretch[] {
  const paragraphs = readParagraphs(text, 0, bodyEnd).filter(({ sentence }) => /[。;\uff1b]/.test(sentence))
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (!first || !last) return []
  const groups = groupParagraphs(paragraphs)
  if (groups.length === 0) return []
  return carve(text, { part: 'measures', form: 'paragraph', start: first.start, end: last.end, confidence: 'doubtful' }, groups)
}

/** What no heading and no paragraph is about may still be said in a sentence. */
function sentencesOfAbsent(text: string, stretches: readonly Stretch[]): Stretch[] {
  const absent = (['problems', 'leader', 'plan'] as const).filter((part) => !stretches.some((stretch) => stretch.part === part))
  return absent.flatMap((part) =>
    stretches.filter((stretch) => stretch.part === 'measures').flatMap(({ start, end }) =>
      splitByCues(text, start, end, [part]).flatMap((turn): Stretch[] => (turn.sentenceEnd > turn.start ? [{ part, form: 'sentences', start: turn.start, end: turn.sentenceEnd, confidence: 'doubtful' }] : [])),
    ),
  )
}

/** A stretch with others taken out of it; what remains of it stays its own, without blank pieces. */
function carve(text: string, whole: Stretch, inner: readonly Stretch[]): Stretch[] {
  const pieces: Stretch[] = []
  let from = whole.start
  const keep = (to: number): void => {
    const end = trimEnd(text, from, to)
    if (end > from) pieces.push({ ...whole, start: from, end })
  }
  for (const piece of inner) {
    keep(piece.start)
    pieces.push(piece)
    from = skipSpace(text, piece.end, whole.end)
  }
  keep(whole.end)
  return pieces
}

/** Neighbours of one part and form are one stretch. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const previous = joined.at(-1)
    const isSame = previous?.part === stretch.part && previous.form === stretch.form && previous.confidence === stretch.confidence && stretch.form !== 'sentences'
    if (isSame) joined[joined.length - 1] = { ...previous, end: stretch.end }
    else joined.push(stretch)
  }
  return joined
}

function isNarrow(part: PartName): part is Narrow {
  return part === 'problems' || part === 'leader' || part === 'plan'
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /\s/.test(text[at]!)) at += 1
  return at
}
