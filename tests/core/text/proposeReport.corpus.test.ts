import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#core/digest/sha256'
import { normalizeNewlines } from '#core/text/cleanText'
import { outlineFaults } from '#core/text/outlineFaults'
import { proposeReport } from '#core/text/proposeReport'
import { restoreText } from '#core/text/restoreText'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

// Work reports lie beside the project and none of their words in it: expectations are labels, codes and counts.
const folder = new URL('../../../../shared/corpus/', import.meta.url)
const isThere = existsSync(folder)
const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

describe.skipIf(!isThere)('31 long reports of another kind (needs ../shared)', () => {
  const read = files.map((fileName) => {
    const bytes = new Uint8Array(readFileSync(new URL(fileName, folder)))
    const text = new TextDecoder().decode(bytes)
    const raw = { format: 'text', encoding: 'utf-8', text: normalizeNewlines(text), pages: [], title: null, address: null, published: null } as const
    return { raw, proposal: proposeReport({ fileName, sizeBytes: bytes.length, bytesHash: sha256(bytes) }, raw) }
  })

  test('all are recognised as work reports, for certain, of the 31 provinces', () => {
    expect(read.map(({ proposal }) => `${proposal.documentKind.value} ${proposal.documentKind.confidence}`)).toEqual(Array.from({ length: 31 }, () => 'work-report certain'))
    expect(read.map(({ proposal }) => proposal.unitCode.value?.slice(0, 2)).sort().join(' ')).toBe(
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65',
    )
    expect([...new Set(read.map(({ proposal }) => `${proposal.unitLevel.value} ${proposal.unitLevel.confidence} ${proposal.year.value}`))]).toEqual(['province certain 2025'])
  })

  test('cleaning takes out white space only, and can be undone', () => {
    for (const { raw, proposal } of read) {
      expect(restoreText(proposal.text, proposal.residue)).toBe(raw.text)
      expect([...new Set(proposal.residue.map(({ kind }) => kind))].filter((kind) => kind !== 'edge-space' && kind !== 'blank-lines')).toEqual([])
    }
  })

  test('the numbering has one slip in all of them; parts never overlap but for single sentences', () => {
    expect(read.flatMap(({ proposal }) => outlineFaults(splitOutline(proposal.text), proposal.text)).map(({ kind, depth, expected, found }) => [kind, depth, expected, found])).toEqual([['missing', 3, 3, 4]])
    for (const { proposal } of read) {
      const parts = statutoryParts(proposal.text, splitOutline(proposal.text)).filter(({ form }) => form !== 'sentences')
      expect(parts.every(({ start }, i) => start >= (parts[i - 1]?.end ?? 0))).toBe(true)
      expect(parts.reduce((sum, { share }) => sum + share.numerator, 0)).toBeLessThanOrEqual(parts[0]!.share.denominator)
    }
  })
})
