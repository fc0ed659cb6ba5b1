import { findArea, type AreaMatch } from '#core/area/findArea'
import type { ProposedUnit } from '#core/text/findUnit'
import type { Proposed } from '#core/text/reportProposal'

export interface PlacedUnit {
  readonly code: Proposed<string>
  /** The places that share the name, the likeliest first; one where it is unique, none where the table has no such place. */
  readonly places: readonly AreaMatch[]
  readonly level: ProposedUnit['level']
}

/**
 * Looks the unit up in the table of areas: its code (of a department that of its place) and its level, which the name leaves open for
 * a 市. One place of that name: as certain as the name, a bare place in the title counting as certain. Several: the one whose
 * province or prefecture the text names, doubtful; where that does not decide, no value. None: the level stays as the name has it.
 * @example findUnitCode(unit, text).code.value // '445381' for 罗定市人民政府
 */
export function findUnitCode(unit: ProposedUnit, text: string): PlacedUnit {
  const { name, level } = unit
  const places = name.value === null ? [] : findArea(name.value, { text })
  const [best, second] = places
  if (!best) return { code: { value: null, place: null, confidence: 'missing', source: 'none' }, places, level }
  const isSure = name.confidence === 'certain' || name.source === 'title'
  const confidence = isSure && places.length === 1 ? 'certain' : 'doubtful'
  const isDecided = !second || best.support > second.support
  const levels = new Set(places.map((place) => place.level))
  return {
    code: { value: isDecided ? best.code : null, place: name.place, confidence, source: 'derived' },
    places,
    level: levels.size === 1 || isDecided ? { value: best.level, place: name.place, confidence: isSure && levels.size === 1 ? 'certain' : 'doubtful', source: 'derived' } : level,
  }
}
