import type { AssessorId, EntryId, Instant, ItemId, ProjectId, Sha256, UnitId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { defaultSettings } from '#core/records/projectRecord'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Answer } from '#core/scoring/answer'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/** A project of so many units, assessors and items, and one entry for each: the same every time. */
export interface Material {
  readonly project: ProjectRecord
  readonly rubric: RubricRecord
  readonly units: readonly UnitRecord[]
  readonly assessors: readonly AssessorRecord[]
  readonly itemIds: readonly ItemId[]
  readonly entries: readonly ScoreEntry[]
}

export interface MaterialSize {
  readonly units: number
  readonly assessors: number
  readonly items: number
}

const start = Date.UTC(2025, 2, 3, 1, 0, 0)

/** Of 20 entries 1 is not found, 1 does not apply, 1 is pending, 17 are scored: by levels, dates, checklists, counts, ratios, points. */
export function makeMaterial(size: MaterialSize): Material {
  const projectId = longId('PR', 1) as ProjectId
  const createdAt = new Date(start).toISOString() as Instant
  const units = Array.from({ length: size.units }, (_none, index): UnitRecord => ({
    projectId,
    id: longId('UN', index) as UnitId,
    name: `单位 ${index + 1}`,
    kind: 'government',
    level: 'county',
    group: '',
    code: null,
    position: index,
    createdAt,
    archivedAt: null,
    removedAt: null,
  }))
  const assessors = Array.from({ length: size.assessors }, (_none, index): AssessorRecord => ({ projectId, id: longId('AS', index) as AssessorId, name: `评估员 ${index + 1}`, createdAt }))
  const itemIds = Array.from({ length: size.items }, (_none, index) => `${'ABCDEFGH'[Math.floor(index / 13)] ?? 'Z'}${(index % 13) + 1}` as ItemId)
  const entries: ScoreEntry[] = []
  for (const assessor of assessors) {
    for (const unit of units) {
      for (const itemId of itemIds) entries.push(makeEntry(unit.id, assessor.id, itemId, entries.length))
    }
  }
  return { project: makeProject(projectId, createdAt), rubric: { hash: hashText('a'), structureHash: hashText('b'), rubric: emptyRubric, adoptedAt: createdAt }, units, assessors, itemIds, entries }
}

export function makeEntry(unitId: UnitId, assessorId: AssessorId, itemId: ItemId, number: number, replaces: EntryId | null = null): ScoreEntry {
  const odd = number % 20
  const state = odd === 17 ? 'notFound' : odd === 18 ? 'notApplicable' : odd === 19 ? 'pending' : 'scored'
  return {
    id: longId('EN', number) as EntryId,
    unitId,
    itemId,
    assessorId,
    at: new Date(start + number * 7_919).toISOString() as Instant,
    replaces,
    state,
    answer: state === 'scored' ? makeAnswer(number) : null,
    ...noGrounds,
  }
}

function makeAnswer(number: number): Answer {
  const spread = (number * 2_654_435_761) % 4_294_967_296
  switch (number % 8) {
    case 0:
    case 1:
    case 2:
      return { kind: 'level', level: ['none', 'weak', 'fair', 'good', 'full'][spread % 5] as string }
    case 3:
      return { kind: 'passFail', passed: spread % 3 > 0 }
    case 4:
      return { kind: 'checklist', marks: { a: spread % 3, b: (spread % 5) / 2, c: spread % 7 === 0 ? 'notApplicable' : 1 } }
    case 5:
      return { kind: 'count', events: { national: spread % 3, provincial: spread % 11 } }
    case 6:
      return { kind: 'ratio', numerator: spread % 97, denominator: 97 + (spread % 400) }
    default:
      return { kind: 'judge', points: (spread % 61) / 10 }
  }
}

/** 26 characters, as the app's ids: unlike each other from the first characters on. */
function longId(prefix: string, number: number): string {
  let lane = (number + 1) * 2_654_435_761
  let text = prefix
  while (text.length < 26) {
    lane = (lane * 1_103_515_245 + 12_345 + number) % 2_147_483_648
    text += lane.toString(32).toUpperCase()
  }
  return `${text.slice(0, 20)}${String(number).padStart(6, '0')}`
}

function hashText(letter: string): Sha256 {
  return letter.repeat(64) as Sha256
}

function makeProject(id: ProjectId, createdAt: Instant): ProjectRecord {
  return { id, name: '存储基准', year: 2024, rubricHash: hashText('a'), settings: defaultSettings, createdAt, changedAt: createdAt, archivedAt: null, removedAt: null, sample: false }
}

/** Storage never looks into it. */
const emptyRubric: RubricRecord['rubric'] = {
  format: 'zhunsheng.rubric',
  formatVersion: 1,
  key: 'bench',
  version: '1',
  name: 'bench',
  summary: '',
  full: 100,
  notApplicableMethod: 'global',
  bases: [],
  groups: [],
}
