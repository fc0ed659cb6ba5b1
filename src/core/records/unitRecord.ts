import type { Instant, ProjectId, UnitId } from '#core/ids'
import { addingFields } from '#core/records/migration'
import { aMatch, aName, aText, aWholeNumber, anId, anInstant, anObject, checkedAs, oneOf, orNull } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

export const unitVersions = { Initial: 1, AddCode: 2 } as const

/** Each brings a record to the version it is named by; a shipped one is never edited. */
export const unitMigrations = { [unitVersions.AddCode]: addingFields('unit', { code: null }) } as const

/** Who is assessed (被评单位). Names are unique within a project. */
export interface UnitRecord {
  readonly projectId: ProjectId
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly level: UnitLevel
  /** Ranking group as the owner names it; '' = by kind and level. */
  readonly group: string
  /** Code of its area after GB/T 2260, six digits; null = unknown. */
  readonly code: string | null
  /** Order in lists, as added. */
  readonly position: number
  readonly createdAt: Instant
  readonly archivedAt: Instant | null
  readonly removedAt: Instant | null
}

export function checkUnitRecord(value: unknown): Result<UnitRecord, RecordProblem> {
  return checkedAs<UnitRecord>('unit', unitShape, value)
}

const unitShape = anObject<UnitRecord>({
  projectId: anId,
  id: anId,
  name: aName,
  kind: oneOf('government', 'department'),
  level: oneOf('province', 'city', 'county', 'township'),
  group: aText,
  code: orNull(aMatch(/^\d{6}$/, 'six digits')),
  position: aWholeNumber(0, Number.MAX_SAFE_INTEGER),
  createdAt: anInstant,
  archivedAt: orNull(anInstant),
  removedAt: orNull(anInstant),
})
