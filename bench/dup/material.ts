import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { cleanText } from '../../src/core/text/cleanText'

/** A passage of one text that was copied into another and edited; offsets in both as they stand afterwards. */
export interface PlantedCopy {
  readonly source: number
  readonly target: number
  readonly from: { readonly start: number; readonly end: number }
  readonly copy: { readonly start: number; readonly end: number }
  readonly editShare: number
  readonly isReordered: boolean
}

export interface Material {
  readonly texts: readonly string[]
  readonly copies: readonly PlantedCopy[]
}

/** Seeded (mulberry32, public domain), so that every run has the same texts. */
export function makeDraw(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The corpus cut at paragraphs into texts of about `size` characters; null where there is no corpus. */
export function readCorpus(folder: URL, size: number): string[] | null {
  if (!existsSync(folder)) return null
  const texts: string[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt')).sort()) {
    let text = ''
    for (const paragraph of cleanText(readFileSync(new URL(name, folder), 'utf8')).text.split('\n')) {
      text += `${paragraph}\n`
      if (text.length < size) continue
      texts.push(text)
      text = ''
    }
    if (text.length > size / 2) texts.push(text)
  }
  return texts.length > 1 ? texts : null
}

/**
 * Plants `count` copies of 200 to 2,000 characters with 5 to 20 % of the characters edited: half of the edits substitutions, a quarter each
 * insertions and deletions; in three of ten the sentences are put in another order first. No source passage is copied twice, none
 * contains a copy, and each copy stands between two paragraphs.
 */
export function plantCopies(texts: readonly string[], count: number, seed: number): Material {
  const draw = makeDraw(seed)
  const alphabet = texts[0]!.replace(/\s/g, '')
  const inserts = texts.map((): { at: number; text: string; plan: Omit<PlantedCopy, 'from' | 'copy'> & { from: { start: number; end: number } } }[] => [])
  const used = texts.map((): [number, number][] => [])
  for (let made = 0, tries = 0; made < count && tries < count * 20; tries += 1) {
    const source = draw(texts.length)
    const target = draw(texts.length)
    const length = 200 + draw(1801)
    const start = texts[source]!.indexOf('。', draw(texts[source]!.length)) + 1
    const end = start + length
    const at = texts[target]!.indexOf('\n', draw(texts[target]!.length)) + 1
    if (source === target || start === 0 || at === 0 || end > texts[source]!.length) continue
    const isTaken = used[source]!.some(([from, to]) => start < to && end > from) || inserts[source]!.some((insert) => insert.at > start && insert.at < end) || used[target]!.some(([from, to]) => at > from && at < to)
    if (isTaken || inserts[target]!.some((insert) => insert.at === at)) continue
    const editShare = (5 + draw(16)) / 100
    const isReordered = draw(10) < 3
    const passage = texts[source]!.slice(start, end)
    const copy = `${edit(isReordered ? reorder(passage, draw) : passage, editShare, alphabet, draw)}\n`
    used[source]!.push([start, end])
    inserts[target]!.push({ at, text: copy, plan: { source, target, editShare, isReordered, from: { start, end } } })
    made += 1
  }
  for (const list of inserts) list.sort((x, y) => x.at - y.at)
  const shift = (text: number, at: number): number => inserts[text]!.reduce((sum, insert) => (insert.at <= at ? sum + insert.text.length : sum), 0)
  return {
    texts: texts.map((text, index) => {
      let from = 0
      const pieces = inserts[index]!.map(({ at, text: copy }) => {
        const piece = text.slice(from, at) + copy
        from = at
        return piece
      })
      return pieces.join('') + text.slice(from)
    }),
    copies: inserts.flatMap((list, target) => list.map(({ at, text, plan }): PlantedCopy => {
      const moved = shift(plan.source, plan.from.start)
      const start = at + shift(target, at) - text.length
      return { ...plan, from: { start: plan.from.start + moved, end: plan.from.end + moved }, copy: { start, end: start + text.length } }
    })),
  }
}

function reorder(passage: string, draw: (below: number) => number): string {
  const sentences = passage.match(/[^。]+。?/g) ?? [passage]
  for (let i = sentences.length - 1; i > 0; i -= 1) {
    const j = draw(i + 1)
    ;[sentences[i], sentences[j]] = [sentences[j]!, sentences[i]!]
  }
  return sentences.join('')
}

function edit(passage: string, share: number, alphabet: string, draw: (below: number) => number): string {
  const other = (): string => alphabet[draw(alphabet.length)]!
  return [...passage].map((unit) => {
    if (draw(1000) >= share * 1000) return unit
    const kind = draw(4)
    return kind < 2 ? other() : kind === 2 ? unit + other() : ''
  }).join('')
}
