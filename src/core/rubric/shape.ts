import { parseCalendarDay, type CalendarDay } from '#core/calendarDay'
import type { ExpectedType, RubricProblem } from '#core/rubric/rubricProblem'

/**
 * Small readers from which parseRubric is built. A reader takes any value, appends what is wrong to `problems` and then returns
 * undefined; otherwise it returns a fresh value with the known fields only. No reader throws, whatever JSON it is given.
 */
export type Reader<T> = (value: unknown, path: string, problems: RubricProblem[]) => T | undefined

type Fields = Readonly<Record<string, Reader<unknown>>>
type Read<R> = R extends Reader<infer T> ? T : never
type RecordOf<R extends Fields, O extends Fields> = { -readonly [K in keyof R]: Read<R[K]> } & { -readonly [K in keyof O]?: Read<O[K]> }

function wrongType(path: string, problems: RubricProblem[], expected: ExpectedType): undefined {
  problems.push({ kind: 'wrong-type', path, expected })
}

export function readText(value: unknown, path: string, problems: RubricProblem[]): string | undefined {
  return typeof value === 'string' ? value : wrongType(path, problems, 'text')
}

export function readWording(value: unknown, path: string, problems: RubricProblem[]): string | undefined {
  const text = readText(value, path, problems)
  if (text === undefined || /\S/.test(text)) return text
  problems.push({ kind: 'empty-text', path })
  return undefined
}

/** Ids are ASCII, so that they survive file names, spreadsheets and links: "A-a", "C10". */
export function readId(value: unknown, path: string, problems: RubricProblem[]): string | undefined {
  const id = readText(value, path, problems)
  if (id === undefined || /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(id)) return id
  problems.push({ kind: 'bad-id', path, id })
  return undefined
}

/** Names of families of rubrics: lower case, so that they survive file names. */
export function readKey(value: unknown, path: string, problems: RubricProblem[]): string | undefined {
  const key = readText(value, path, problems)
  if (key === undefined || /^[a-z][a-z0-9-]{0,63}$/.test(key)) return key
  problems.push({ kind: 'bad-id', path, id: key })
  return undefined
}

/** −0 becomes 0, so that what is read is what a second reading gives. */
export function readNumber(value: unknown, path: string, problems: RubricProblem[]): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(path, problems, 'number')
  return value === 0 ? 0 : value
}

export function readWholeNumber(value: unknown, path: string, problems: RubricProblem[]): number | undefined {
  if (!Number.isSafeInteger(value)) return wrongType(path, problems, 'whole-number')
  return value === 0 ? 0 : (value as number)
}

export function readBoolean(value: unknown, path: string, problems: RubricProblem[]): boolean | undefined {
  return typeof value === 'boolean' ? value : wrongType(path, problems, 'boolean')
}

/** A field that says something by being there: only `false` may stand in it. */
export function readFalse(value: unknown, path: string, problems: RubricProblem[]): false | undefined {
  const found = readBoolean(value, path, problems)
  if (found === true) problems.push({ kind: 'not-allowed', path, found: 'true', allowed: ['false'] })
  return found === false ? false : undefined
}

export function readDay(value: unknown, path: string, problems: RubricProblem[]): CalendarDay | undefined {
  const text = readText(value, path, problems)
  if (text === undefined) return undefined
  const day = parseCalendarDay(text)
  if (day !== null) return day
  problems.push({ kind: 'not-a-day', path, text })
  return undefined
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Reader<T> {
  return function readOneOf(value, path, problems) {
    const text = readText(value, path, problems)
    if (text === undefined) return undefined
    const found = allowed.find((candidate) => candidate === text)
    if (found === undefined) problems.push({ kind: 'not-allowed', path, found: text, allowed })
    return found
  }
}

export function listOf<T>(readEntry: Reader<T>): Reader<T[]> {
  return function readList(value, path, problems) {
    if (!Array.isArray(value)) return wrongType(path, problems, 'list')
    const entries: T[] = []
    // By index: map would step over the holes of a sparse array.
    for (let index = 0; index < value.length; index += 1) {
      const entry = readEntry(value[index], `${path}[${index}]`, problems)
      if (entry !== undefined) entries.push(entry)
    }
    return entries.length === value.length ? entries : undefined
  }
}

/** An object with exactly these fields; anything beside them is reported, so that a misspelt field is never silently lost. */
export function recordOf<R extends Fields, O extends Fields = Record<never, never>>(required: R, optional?: O): Reader<RecordOf<R, O>> {
  const readers = new Map(Object.entries({ ...optional, ...required }))
  return function readRecord(value, path, problems) {
    const source = readObject(value, path, problems)
    if (source === undefined) return undefined
    const before = problems.length
    for (const name of Object.keys(source)) {
      if (!readers.has(name)) problems.push({ kind: 'unknown-field', path: fieldPath(path, name) })
    }
    const record: Record<string, unknown> = {}
    for (const [name, readField] of readers) {
      if (Object.hasOwn(source, name)) record[name] = readField(source[name], fieldPath(path, name), problems)
      else if (Object.hasOwn(required, name)) problems.push({ kind: 'missing-field', path: fieldPath(path, name) })
    }
    return problems.length === before ? (record as RecordOf<R, O>) : undefined
  }
}

/** English beside texts: at least one of these, none of them empty. */
export function englishOf<const F extends string>(...fields: readonly F[]): Reader<{ [K in F]?: string }> {
  const read = recordOf({}, Object.fromEntries(fields.map((field) => [field, readWording])))
  return function readEnglish(value, path, problems) {
    const english = read(value, path, problems)
    if (english === undefined || Object.keys(english).length > 0) return english as { [K in F]?: string } | undefined
    problems.push({ kind: 'empty-text', path })
    return undefined
  }
}

/** One of several shapes, told apart by their field `kind`. */
export function byKind<T>(shapes: Readonly<Record<string, Reader<T>>>): Reader<T> {
  const readKind = oneOf(...Object.keys(shapes))
  return function readByKind(value, path, problems) {
    const source = readObject(value, path, problems)
    if (source === undefined) return undefined
    if (!Object.hasOwn(source, 'kind')) {
      problems.push({ kind: 'missing-field', path: fieldPath(path, 'kind') })
      return undefined
    }
    const kind = readKind(source['kind'], fieldPath(path, 'kind'), problems)
    return kind === undefined ? undefined : shapes[kind]?.(value, path, problems)
  }
}

export function fieldPath(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}

function readObject(value: unknown, path: string, problems: RubricProblem[]): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType(path, problems, 'object')
  return value as Readonly<Record<string, unknown>>
}
