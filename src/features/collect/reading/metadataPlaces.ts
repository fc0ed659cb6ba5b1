import type { ReportRecord, Residue } from '#core/records/reportRecord'
import { proposeReport } from '#core/text/proposeReport'
import type { Proposed } from '#core/text/reportProposal'
import type { Span } from '#features/collect/reading/reportPieces'

/** What the text itself says of a field, and where; offsets in the text as it is now. */
export interface ReadField {
  readonly value: string | null
  readonly place: Span | null
  readonly source: Proposed<unknown>['source']
}

export type MetadataField = 'title' | 'year' | 'signedOn' | 'publishedOn' | 'sourceAddress' | 'unitCode'

/**
 * Reads the metadata out of the text again, to show the place beside each field. Cleaning an edited text may take something more out (what
 * a person put back): the places are led back to the text as it stands.
 */
export function metadataPlaces({ fileName, sizeBytes, bytesHash, format, encoding, text }: ReportRecord): Record<MetadataField, ReadField> {
  const read = proposeReport({ fileName, sizeBytes, bytesHash }, { format, encoding, text, pages: [], title: null, address: null, published: null })
  const field = ({ value, place, source }: Proposed<string | number>): ReadField => ({ value: value === null ? null : String(value), place: place && placeInRaw(read.residue, place), source })
  return { title: field(read.title), year: field(read.year), signedOn: field(read.signedOn), publishedOn: field(read.publishedOn), sourceAddress: field(read.sourceAddress), unitCode: field(read.unitCode) }
}

function placeInRaw(residue: readonly Residue[], { start, end }: Span): Span {
  const shift = (isBefore: (at: number) => boolean): number => residue.reduce((sum, { at, text }) => sum + (isBefore(at) ? text.length : 0), 0)
  return { start: start + shift((at) => at <= start), end: end + shift((at) => at < end) }
}
