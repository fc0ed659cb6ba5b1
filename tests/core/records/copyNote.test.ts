import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopyId, Instant, ProjectId, Sha256 } from '#core/ids'
import { checkCopyNote, copiesToDrop, type CopyNote } from '#core/records/copyNote'

function aNote(at: string, name = ''): CopyNote {
  return {
    id: `C${at}${name}` as CopyId, projectId: 'P' as ProjectId, projectName: '评估', at: at as Instant, name, sizeBytes: 1, sha256: 'a'.repeat(64) as Sha256, units: 1, reports: 1,
    entries: 1, newestEntryAt: null,
  }
}

const minute = 60_000
const start = Date.parse('2026-03-01T08:00:00.000Z')
const atMinute = (n: number): string => new Date(start + n * minute).toISOString()
const someNotes = fc.uniqueArray(fc.record({ minute: fc.nat(60 * 24 * 60), named: fc.boolean() }), { selector: ({ minute: at }) => at, maxLength: 80 })
  .map((list) => list.map(({ minute: at, named }) => aNote(atMinute(at), named ? '定稿' : '')))

describe('copies that may go', () => {
  test('of a day of work every ten minutes, all but the newest ten', () => {
    const notes = Array.from({ length: 48 }, (_, n) => aNote(atMinute(n * 10)))
    expect(copiesToDrop(notes).map(({ at }) => at).sort()).toEqual(notes.slice(0, 38).map(({ at }) => at))
  })

  test('of twenty days with two copies each: the newest ten, and one a day for fourteen days, stay', () => {
    const notes = Array.from({ length: 40 }, (_, n) => aNote(new Date(start + Math.floor(n / 2) * 1440 * minute + (n % 2) * minute).toISOString()))
    const kept = notes.filter((note) => !copiesToDrop(notes).includes(note))
    const lastOfDay = (day: number) => notes[day * 2 + 1]
    expect(kept).toEqual([...Array.from({ length: 9 }, (_, day) => lastOfDay(day + 6)), ...notes.slice(30)])
  })

  test('the newest and every named one stay, at most twenty-four of the others', () => {
    fc.assert(
      fc.property(someNotes, (notes) => {
        const dropped = new Set(copiesToDrop(notes))
        const kept = notes.filter((note) => !dropped.has(note))
        expect(notes.filter(({ name }) => name !== '').every((note) => kept.includes(note))).toBe(true)
        const own = notes.filter(({ name }) => name === '')
        const newest = own.reduce<CopyNote | null>((best, note) => (best && best.at > note.at ? best : note), null)
        expect(newest === null || kept.includes(newest)).toBe(true)
        expect(kept.filter(({ name }) => name === '').length).toBeLessThanOrEqual(24)
        expect(copiesToDrop(kept)).toEqual([])
      }),
    )
  })

  test('a note of another shape is none', () => {
    expect(checkCopyNote(aNote(atMinute(0))).ok).toBe(true)
    expect(checkCopyNote({ ...aNote(atMinute(0)), entries: -1 }).ok).toBe(false)
    expect(checkCopyNote(null).ok).toBe(false)
  })
})
