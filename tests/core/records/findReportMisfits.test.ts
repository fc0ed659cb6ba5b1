import { describe, expect, test } from 'vitest'
import { aFullSnapshot } from '../../builders/aFullSnapshot'
import { aSnapshot } from '../../builders/aSnapshot'
import type { Sha256, UnitId } from '#core/ids'
import { currentReport } from '#core/records/currentReport'
import { findTextMisfits, findVersionMisfits } from '#core/records/findReportMisfits'
import { checkSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import type { ReportRecord } from '#core/records/reportRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const full = aFullSnapshot()
const [first, second] = full.reports as [ReportRecord, ReportRecord]

describe('reports', () => {
  test('of a sound project have nothing that does not hold', () => {
    expect([...findTextMisfits(full.reports), ...findVersionMisfits(full.reports)]).toEqual([])
    expect(checkSnapshot(full)).toEqual({ ok: true, value: full })
  })

  test.each<[string, Partial<ReportRecord>, string]>([
    ['a text that its hash does not say', { text: '改' }, 'text'],
    ['edits that did not lead to the text', { edits: second.edits.map((edit) => ({ ...edit, inserted: '5' })) }, 'edits'],
    ['a first page that does not begin the text', { pages: [1, 20] }, 'pages'],
    ['pages that fall', { pages: [0, 20, 10] }, 'pages'],
    ['a page beyond the text', { pages: [0, 2_000] }, 'pages'],
  ])('%s is found', (_what, change, what) => {
    expect(findTextMisfits([first, { ...second, ...change }])).toEqual([{ kind: 'report-misfit', reportId: second.id, what }])
  })

  test('versions: of another unit, of none, in a circle', () => {
    const misfits = (...reports: readonly ReportRecord[]) => findVersionMisfits(reports).map(({ reportId }) => reportId)
    expect(misfits(first)).toEqual([first.id])
    expect(misfits(first, { ...second, unitId: 'other' as UnitId })).toEqual([first.id])
    expect(misfits(first, { ...second, supersededBy: first.id })).toEqual([first.id, second.id])
    expect(misfits({ ...first, supersededBy: first.id })).toEqual([first.id])
  })

  test('the one that stands is superseded by none', () => {
    expect(currentReport(full.reports)).toBe(second)
    expect(currentReport([{ ...second, supersededBy: first.id }, { ...first, supersededBy: null }])?.id).toBe(first.id)
    expect(currentReport([])).toBeUndefined()
  })
})

describe('files of outside proofs', () => {
  const [hash, bytes] = [...full.attachments][0] as [Sha256, Uint8Array]
  const proven = full.entries.find(({ proofs }) => proofs.length > 0) as ScoreEntry
  const withSize = full.entries.map((entry) => ({ ...entry, proofs: entry.proofs.map((proof) => ({ ...proof, file: proof.file && { ...proof.file, sizeBytes: bytes.length + 1 } })) }))

  test.each<[string, Partial<ProjectSnapshot>, object]>([
    ['missing', { attachments: new Map() }, { kind: 'dangling-reference', from: proven.id, to: hash }],
    ['of other bytes', { attachments: new Map([[hash, bytes.map((byte) => byte ^ 1)]]) }, { kind: 'altered-attachment', hash }],
    ['of another size', { entries: withSize }, { kind: 'altered-attachment', hash }],
    ['named by nothing', { entries: aSnapshot().entries }, { kind: 'dangling-reference', from: 'attachment', to: hash }],
  ])('%s are refused', (_what, change, problem) => {
    expect(checkSnapshot({ ...full, ...change })).toEqual({ ok: false, problem })
  })

  test.each<[string, object]>([
    ['an html page', { mediaType: 'text/html' }],
    ['more than the cap', { sizeBytes: 20 * 2 ** 20 + 1 }],
    ['a hash that is none', { hash: '../x' }],
  ])('%s is no proof', (_what, change) => {
    const entries = full.entries.map((entry) => ({ ...entry, proofs: entry.proofs.map((proof) => ({ ...proof, file: { ...proof.file!, ...change } })) }))
    expect(checkSnapshot({ ...full, entries })).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
  })

  test('a proof that says nothing is none, nor an accepted answer where there is no answer, nor an empty word searched for', () => {
    const accepted = proven.accepted
    for (const change of [{ proofs: [{ address: '', seenOn: null, note: '', file: null }] }, { state: 'pending', answer: null, accepted }, { searched: [' '] }]) {
      expect(checkSnapshot({ ...full, entries: [{ ...proven, ...change }], attachments: new Map() })).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
    }
  })
})
