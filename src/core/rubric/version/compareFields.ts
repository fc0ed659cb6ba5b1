import { canonicalJson } from '#core/rubric/canonicalJson'
import { wordingFields } from '#core/rubric/hashRubric'

/**
 * One difference inside a node. `path` leads to it: field names, and for entries of a list `#id` or their place from 0
 * (['rule', 'levels', '#fact', 'points']); a changed order of a list ends in 'order'. Undefined: not there.
 */
export interface FieldChange {
  readonly path: readonly string[]
  readonly kind: 'wording' | 'structure'
  readonly before: unknown
  readonly after: unknown
}

/**
 * Two plain JSON values field by field, in the order in which the new one names them. What is wording and what is structure is asked
 * of hashRubric alone: a structural change is listed exactly when the structure hash of the values differs. Lists whose entries have
 * ids are compared by them; of others the entries in the same place, if the lists are equally long. An object whose `kind` changed is
 * one change: another rule has other fields.
 * @example compareFields({ full: 2, name: '甲' }, { full: 3, name: '甲' }) // [{ path: ['full'], kind: 'structure', before: 2, after: 3 }]
 */
export function compareFields(before: unknown, after: unknown): FieldChange[] {
  return compareAt(before, after, [], 'structure')
}

function compareAt(before: unknown, after: unknown, path: readonly string[], kind: FieldChange['kind']): FieldChange[] {
  if (isSame(before, after)) return []
  if (isObject(before) && isObject(after) && before['kind'] === after['kind']) return compareObjects(before, after, path, kind)
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, kind)
  return [{ path, kind, before, after }]
}

function compareObjects(before: Json, after: Json, path: readonly string[], kind: FieldChange['kind']): FieldChange[] {
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))]
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]]
    return compareAt(old, now, [...path, name], isWording(name, old, now) ? 'wording' : kind)
  })
}

/** The condition of 不适用 is wording; that there is one is structure. */
function isWording(name: string, before: unknown, after: unknown): boolean {
  return wordingFields.has(name) || (name === 'notApplicable' && before !== undefined && after !== undefined)
}

function compareLists(before: readonly unknown[], after: readonly unknown[], path: readonly string[], kind: FieldChange['kind']): FieldChange[] {
  const [old, now] = [byId(before), byId(after)]
  if (old && now) return compareById(old, now, path, kind)
  const inPlace = before.length === after.length && [...before, ...after].every(isObject)
  return inPlace ? after.flatMap((entry, index) => compareAt(before[index], entry, [...path, String(index)], kind)) : [{ path, kind, before, after }]
}

function compareById(before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>, path: readonly string[], kind: FieldChange['kind']): FieldChange[] {
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))]
  const entries = ids.flatMap((id) => compareAt(before.get(id), after.get(id), [...path, `#${id}`], kind))
  const [stayedBefore, stayedAfter] = [[...before.keys()].filter((id) => after.has(id)), [...after.keys()].filter((id) => before.has(id))]
  return isSame(stayedBefore, stayedAfter) ? entries : [...entries, { path: [...path, 'order'], kind, before: stayedBefore, after: stayedAfter }]
}

/** The entries by id; null when some have none or two have the same. An empty list goes with any other. */
function byId(list: readonly unknown[]): Map<string, Json> | null {
  const entries = new Map<string, Json>()
  for (const entry of list) {
    if (!isObject(entry) || typeof entry['id'] !== 'string' || entries.has(entry['id'])) return null
    entries.set(entry['id'], entry)
  }
  return entries
}

type Json = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after
  return canonicalJson(before) === canonicalJson(after)
}
