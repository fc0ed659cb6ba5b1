import type { Instant, ItemId, UnitId } from '#core/ids'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { Ranking } from '#core/ranking/ranking'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { ItemState } from '#core/scoring/itemState'
import type { WorkbookWords } from '#core/tables/workbookWords'

/** Everything a workbook says. Nothing is looked up and no number is decided while it is laid out. */
export interface WorkbookInput {
  readonly project: { readonly name: string; readonly year: number; readonly settings: ProjectSettings; /** Oldest first; absent: never changed. */ readonly settingsChanges?: readonly SettingsChangeInput[] }
  readonly rubricRecord: RubricRecord
  /** One a ranking group; every unit is in exactly one. */
  readonly rankings: readonly Ranking[]
  /** What to call a group of `rankings`; a group that is not listed is called by its own text. */
  readonly groupNames: ReadonlyMap<string, string>
  /** In the order of their score sheets: 评分表_001 is the first. */
  readonly units: readonly UnitInput[]
  readonly assessorName: string
  readonly words: WorkbookWords
  readonly language: 'zh' | 'en'
  readonly madeAt: Instant
  /** The same instant for the eye, local and with its zone: "2025-03-01 14:30 (UTC+08:00)". */
  readonly madeAtText: string
  readonly appVersion: string
  readonly methodVersion: string
}

/** A change of the rules of the project while it stood. */
export interface SettingsChangeInput {
  /** For the eye, as `madeAtText`. */
  readonly atText: string
  readonly by: string
  readonly reason: string
  readonly from: ProjectSettings
  readonly to: ProjectSettings
}

export interface UnitInput {
  readonly unit: { readonly id: UnitId; readonly name: string }
  readonly tree: ScoreTree
  /** Only items that have an entry. */
  readonly marks: ReadonlyMap<ItemId, MarkInput>
}

/** A judgement in words. Its points are in the tree. */
export interface MarkInput {
  readonly state: ItemState
  /** `describeAnswer`, '' = none. */
  readonly answerText: string
  readonly note: string
  readonly quotes: readonly string[]
  readonly reportTitle?: string
}
