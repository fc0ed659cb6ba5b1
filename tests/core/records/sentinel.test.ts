import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssessorId, Instant, ProjectId, UnitId } from '#core/ids'
import type { LedgerRecord } from '#core/records/ledgerRecord'
import { digestLedger, findLoss, parseSentinel, stricterSentinel, type Sentinel, type SentinelProject } from '#core/records/sentinel'

const at = '2026-03-01T08:00:00.000Z' as Instant
const [p, q] = ['P', 'Q'] as [ProjectId, ProjectId]
const file = { name: '评估.zhunsheng', at }
const [one, two, other] = ['1', '2', 'f'].map((digit) => digit.repeat(16)) as [string, string, string]
const inP = { id: p, units: 3, reports: 4, entries: 30, digest: one }
const inQ = { id: q, units: 1, reports: 0, entries: 2, digest: two }
const sentinel: Sentinel = { writes: 40, at, stock: 40, projects: [{ ...inP, name: '评估', file }, { ...inQ, name: '试评', file: null }] }
const [knownP, knownQ] = sentinel.projects as [SentinelProject, SentinelProject]
const none = { units: 0, reports: 0, entries: 0 }

describe('what is missing', () => {
  test('nothing, when all is there, and when there is more', () => {
    expect(findLoss(sentinel, { writes: 40, projects: [inP, inQ] })).toEqual({ kind: 'none' })
    expect(findLoss(sentinel, { writes: 44, projects: [{ ...inP, entries: 33, digest: other }, inQ] })).toEqual({ kind: 'none' })
    expect(findLoss(null, { writes: 0, projects: [] })).toEqual({ kind: 'none' })
  })

  test('everything, from a database that was started anew', () => {
    expect(findLoss(sentinel, { writes: 0, projects: [] })).toEqual({
      kind: 'emptied', since: at, writes: 40,
      projects: [{ ...knownP, missing: { units: 3, reports: 4, entries: 30 }, gone: true }, { ...knownQ, missing: { units: 1, reports: 0, entries: 2 }, gone: true }],
    })
  })

  test('its end, from a log that was cut', () => {
    expect(findLoss(sentinel, { writes: 37, projects: [{ ...inP, entries: 27, reports: 3, digest: other }, inQ] })).toEqual({
      kind: 'shortened', since: at, writes: 3, projects: [{ ...knownP, missing: { units: 0, reports: 1, entries: 3 }, gone: false }],
    })
    expect(findLoss(sentinel, { writes: 39, projects: [inP, inQ] })).toEqual({ kind: 'shortened', since: at, writes: 1, projects: [] })
  })

  test('judgements, units or reports, though the count of writes fits', () => {
    expect(findLoss(sentinel, { writes: 40, projects: [inQ] })).toMatchObject({ kind: 'altered', writes: 0, projects: [{ id: p, missing: { entries: 30 }, gone: true }] })
    expect(findLoss(sentinel, { writes: 40, projects: [{ ...inP, reports: 3 }, inQ] })).toMatchObject({ kind: 'altered', projects: [{ id: p, missing: { ...none, reports: 1 }, gone: false }] })
  })

  test('other judgements in the same number, where nothing was written since', () => {
    expect(findLoss(sentinel, { writes: 40, projects: [{ ...inP, digest: other }, inQ] })).toMatchObject({ kind: 'altered', writes: 0, projects: [{ id: p, missing: none, gone: false }] })
    expect(findLoss({ ...sentinel, stock: 39 }, { writes: 40, projects: [{ ...inP, digest: other }, inQ] })).toEqual({ kind: 'none' })
  })

  test('reports taken out by a later write are no loss; judgements are', () => {
    expect(findLoss(sentinel, { writes: 41, projects: [{ ...inP, reports: 2 }, inQ] })).toEqual({ kind: 'none' })
    expect(findLoss(sentinel, { writes: 41, projects: [{ ...inP, entries: 29 }, inQ] })).toMatchObject({ kind: 'altered', projects: [{ missing: { ...none, entries: 1 } }] })
  })

  test('whatever is less than it was is named', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(40), fc.nat(5), (writes, entriesInP, entriesInQ) => {
        const loss = findLoss(sentinel, { writes, projects: [{ ...inP, entries: entriesInP }, { ...inQ, entries: entriesInQ }] })
        expect(loss.kind !== 'none').toBe(writes < 40 || entriesInP < 30 || entriesInQ < 2)
      }),
    )
  })
})

test('of two sentinels the one that knows more counts', () => {
  const [older, behind] = [{ ...sentinel, writes: 39 }, { ...sentinel, stock: 38 }]
  expect(stricterSentinel(null, null)).toBe(null)
  for (const weaker of [null, older, behind]) {
    expect(stricterSentinel(sentinel, weaker)).toBe(sentinel)
    expect(stricterSentinel(weaker, sentinel)).toBe(sentinel)
  }
})

test('the digest of a ledger knows every line, in whatever order the records come', () => {
  const line = (assessorId: string, entryCount: number) => ({ assessorId: assessorId as AssessorId, entryCount, digest: one })
  const [a, b]: [LedgerRecord, LedgerRecord] = [{ projectId: p, unitId: 'U' as UnitId, lines: [line('A', 1), line('B', 2)] }, { projectId: p, unitId: 'V' as UnitId, lines: [line('A', 3)] }]
  expect(digestLedger([a, b])).toBe(digestLedger([b, a]))
  const digests = [[], [a], [a, b], [{ ...a, lines: [line('A', 1)] }, b], [{ ...a, lines: [line('A', 2), line('B', 2)] }, b]].map(digestLedger)
  expect(new Set(digests).size).toBe(5)
})

test('a sentinel is read back as it was written; anything else says nothing', () => {
  expect(parseSentinel(JSON.stringify(sentinel))).toEqual(sentinel)
  for (const text of [null, '', '{', '{}', 'null', JSON.stringify({ ...sentinel, writes: -1 })]) expect(parseSentinel(text)).toBe(null)
})
