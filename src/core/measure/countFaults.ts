import type { FactFinding } from '#core/facts/fact'
import type { MeasuredFault } from '#core/measure/measuredReport'
import type { Measured } from '#core/measure/suggestion'

/** A5: numbering that is missing, repeated or out of order, each place once. */
export function countSerialFaults(faults: readonly MeasuredFault[]): Measured {
  const of = (kind: MeasuredFault['kind']): string => String(faults.filter((fault) => fault.kind === kind).length)
  return {
    found: { kind: 'causes', counts: { numbering: faults.length } },
    working: { key: 'serialFaults', values: { count: String(faults.length), missing: of('missing'), repeated: of('repeated'), outOfOrder: of('out-of-order') } },
    places: faults.map(({ start, end }) => ({ start, end })),
  }
}

/**
 * G2: checks that conflict, by cause: totals, rates (growth with them), the same quantity stated twice. What cannot be told is named in the
 * working and not counted. Where nothing can be checked nothing is deducted, and the working says so (checked 0).
 */
export function countNumberConflicts(findings: readonly FactFinding[]): Measured {
  const conflicts = findings.filter(({ verdict }) => verdict === 'conflicts')
  const count = (...kinds: FactFinding['kind'][]): number => conflicts.filter(({ kind }) => kinds.includes(kind)).length
  const counts = { sum: count('sum'), rate: count('rate', 'change'), conflict: count('repeat') }
  const verdicts = (verdict: FactFinding['verdict']): string => String(findings.filter((finding) => finding.verdict === verdict).length)
  return {
    found: { kind: 'causes', counts },
    working: {
      key: 'numberConflicts',
      values: {
        checked: String(findings.length), agrees: verdicts('agrees'), sums: String(counts.sum), rates: String(counts.rate),
        repeats: String(counts.conflict), unsure: verdicts('cannot-tell'),
      },
    },
    places: (conflicts.length > 0 ? conflicts : findings).flatMap(({ places }) => places.slice(0, 1)),
  }
}
