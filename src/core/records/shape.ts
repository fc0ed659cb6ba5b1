/**
 * Small checks from which every record's check is made. They are total (no input throws) and exact: a missing field, a field
 * too many or a value of another kind is a problem that names its path. The first problem found is reported.
 */
import { parseCalendarDay } from '#core/calendarDay'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'

/** Why a stored or received record is not what it says it is: `path` "settings.bands[0].from", `expected` in plain words. */
export interface RecordProblem {
  readonly kind: 'invalid-record'
  readonly record: string
  readonly path: string
  readonly expected: string
}

/** Null when the value fits, else where and what was expected. */
export type Check = (value: unknown, path: string) => Misfit | null
export interface Misfit {
  readonly path: string
  readonly expected: string
}

export type Fields<T> = { readonly [K in keyof Required<T>]: Check }

/** Runs a check and gives the value its type. */
export function checkedAs<T>(record: string, check: Check, value: unknown): Result<T, RecordProblem> {
  const misfit = check(value, '')
  return misfit === null ? success(value as T) : failure({ kind: 'invalid-record', record, ...misfit })
}

/** `optional`: fields that may be left out, of records whose shape grew without the old ones being rewritten. */
export function anObject<T>(fields: Fields<T>, optional: Readonly<Record<string, Check>> = {}): Check {
  const checks = Object.entries(fields) as [string, Check][]
  const optionalChecks = Object.entries(optional)
  const known = new Set([...Object.keys(fields), ...Object.keys(optional)])
  return (value, path) => {
    if (!isObject(value)) return { path, expected: 'an object' }
    for (const key of Object.keys(value)) if (!known.has(key)) return { path: joinPath(path, key), expected: 'no such field' }
    for (const [key, check] of checks) {
      if (!Object.hasOwn(value, key)) return { path: joinPath(path, key), expected: 'a field' }
      const misfit = check(value[key], joinPath(path, key))
      if (misfit) return misfit
    }
    for (const [key, check] of optionalChecks) {
      const misfit = Object.hasOwn(value, key) ? check(value[key], joinPath(path, key)) : null
      if (misfit) return misfit
    }
    return null
  }
}

export function anArray(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, expected: 'an array' }
    for (let index = 0; index < value.length; index += 1) {
      const misfit = check(value[index], `${path}[${index}]`)
      if (misfit) return misfit
    }
    return null
  }
}

/** An object with free keys, all values of one kind. */
export function aDictionary(check: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return { path, expected: 'an object' }
    for (const [key, inner] of Object.entries(value)) {
      const misfit = check(inner, joinPath(path, key))
      if (misfit) return misfit
    }
    return null
  }
}

export function orNull(check: Check): Check {
  return (value, path) => (value === null ? null : check(value, path))
}

export function oneOf(...values: readonly unknown[]): Check {
  return (value, path) => (values.includes(value) ? null : { path, expected: `one of ${values.join(', ')}` })
}

export function aMatch(pattern: RegExp, expected: string): Check {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? null : { path, expected })
}

export function aWholeNumber(low: number, high: number): Check {
  return (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high ? null : { path, expected: `a whole number from ${low} to ${high}` }
}

export const aText: Check = (value, path) => (typeof value === 'string' ? null : { path, expected: 'a text' })
export const aName: Check = (value, path) => (typeof value === 'string' && value.trim() !== '' ? null : { path, expected: 'a text that is not empty' })
export const aBoolean: Check = (value, path) => (typeof value === 'boolean' ? null : { path, expected: 'true or false' })
export const aNumber: Check = (value, path) => (typeof value === 'number' && Number.isFinite(value) ? null : { path, expected: 'a finite number' })
export const bytes: Check = (value, path) => (ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]' ? null : { path, expected: 'bytes' })
export const aHash: Check = aMatch(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 lower-case hex digits')
/** No control characters: ids are stored joined by one. */
// eslint-disable-next-line no-control-regex
export const anId: Check = aMatch(/^[^\u0000-\u001f\u007f]{1,200}$/, 'an id of 1 to 200 characters without control characters')
export const aDay: Check = (value, path) => (typeof value === 'string' && parseCalendarDay(value) !== null ? null : { path, expected: 'a calendar day as 2024-03-01' })

const instantShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
export const anInstant: Check = (value, path) => {
  const match = typeof value === 'string' ? instantShape.exec(value) : null
  return match && parseCalendarDay(match[1] as string) !== null ? null : { path, expected: 'an instant as 2025-03-01T06:30:00.000Z' }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
}

export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
