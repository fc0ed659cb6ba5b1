import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant, ProjectId } from '#core/ids'
import { findLoss, parseSentinel, type Sentinel } from '#core/records/sentinel'

const at = '2026-03-01T08:00:00.000Z' as Instant
const [p, q] = ['P', 'Q'] as [ProjectId, ProjectId]
const file = { name: '评估.zhunsheng', at }
const sentinel: Sentinel = { writes: 40, at, projects: [{ id: p, name: '评估', entries: 30, file }, { id: q, name: '试评', entries: 2, file: null }] }

describe('what is missing', () => {
  test('nothing, when all is there, and when there is more', () => {
    expect(findLoss(sentinel, { writes: 40, projects: [{ id: p, entries: 30 }, { id: q, entries: 2 }] })).toEqual({ kind: 'none' })
    expect(findLoss(sentinel, { writes: 44, projects: [{ id: p, entries: 33 }, { id: q, entries: 2 }] })).toEqual({ kind: 'none' })
    expect(findLoss(null, { writes: 0, projects: [] })).toEqual({ kind: 'none' })
  })

  test('everything, from a database that was started anew', () => {
    expect(findLoss(sentinel, { writes: 0, projects: [] })).toEqual({
      kind: 'emptied', since: at, writes: 40,
      projects: [{ id: p, name: '评估', entries: 30, file, missing: 30, gone: true }, { id: q, name: '试评', entries: 2, file: null, missing: 2, gone: true }],
    })
  })

  test('its end, from a log that was cut', () => {
    expect(findLoss(sentinel, { writes: 37, projects: [{ id: p, entries: 27 }, { id: q, entries: 2 }] })).toEqual({
      kind: 'shortened', since: at, writes: 3, projects: [{ id: p, name: '评估', entries: 30, file, missing: 3, gone: false }],
    })
    expect(findLoss(sentinel, { writes: 39, projects: [{ id: p, entries: 30 }, { id: q, entries: 2 }] })).toMatchObject({ kind: 'shortened', writes: 1, projects: [] })
  })

  test('judgements, though the count of writes fits', () => {
    expect(findLoss(sentinel, { writes: 40, projects: [{ id: q, entries: 2 }] })).toMatchObject({ kind: 'altered', writes: 0, projects: [{ id: p, missing: 30, gone: true }] })
  })

  test('whatever is less than it was is named', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(40), fc.nat(5), (writes, inP, inQ) => {
        const loss = findLoss(sentinel, { writes, projects: [{ id: p, entries: inP }, { id: q, entries: inQ }] })
        expect(loss.kind !== 'none').toBe(writes < 40 || inP < 30 || inQ < 2)
      }),
    )
  })
})

test('a sentinel is read back as it was written; anything else says nothing', () => {
  expect(parseSentinel(JSON.stringify(sentinel))).toEqual(sentinel)
  for (const text of [null, '', '{', '{}', 'null', JSON.stringify({ ...sentinel, writes: -1 })]) expect(parseSentinel(text)).toBe(null)
})
