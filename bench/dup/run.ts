/**
 * npm run bench:dup — finds copies of 200 to 2,000 characters, 5 to 20 % of them edited, three of ten with their sentences in another order,
 * planted into texts of about 10,000 characters cut from the shared corpus.
 *
 * Recall: of the characters of the planted copies, the share that lies in a stretch reported between that text and its source.
 * Precision: of the characters in all reported stretches, on both sides, the share that lies in a planted copy of that pair or in what it was copied
 * from. What the reports of the corpus share by themselves thus counts as a false alarm. White space is counted nowhere.
 * The baseline in the same run is a plain sentence hash: a sentence of ten characters and more that stands in both texts.
 * Exits non-zero when recall or precision is below 0.95.
 */
import { findSameness } from '../../src/core/sameness/findSameness'
import type { SamePair } from '../../src/core/sameness/samePassage'
import { plantCopies, readCorpus, type Material } from './material'

const least = 0.95
const seeds = [1, 7, 20250301]
const copiesPerText = 2

const texts = readCorpus(new URL('../../../shared/corpus/', import.meta.url), 10_000)
if (texts) {
  for (const seed of seeds) measure(plantCopies(texts, texts.length * copiesPerText, seed), seed)
} else console.log('bench:dup left out: the shared corpus is not here')

function measure(material: Material, seed: number): void {
  const size = material.texts.reduce((sum, text) => sum + text.length, 0)
  console.log(`seed ${seed}: ${material.texts.length} texts, ${size} characters, ${material.copies.length} copies (${material.copies.filter((copy) => copy.isReordered).length} reordered)`)
  const ours = timed('seeds and alignment', material, findSameness)
  timed('baseline: sentence hash', material, sentenceHash)
  if (ours.recall >= least && ours.precision >= least) return
  console.error(`below ${least}`)
  process.exitCode = 1
}

function timed(name: string, material: Material, find: (texts: readonly string[]) => Pick<SamePair, 'a' | 'b' | 'stretches'>[]): { recall: number; precision: number } {
  const started = performance.now()
  const pairs = find(material.texts)
  const time = performance.now() - started
  const result = judge(material, pairs)
  const groups = [[0, 0.1], [0.1, 0.15], [0.15, 0.21]].map(([low, high]) => `${Math.round(low! * 100)}–${Math.round(high! * 100)} %: ${result.recallOf((share) => share >= low! && share < high!).toFixed(3)}`)
  console.log(`  ${name}: recall ${result.recall.toFixed(4)}, precision ${result.precision.toFixed(4)}, passages touched ${result.touched}/${material.copies.length}, ${pairs.length} pairs, ${(time / 1000).toFixed(2)} s; recall by edits ${groups.join(', ')}`)
  return result
}

function judge({ texts: all, copies }: Material, pairs: readonly Pick<SamePair, 'a' | 'b' | 'stretches'>[]) {
  const truth = new Map<string, { marks: Uint8Array; reported: Uint8Array }>()
  const side = (text: number, other: number) => {
    const key = `${text} ${other}`
    const held = truth.get(key) ?? { marks: new Uint8Array(all[text]!.length), reported: new Uint8Array(all[text]!.length) }
    truth.set(key, held)
    return held
  }
  for (const copy of copies) {
    side(copy.target, copy.source).marks.fill(1, copy.copy.start, copy.copy.end)
    side(copy.source, copy.target).marks.fill(1, copy.from.start, copy.from.end)
  }
  for (const { a, b, stretches } of pairs) {
    for (const stretch of stretches) {
      side(a, b).reported.fill(1, stretch.a.start, stretch.a.end)
      side(b, a).reported.fill(1, stretch.b.start, stretch.b.end)
    }
  }
  const found = copies.map((copy) => {
    const { reported } = side(copy.target, copy.source)
    let whole = 0
    let part = 0
    for (let at = copy.copy.start; at < copy.copy.end; at += 1) {
      if (/\s/.test(all[copy.target]![at]!)) continue
      whole += 1
      part += reported[at]!
    }
    return { copy, whole, part }
  })
  let reported = 0
  let right = 0
  for (const [key, { marks, reported: said }] of truth) {
    const text = all[Number(key.split(' ')[0])]!
    said.forEach((mark, at) => {
      if (!mark || /\s/.test(text[at]!)) return
      reported += 1
      right += marks[at]!
    })
  }
  const recallOf = (wanted: (share: number) => boolean): number => {
    const some = found.filter(({ copy }) => wanted(copy.editShare))
    return some.reduce((sum, { part }) => sum + part, 0) / Math.max(1, some.reduce((sum, { whole }) => sum + whole, 0))
  }
  return { recall: recallOf(() => true), precision: reported === 0 ? 1 : right / reported, touched: found.filter(({ part }) => part > 0).length, recallOf }
}

function sentenceHash(all: readonly string[]): Pick<SamePair, 'a' | 'b' | 'stretches'>[] {
  const seen = new Map<string, { text: number; start: number; end: number }[]>()
  const pairs = new Map<string, { a: number; b: number; stretches: { a: { start: number; end: number }; b: { start: number; end: number }; same: number }[] }>()
  all.forEach((text, index) => {
    for (const match of text.matchAll(/[^。；！？\n]+/g)) {
      const plain = match[0].replace(/\s/g, '')
      if (plain.length < 10) continue
      const place = { text: index, start: match.index, end: match.index + match[0].length }
      const others = seen.get(plain) ?? []
      for (const other of others) {
        if (other.text === index) continue
        const key = `${other.text} ${index}`
        const pair = pairs.get(key) ?? { a: other.text, b: index, stretches: [] }
        pair.stretches.push({ a: { start: other.start, end: other.end }, b: { start: place.start, end: place.end }, same: plain.length })
        pairs.set(key, pair)
      }
      seen.set(plain, [...others, place])
    }
  })
  return [...pairs.values()]
}
