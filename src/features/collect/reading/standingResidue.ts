import type { ReportRecord, Residue } from '#core/records/reportRecord'
import { offsetAfterEdits } from '#core/records/textEdits'

/** A piece that cleaning took out, as it stands now. */
export interface StandingResidue extends Residue {
  /** Its number in the report's residue. */
  readonly index: number
  /** Where it belongs in the text as it is now. */
  readonly at: number
  /** A person has put it back; it is part of the text again. */
  readonly isPutBack: boolean
}

/**
 * Follows every piece of residue through the edits: where it belongs now, and whether an edit put exactly it back at exactly its place.
 * Nothing of this is stored: undoing the edit takes the piece out again.
 */
export function standingResidue({ residue, edits }: Pick<ReportRecord, 'residue' | 'edits'>): StandingResidue[] {
  const pieces = residue.map((piece, index) => ({ ...piece, index, isPutBack: false }))
  for (const edit of edits) {
    const restored = edit.removed === '' ? pieces.findIndex((piece) => !piece.isPutBack && piece.at === edit.start && piece.text === edit.inserted) : -1
    pieces.forEach((piece, index) => {
      if (index === restored) piece.isPutBack = true
      // Of pieces that belong to one place those behind the one put back stand behind it.
      else piece.at = restored >= 0 && index > restored && piece.at === edit.start ? piece.at + edit.inserted.length : offsetAfterEdits([edit], piece.at)
    })
  }
  return pieces
}

/** Kinds in the order in which they first occur, each with its pieces. */
export function residueByKind(pieces: readonly StandingResidue[]): { readonly kind: Residue['kind']; readonly pieces: readonly StandingResidue[] }[] {
  const kinds = new Map<Residue['kind'], StandingResidue[]>()
  for (const piece of pieces) {
    const ofKind = kinds.get(piece.kind)
    if (ofKind) ofKind.push(piece)
    else kinds.set(piece.kind, [piece])
  }
  return [...kinds].map(([kind, ofKind]) => ({ kind, pieces: ofKind }))
}
