import type { CalendarDay } from '#core/calendarDay'
import type { Sha256 } from '#core/ids'
import type { OutlineFault } from '#core/text/outlineFaults'
import type { OutlineNode } from '#core/text/reportProposal'
import type { StatutoryPart } from '#core/text/statutoryParts'

/** A report as the measures read it: its cleaned text and what was recognised in it. */
export interface MeasuredReport {
  readonly text: string
  readonly textHash: Sha256
  readonly outline: readonly OutlineNode[]
  readonly parts: readonly MeasuredPart[]
  readonly faults: readonly MeasuredFault[]
  readonly signedOn: CalendarDay | null
  readonly publishedOn: CalendarDay | null
  /** G4's pinned set: the project's other reports of the year and the unit's own of last year. `name` is shown in the working. */
  readonly comparedWith: readonly { readonly name: string; readonly text: string }[]
}

/** A statutory part as far as the measures need it; several of one kind are added. */
export type MeasuredPart = Pick<StatutoryPart, 'part' | 'form' | 'start' | 'end'>

export type MeasuredFault = Pick<OutlineFault, 'kind' | 'start' | 'end'>
