import fc from 'fast-check'
import type { CalendarDay } from '#core/calendarDay'
import type { Anchor } from '#core/evidence/anchor'
import type { OutsideProof } from '#core/evidence/outsideProof'
import type { AssessorId, EntryId, Instant, ItemId, ReportId, Sha256, UnitId } from '#core/ids'
import { measureNames } from '#core/rubric/measureName'
import type { AcceptedSuggestion } from '#core/scoring/acceptedSuggestion'
import type { Answer } from '#core/scoring/answer'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10) as CalendarDay)
const decimal = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0))
/** Any text, with what packing has to escape well represented. */
const name = fc.oneof(fc.string(), fc.constantFrom('', ';', '=', '%3b', 'a=1;b', '\u001f', '\u0000', 'x', '__proto__', '7', '面'))

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), level: name }),
  fc.record({ kind: fc.constant('passFail' as const), passed: fc.boolean() }),
  fc.record({ kind: fc.constant('passFail' as const), date: day }),
  fc.record({ kind: fc.constant('checklist' as const), marks: dictionary(fc.oneof(decimal, fc.constant('notApplicable' as const))) }),
  fc.record({ kind: fc.constant('deduct' as const), events: dictionary(decimal) }),
  fc.record({ kind: fc.constant('ratio' as const), numerator: decimal, denominator: decimal }),
  fc.record({ kind: fc.constant('count' as const), events: dictionary(decimal) }),
  fc.record({ kind: fc.constant('interval' as const), value: decimal }),
  fc.record({ kind: fc.constant('itemMean' as const), marks: fc.array(name) }),
  fc.record({ kind: fc.constant('judge' as const), points: decimal }),
  fc.record({ kind: fc.constant('timeliness' as const), date: day }),
  fc.record({ kind: fc.constant('timeliness' as const), never: fc.constant(true as const) }),
  fc.record({ kind: fc.constant('byRank' as const), value: decimal }),
  fc.record({ kind: fc.constant('reference' as const), score: decimal }),
  fc.record({ kind: fc.constant('reference' as const), exact: name, from: name }),
  fc.record({ kind: fc.constant('reference' as const), low: name, high: name, from: name }),
  fc.record({ kind: fc.constant('sources' as const), scores: dictionary(fc.oneof(decimal, fc.constant('notApplicable' as const))) }),
  fc.record({ kind: fc.constant('scale' as const), counts: dictionary(decimal), unknown: decimal }),
  fc.record({ kind: fc.constant('negative' as const), events: decimal }),
  fc.record({ kind: fc.constant('veto' as const), applies: fc.boolean() }),
)

const anyAnchor: fc.Arbitrary<Anchor> = fc.record(
  {
    reportId: fc.constant('REPORT' as ReportId),
    textHash: fc.constant('c'.repeat(64) as Sha256),
    start: fc.integer({ min: 0, max: 5_000 }),
    end: fc.integer({ min: 5_001, max: 9_000 }),
    quote: fc.string(),
    prefix: fc.string(),
    suffix: fc.string(),
    keptFor: fc.constant('e'.repeat(64) as Sha256),
  },
  { requiredKeys: ['reportId', 'textHash', 'start', 'end', 'quote', 'prefix', 'suffix'] },
)

const someText = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')

/** A proof without a file: what is kept of files is another table's. */
const anyProof: fc.Arbitrary<OutsideProof> = fc.record({ address: someText, seenOn: fc.option(day), note: fc.string(), file: fc.constant(null) })

const anyAccepted: fc.Arbitrary<AcceptedSuggestion> = fc.record({ measure: fc.constantFrom(...measureNames), textHash: fc.constant('d'.repeat(64) as Sha256), working: fc.string() })

const judgement = fc.oneof(
  fc.record({ state: fc.constant('scored' as const), answer: anyAnswer }),
  fc.record({ state: fc.constantFrom('unscored' as const, 'notFound' as const, 'notApplicable' as const, 'pending' as const), answer: fc.constant(null) }),
)

export const unitA = 'UNIT-A' as UnitId
export const assessorA = 'ASSESSOR-A' as AssessorId

/**
 * A history of one scorecard: every entry replaces none or an earlier one of its item, not always the last: forks are there.
 * Entry k has the id `E<k>` with k in three digits.
 */
export const anyHistory: fc.Arbitrary<ScoreEntry[]> = fc
  .array(
    fc.record({
      itemId: fc.constantFrom('A1', 'A10', 'A2', 'b', 'C-3').map((id) => id as ItemId),
      judgement,
      parent: fc.nat(),
      note: fc.oneof(fc.constant(''), fc.string()),
      evidence: fc.array(anyAnchor, { maxLength: 2 }),
      searched: fc.oneof(fc.constant([]), fc.array(someText, { maxLength: 2 })),
      proofs: fc.oneof(fc.constant([]), fc.array(anyProof, { maxLength: 2 })),
      accepted: fc.option(anyAccepted, { freq: 4 }),
      seconds: fc.integer({ min: 0, max: 4_000_000_000 }),
      millis: fc.integer({ min: 0, max: 999 }),
    }),
    { maxLength: 14 },
  )
  .map((drafts) => {
    const entries: ScoreEntry[] = []
    for (const { itemId, judgement: said, parent, note, evidence, searched, proofs, accepted, seconds, millis } of drafts) {
      const earlier = entries.filter((entry) => entry.itemId === itemId)
      const replaces = earlier[parent % (earlier.length + 1)]?.id ?? null
      const at = new Date(seconds * 1_000 + millis).toISOString() as Instant
      entries.push({ id: `E${String(entries.length).padStart(3, '0')}` as EntryId, unitId: unitA, itemId, assessorId: assessorA, at, replaces, ...said, note, evidence, searched, proofs, accepted: said.state === 'scored' ? accepted : null })
    }
    return entries
  })

/** A history in which every entry replaces the one that stands: what one program alone writes. */
export const anyStraightHistory: fc.Arbitrary<ScoreEntry[]> = anyHistory.map((entries) => {
  const standing = new Map<ItemId, EntryId>()
  return entries.map((entry) => {
    const straight = { ...entry, replaces: standing.get(entry.itemId) ?? null }
    standing.set(entry.itemId, entry.id)
    return straight
  })
})

function dictionary<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.array(fc.tuple(name, value), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs) as Record<string, T>)
}
