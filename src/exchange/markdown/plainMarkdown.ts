/**
 * Markdown as the text it means: marks of headings, emphasis, quotes and code go, list numbers stay as written, a table's row is a line
 * with its cells apart by tabs, a link is its words, a picture its alternative text. Line by line and linear; inside a fenced block
 * nothing is touched. Underscores inside words and lone asterisks are text.
 * @example plainMarkdown('## 一、**举措**\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |') // '一、举措\n\n甲\t乙\n1\t2'
 */
export function plainMarkdown(source: string): string {
  const lines = withoutFrontMatter(source.split('\n'))
  const plain: string[] = []
  let fence = ''
  for (const line of lines) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? ''
    if (mark !== '' && (fence === '' || mark === fence)) {
      fence = fence === '' ? mark : ''
      continue
    }
    if (fence !== '') plain.push(line)
    else if (!isRuler(line)) plain.push(plainLine(line))
  }
  return plain.join('\n')
}

function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== '---') return lines
  const end = lines.slice(1, 60).findIndex((line) => line.trimEnd() === '---')
  return end < 0 ? lines : lines.slice(end + 2)
}

/** The line under a heading (===), between paragraphs (***), or under a table's head (|---|:-:|). */
function isRuler(line: string): boolean {
  const bare = line.replace(/[\s|:]/g, '')
  return bare.length >= 2 && (/^-+$/.test(bare) || /^=+$/.test(bare) || /^\*{3,}$/.test(bare) || /^_{3,}$/.test(bare))
}

function plainLine(line: string): string {
  const body = line
    .replace(/^(?: {0,3}> ?)+/, '')
    .replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '')
    .replace(/[ \t]#{1,6}[ \t]*$/, '')
    .replace(/^([ \t]*)[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/, '$1')
    .replace(/(?: {2,}|\\)$/, '')
  return plainSpans(isRow(body) ? plainRow(body) : body)
}

function isRow(line: string): boolean {
  return line.length < 20_000 && line.trimStart().startsWith('|') && line.trimEnd().endsWith('|')
}

function plainRow(line: string): string {
  return line.trim().slice(1, -1).split('|').map((cell) => cell.trim()).join('\t')
}

const escaped = 0xe100

function plainSpans(line: string): string {
  return line
    // What is escaped is out of the way, in private use, until the marks are gone.
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, (_, mark: string) => String.fromCharCode(mark.charCodeAt(0) + escaped))
    .replace(/!?\[([^\][\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+"[^"]{0,200}")?\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?(?:b|i|u|em|strong|sup|sub|span|font|center|p|div)(?: [^<>]{0,200})?>|<br ?\/?>/gi, '')
    .replace(/`{1,2}([^`\n]{1,500})`{1,2}/g, '$1')
    .replace(/(\*{1,3}|~~)(?=[^\s*~])([^*~\n]{1,2000}?[^\s*~\n]|[^\s*~\n])\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_\n]{1,500}?)\2(?![\p{L}\p{N}_])/gu, '$1$3')
    .replace(/[\ue100-\ue17f]/g, (kept) => String.fromCharCode(kept.charCodeAt(0) - escaped))
}
