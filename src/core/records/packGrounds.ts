import type { OutsideProof } from '#core/evidence/outsideProof'
import { acceptedShape, anchorShape, proofShape } from '#core/records/checkScoreEntry'
import { aName, aText, anArray } from '#core/records/shape'
import type { Check, Fields } from '#core/records/shape'
import type { AcceptedSuggestion } from '#core/scoring/acceptedSuggestion'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { Grounds } from '#core/scoring/scoreEntry'

/**
 * Grounds as stored: what most judgements are without is left out, never kept as an empty list, so that equal grounds give equal
 * records. Rows of data version 1 had note and evidence only and are read as they are.
 */
export interface PackedGrounds extends Pick<Grounds, 'note' | 'evidence'> {
  readonly searched?: readonly string[]
  readonly proofs?: readonly OutsideProof[]
  readonly accepted?: AcceptedSuggestion
}

export function packGrounds({ note, evidence, searched, proofs, accepted }: Grounds): PackedGrounds {
  return {
    note,
    evidence,
    ...(searched.length > 0 && { searched }),
    ...(proofs.length > 0 && { proofs }),
    ...(accepted !== null && { accepted }),
  }
}

export function unpackGrounds(packed: PackedGrounds | undefined): Grounds {
  if (packed === undefined) return noGrounds
  const { note, evidence, searched = noGrounds.searched, proofs = noGrounds.proofs, accepted = null } = packed
  return { note, evidence, searched, proofs, accepted }
}

/** Whether there is anything to keep apart from the packed columns. */
export function hasGrounds({ note, evidence, searched, proofs, accepted }: Grounds): boolean {
  return note !== '' || evidence.length > 0 || searched.length > 0 || proofs.length > 0 || accepted !== null
}

const some = (check: Check): Check => (value, path) => anArray(check)(value, path) ?? ((value as readonly unknown[]).length > 0 ? null : { path, expected: 'at least one' })

export const groundsFields: Fields<Pick<PackedGrounds, 'note' | 'evidence'>> = { note: aText, evidence: anArray(anchorShape) }
export const sparseGroundsFields: Fields<Omit<PackedGrounds, 'note' | 'evidence'>> = { searched: some(aName), proofs: some(proofShape), accepted: acceptedShape }
