import type { Residue } from '#core/records/reportRecord'

/**
 * Puts the residue back where it stood: the raw text before cleaning, with line breaks as LF.
 * @example restoreText('甲', [{ at: 1, text: ' \n', kind: 'blank-lines' }]) // '甲 \n'
 */
export function restoreText(text: string, residue: readonly Residue[]): string {
  const pieces: string[] = []
  let from = 0
  for (const piece of residue) {
    pieces.push(text.slice(from, piece.at), piece.text)
    from = piece.at
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}
