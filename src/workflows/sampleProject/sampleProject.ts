import type { CalendarDay } from '#core/calendarDay'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

/** Shape of sampleProject.json: a whole project about fictional places, written by us, for the newcomer's first ten seconds. */
export interface SampleProject {
  readonly name: string
  readonly year: number
  readonly rubric: string
  readonly assessor: string
  readonly units: readonly SampleUnit[]
}

export interface SampleUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly group: string
  /** Null: a unit whose report has not come in yet. */
  readonly report: {
    readonly fileName: string
    /** Lines of the file as it would come from a government website, residue included. */
    readonly lines: readonly string[]
    readonly title: string | null
    readonly signedOn: CalendarDay | null
    readonly publishedOn: CalendarDay | null
  } | null
  /** By item id; quotes are found in the cleaned text and must occur there exactly once. */
  readonly marks: Readonly<Record<string, SampleMark>>
}

export interface SampleMark {
  readonly state: Exclude<ItemState, 'unscored'>
  readonly answer?: Answer
  readonly note?: string
  readonly quotes?: readonly string[]
}
