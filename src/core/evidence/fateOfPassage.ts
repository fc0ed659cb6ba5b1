import type { Anchor } from '#core/evidence/anchor'
import type { VersionPassage } from '#core/evidence/compareVersions'
import { findAlterations, type Stretch } from '#core/evidence/findAlterations'
import { locateAnchor } from '#core/evidence/locateAnchor'
import type { Sha256 } from '#core/ids'

/**
 * What became of a cited passage in a newer version. stayed: word for word, in its sentence. nearby: it stands, but its sentence reads
 * otherwise. changed: part of it does. vanished: nothing of it, or next to nothing, is left. `before`: where it stood; null = not to be
 * found in the older text either.
 */
export interface PassageFate {
  readonly kind: 'stayed' | 'nearby' | 'changed' | 'vanished'
  readonly before: Stretch | null
  readonly after: Stretch | null
}

export interface TextVersion {
  readonly text: string
  readonly textHash: Sha256
}

/** A passage of which less than this share (in percent) is left has vanished. */
const leastLeft = 30
/** What ends a sentence, or a clause that stands for itself. */
const sentenceEnd = /[。！？；;!?\n]/

/**
 * Says of a passage that was cited from an older version whether it still stands in the newer one. A look-alike elsewhere never counts:
 * the passage is followed through the paragraphs that answer to each other, or found again beyond doubt (locateAnchor).
 * @example fateOfPassage(anchor, before, before, compareVersions(before.text, before.text)).kind // 'stayed'
 */
export function fateOfPassage(anchor: Anchor, before: TextVersion, after: TextVersion, passages: readonly VersionPassage[]): PassageFate {
  const place = locateAnchor(before.text, before.textHash, anchor)
  const found = locateAnchor(after.text, after.textHash, anchor)
  const again = found.kind === 'exact' || found.kind === 'moved' ? { start: found.start, end: found.end } : null
  if (place.kind !== 'exact' && place.kind !== 'moved') return { kind: again ? 'nearby' : 'vanished', before: null, after: again }
  const stood = { start: place.start, end: place.end }
  const touched = passages.filter((passage) => passage.before !== null && passage.before.start < stood.end && passage.before.end > stood.start)
  const [only] = touched
  if (touched.length === 1 && only && (only.kind === 'same' || only.kind === 'moved')) return { kind: 'stayed', before: stood, after: again ?? placeWithin(only, stood, before.text, after.text) }
  if (again) {
    const isWhole = sentenceAround(before.text, stood) === sentenceAround(after.text, again)
    return { kind: isWhole ? 'stayed' : 'nearby', before: stood, after: again }
  }
  return { before: stood, ...whatIsLeft(stood, before.text, after.text, touched) }
}

/** The passage in a paragraph that reads the same; where white space differs, the whole paragraph. */
function placeWithin({ before: old, after: now }: { readonly before: Stretch; readonly after: Stretch }, { start, end }: Stretch, before: string, after: string): Stretch {
  const shift = now.start - old.start
  return after.slice(start + shift, end + shift) === before.slice(start, end) ? { start: start + shift, end: end + shift } : now
}

function whatIsLeft(stood: Stretch, before: string, after: string, touched: readonly VersionPassage[]): Pick<PassageFate, 'kind' | 'after'> {
  let left = 0
  const places: number[] = []
  for (const passage of touched) {
    if (passage.kind === 'removed' || passage.kind === 'added') continue
    const { before: old, after: now } = passage
    for (const { kind, before: a, after: b } of findAlterations(before.slice(old.start, old.end), after.slice(now.start, now.end))) {
      const from = Math.max(stood.start, old.start + a.start)
      const to = Math.min(stood.end, old.start + a.end)
      if (kind === 'added' && old.start + a.start > stood.start && old.start + a.start < stood.end) places.push(now.start + b.start, now.start + b.end)
      if (kind !== 'same' || to <= from) continue
      left += before.slice(from, to).replace(/\s/g, '').length
      const shift = now.start + b.start - old.start - a.start
      places.push(from + shift, to + shift)
    }
  }
  const whole = before.slice(stood.start, stood.end).replace(/\s/g, '').length
  if (left * 100 < whole * leastLeft) return { kind: 'vanished', after: null }
  return { kind: 'changed', after: { start: Math.min(...places), end: Math.max(...places) } }
}

/** The sentence or sentences that a passage stands in, without white space. */
function sentenceAround(text: string, { start, end }: Stretch): string {
  let from = start
  while (from > 0 && !sentenceEnd.test(text[from - 1]!)) from -= 1
  let to = end
  while (to < text.length && !sentenceEnd.test(text[to - 1]!)) to += 1
  return text.slice(from, to).replace(/\s/g, '')
}
