import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { normalizeNewlines } from '#core/text/cleanText'
import { flattenOutline } from '#core/text/flattenOutline'
import { outlineFaults } from '#core/text/outlineFaults'
import type { Proposed, ReportProposal } from '#core/text/reportProposal'
import { restoreText } from '#core/text/restoreText'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'
import { readReport } from '#exchange/readReport'

// Real reports lie beside the project and none of their words in it: expectations are offsets, hashes, counts and labels.
const folder = new URL('../../../shared/reports/', import.meta.url)
const isThere = existsSync(folder)

async function read(name: string): Promise<{ proposal: ReportProposal; raw: string }> {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
  const result = await readReport(name, bytes)
  if (!result.ok) throw new Error(result.problem.kind)
  return { proposal: result.value, raw: new TextDecoder().decode(bytes) }
}

/** A value of words by the beginning of its hash, so that no words stand here. */
function brief(proposed: Proposed<string | number>): unknown[] {
  const { value, place, confidence, source } = proposed
  return [typeof value === 'string' ? sha256OfText(value).slice(0, 12) : value, confidence, source, place && [place.start, place.end]]
}

function plain(proposed: Proposed<string>): unknown[] {
  return [proposed.value, proposed.confidence, proposed.source, proposed.place && [proposed.place.start, proposed.place.end]]
}

const missing = [null, 'missing', 'none', null]

async function facts(name: string): Promise<Record<string, unknown>> {
  const { proposal, raw } = await read(name)
  const { text, residue } = proposal
  const nodes = splitOutline(text)
  return {
    restored: restoreText(text, residue) === normalizeNewlines(raw),
    length: text.length,
    textHash: proposal.textHash.slice(0, 12),
    residue: residue.map((piece) => [piece.at, piece.text.length, piece.kind]),
    title: brief(proposal.title),
    unitName: brief(proposal.unitName),
    unitKind: plain(proposal.unitKind),
    unitLevel: plain(proposal.unitLevel),
    unitCode: plain(proposal.unitCode),
    documentKind: plain(proposal.documentKind),
    year: brief(proposal.year),
    signedOn: plain(proposal.signedOn),
    publishedOn: plain(proposal.publishedOn),
    sections: nodes.map((node) => [node.start, node.headingEnd, node.end, node.children.length]),
    faults: outlineFaults(nodes, text),
    parts: statutoryParts(text, nodes).map(({ part, form, start, end, share, confidence }) => [part, form, start, end, share.numerator, confidence]),
    markers: flattenOutline(nodes).map((node) => node.marker).join(' '),
  }
}

describe.skipIf(!isThere)('real reports (needs ../shared)', () => {
  test('a department: font-size bar before the first sentence, scan line at the end, no signature', async () => {
    expect(await facts('000_f8cf2691d8494cba.txt')).toEqual({
      restored: true,
      length: 3152,
      textHash: '0e6d1fe98cbb',
      residue: [[27, 9, 'font-size-bar'], [3152, 1, 'blank-lines'], [3152, 12, 'scan-code-line']],
      title: ['16f9a2f11f94', 'certain', 'title', [0, 26]],
      unitName: ['1f4568af965a', 'certain', 'title', [0, 10]],
      unitKind: ['department', 'certain', 'derived', [0, 10]],
      unitLevel: ['city', 'certain', 'derived', [0, 10]],
      unitCode: ['371500', 'certain', 'derived', [0, 10]],
      documentKind: ['annual-report', 'certain', 'title', [0, 26]],
      year: [2021, 'certain', 'title', [10, 14]],
      signedOn: missing,
      publishedOn: missing,
      faults: [],
      parts: [
        ['measures', 'chapter', 181, 2220, 2031, 'certain'], ['leader', 'sentences', 218, 330, 112, 'doubtful'],
        ['problems', 'chapter', 2221, 2431, 209, 'certain'], ['plan', 'chapter', 2432, 3152, 715, 'certain'],
      ],
      sections: [[181, 201, 2220, 8], [2221, 2230, 2431, 3], [2432, 2441, 3152, 5]],
      markers: '一、 (一) (二) 一是 二是 (三) (四) (五) (六) (七) (八) 二、 一是 二是 三是 三、 一是 二是 三是 四是 五是',
    })
  })

  test('a party committee and a government: no title, two bodies and a day at the end', async () => {
    expect(await facts('002_bde659d87634349d.txt')).toEqual({
      restored: true,
      length: 3536,
      textHash: '5038fb9adc7a',
      residue: [],
      title: missing,
      unitName: ['f7bc942125f3', 'certain', 'signature', [3518, 3525]],
      unitKind: ['government', 'certain', 'derived', [3518, 3525]],
      unitLevel: ['city', 'certain', 'derived', [3518, 3525]],
      unitCode: ['220300', 'certain', 'derived', [3518, 3525]],
      documentKind: ['annual-report', 'certain', 'opening', [76, 82]],
      year: [2023, 'certain', 'opening', [0, 5]],
      signedOn: ['2024-01-29', 'certain', 'signature', [3526, 3536]],
      publishedOn: missing,
      faults: [],
      parts: [
        ['measures', 'chapter', 162, 2803, 2622, 'certain'], ['problems', 'chapter', 2804, 2938, 133, 'certain'],
        ['leader', 'chapter', 2939, 3210, 270, 'certain'], ['plan', 'chapter', 3211, 3510, 298, 'certain'],
      ],
      sections: [[162, 180, 2803, 7], [2804, 2811, 2938, 4], [2939, 2965, 3210, 0], [3211, 3224, 3510, 4]],
      markers: '一、 (一) 1. 2. 3. (二) (三) 1. 2. 3. 4. (四) (五) (六) (七) 二、 一是 二是 三是 四是 三、 四、 一是 二是 三是 四是',
    })
  })

  test('a bare place in the title, an empty publication line, no signature', async () => {
    expect(await facts('003_67ce8698e7c80b38.txt')).toEqual({
      restored: true,
      length: 3326,
      textHash: '1157f839084e',
      residue: [[0, 1, 'blank-lines'], [19, 7, 'empty-publication-line']],
      title: ['b47733a05bc0', 'certain', 'title', [0, 18]],
      unitName: ['59d5df2f322a', 'doubtful', 'title', [0, 3]],
      unitKind: ['government', 'doubtful', 'derived', [0, 3]],
      unitLevel: ['county', 'certain', 'derived', [0, 3]],
      unitCode: ['445381', 'certain', 'derived', [0, 3]],
      documentKind: ['annual-report', 'certain', 'title', [0, 18]],
      year: [2022, 'certain', 'title', [3, 7]],
      signedOn: missing,
      publishedOn: missing,
      faults: [],
      parts: [
        ['measures', 'chapter', 142, 2476, 2319, 'certain'], ['leader', 'sentences', 290, 360, 70, 'doubtful'],
        ['problems', 'chapter', 2477, 2666, 188, 'certain'], ['plan', 'chapter', 2667, 3326, 652, 'certain'],
      ],
      sections: [[142, 148, 2476, 6], [2477, 2483, 2666, 3], [2667, 2678, 3326, 6]],
      markers:
        '一、 (一) 一是 二是 三是 (二) 一是 二是 三是 (三) 一是 二是 三是 四是 (四) 一是 二是 三是 (五) 一是 二是 三是 (六) 一是 二是 三是 ' +
        '二、 一是 二是 三是 三、 一是 二是 三是 四是 五是 六是',
    })
  })
})
