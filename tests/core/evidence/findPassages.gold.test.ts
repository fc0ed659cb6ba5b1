import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { findAllPassages, type Passage } from '#core/evidence/findPassages'
import type { ItemId } from '#core/ids'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import { compileCues } from '#core/search/compileCues'
import { cleanText } from '#core/text/cleanText'
import { splitOutline } from '#core/text/splitOutline'
import rubricFile from '#rubrics/annual-report-quality.json'
import gold000 from '../../golden/passages/000_f8cf2691d8494cba.json'
import gold002 from '../../golden/passages/002_bde659d87634349d.json'
import gold003 from '../../golden/passages/003_67ce8698e7c80b38.json'

const folder = new URL('../../../../shared/reports/', import.meta.url)
const golds = [
  { gold: gold000, year: 2021 },
  { gold: gold002, year: 2023 },
  { gold: gold003, year: 2022 },
]
const shown = 3
const bar = 0.8

interface Stretch {
  readonly start: number
  readonly end: number
}

describe.skipIf(!existsSync(folder))('passages that a careful reader would cite (needs ../shared)', () => {
  test('every one of them is found again in the text as it is cleaned today', () => {
    const lost = golds.flatMap(({ gold }) => {
      const text = textOf(gold.report)
      return gold.items.flatMap(({ item, passages }) => passages.filter((passage) => relocate(text, passage) === null).map(({ start }) => `${gold.report} ${item} ${start}`))
    })
    expect(lost).toEqual([])
  })

  test('are among the first three proposals for at least 80 % of the items that have one', () => {
    const missed: string[] = []
    let items = 0
    for (const { gold, year } of golds) {
      const text = textOf(gold.report)
      const proposals = findAllPassages(text, splitOutline(text), compileCues(rubric(), year))
      for (const { item, passages } of gold.items) {
        items += 1
        const places = passages.map((passage) => relocate(text, passage)).filter((place) => place !== null)
        const first = (proposals.get(item as ItemId) ?? []).slice(0, shown)
        if (!first.some((proposal) => places.some((place) => overlap(proposal, place)))) missed.push(`${gold.report.slice(0, 3)} ${item}: ${describeMiss(first, places)}`)
      }
    }
    console.info(`passages: ${items - missed.length} of ${items} items found among the first ${shown} proposals; missed:\n${missed.join('\n')}`)
    expect({ items, enough: items - missed.length >= bar * items, missed: missed.length <= (1 - bar) * items ? [] : missed }).toEqual({ items: 68, enough: true, missed: [] })
  })

  test('no proposal is so long that it could hardly miss', () => {
    const { gold, year } = golds[1]!
    const text = textOf(gold.report)
    const longest = Math.max(...longestSentences(text), 160)
    const proposals = [...findAllPassages(text, splitOutline(text), compileCues(rubric(), year)).values()].flat()
    expect(proposals.filter((passage) => passage.end - passage.start > longest)).toEqual([])
  })
})

function rubric() {
  const parsed = parseSoundRubric(rubricFile)
  if (!parsed.ok) throw new Error('the shipped rubric is sound')
  return parsed.value
}

function textOf(report: string): string {
  return cleanText(new TextDecoder().decode(readFileSync(new URL(report, folder)))).text
}

/** The proposal holds at least half of the passage, or the passage at least half of the proposal. */
function overlap(proposal: Stretch, passage: Stretch): boolean {
  const shared = Math.min(proposal.end, passage.end) - Math.max(proposal.start, passage.start)
  return shared >= (passage.end - passage.start) / 2 || shared >= (proposal.end - proposal.start) / 2
}

/** Where the passage stands now: at its offsets, or at the one place with as many characters (white space aside) of the same hash. */
function relocate(text: string, passage: { start: number; end: number; length: number; hash: string }): Stretch | null {
  if (sha256OfText(text.slice(passage.start, passage.end).replace(/\s+/g, '')) === passage.hash) return passage
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) if (!/\s/.test(text[at]!)) places.push(at)
  const bare = places.map((at) => text[at]).join('')
  for (let at = 0; at + passage.length <= bare.length; at += 1) {
    if (sha256OfText(bare.slice(at, at + passage.length)) === passage.hash) return { start: places[at]!, end: places[at + passage.length - 1]! + 1 }
  }
  return null
}

function describeMiss(first: readonly Passage[], places: readonly Stretch[]): string {
  const words = (stretches: readonly Stretch[]) => stretches.map(({ start, end }) => `${start}–${end}`).join(', ') || 'none'
  return `proposed ${words(first)}; cited ${words(places)}`
}

function longestSentences(text: string): number[] {
  return text.split(/[。;\n]/).map((sentence) => sentence.length + 2)
}
