import { unitNameLimit } from '#core/records/checkUnitNames'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import { plainName } from '#core/text/plainName'
import type { UnitBlockRow, WordReading } from '#features/collect/units/parseUnitBlock'

export type UnitRowProblem =
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'name-too-long'; readonly limit: number }
  | { readonly kind: 'name-repeated'; readonly line: number }
  | { readonly kind: 'name-exists' }
  | { readonly kind: 'kind-empty' }
  | { readonly kind: 'kind-unknown'; readonly text: string }
  | { readonly kind: 'level-empty' }
  | { readonly kind: 'level-unknown'; readonly text: string }
  | { readonly kind: 'group-too-long'; readonly limit: number }
  | { readonly kind: 'code-unknown'; readonly text: string }

/** What the person answered for rows whose cells say nothing: one answer for all empty cells, and answers row by row. */
export interface UnitBlockAnswers {
  readonly kindForEmpty: UnitKind | null
  readonly levelForEmpty: UnitLevel | null
  /** By line. */
  readonly kinds: ReadonlyMap<number, UnitKind>
  readonly levels: ReadonlyMap<number, UnitLevel>
}

export interface CheckedUnitRow {
  readonly line: number
  readonly name: string
  readonly kind: UnitKind | null
  readonly level: UnitLevel | null
  readonly group: string
  /** GB/T 2260; null = unknown. */
  readonly code: string | null
  readonly problems: readonly UnitRowProblem[]
}

export const groupNameLimit = 40

/** Every row with what still stands against it; a block goes in only when no row has a problem. `takenNames` are the project's. */
export function checkUnitBlock(rows: readonly UnitBlockRow[], takenNames: ReadonlySet<string>, answers: UnitBlockAnswers): CheckedUnitRow[] {
  const firstLineOf = new Map<string, number>()
  const taken = new Set([...takenNames].map(plainName))
  return rows.map((row) => {
    const kind = answers.kinds.get(row.line) ?? chosen(row.kind, answers.kindForEmpty)
    const level = answers.levels.get(row.line) ?? chosen(row.level, answers.levelForEmpty)
    const problems = [
      ...checkName(row, taken, firstLineOf),
      ...(kind === null ? [row.kind.kind === 'unknown' ? { kind: 'kind-unknown' as const, text: row.kind.text } : { kind: 'kind-empty' as const }] : []),
      ...(level === null ? [row.level.kind === 'unknown' ? { kind: 'level-unknown' as const, text: row.level.text } : { kind: 'level-empty' as const }] : []),
      ...(row.group.length > groupNameLimit ? [{ kind: 'group-too-long' as const, limit: groupNameLimit }] : []),
      ...(row.code.kind === 'unknown' ? [{ kind: 'code-unknown' as const, text: row.code.text }] : []),
    ]
    if (!firstLineOf.has(plainName(row.name))) firstLineOf.set(plainName(row.name), row.line)
    return { line: row.line, name: row.name, kind, level, group: row.group, code: row.code.kind === 'known' ? row.code.value : null, problems }
  })
}

/** Names as a reader tells them apart: a full-width bracket or a blank makes no other unit. */
function checkName(row: UnitBlockRow, taken: ReadonlySet<string>, firstLineOf: ReadonlyMap<string, number>): UnitRowProblem[] {
  if (row.name === '') return [{ kind: 'name-empty' }]
  if (row.name.length > unitNameLimit) return [{ kind: 'name-too-long', limit: unitNameLimit }]
  const line = firstLineOf.get(plainName(row.name))
  if (line !== undefined) return [{ kind: 'name-repeated', line }]
  return taken.has(plainName(row.name)) ? [{ kind: 'name-exists' }] : []
}

function chosen<T>(reading: WordReading<T>, forEmpty: T | null): T | null {
  return reading.kind === 'known' ? reading.value : reading.kind === 'empty' ? forEmpty : null
}
