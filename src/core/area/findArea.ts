import { listAreas, type Area } from '#core/area/areaTable'
import { parseBodyName } from '#core/text/parseBodyName'

/** A place of the table that a name may mean. */
export interface AreaMatch {
  readonly code: string
  readonly name: string
  readonly level: Area['level']
  /** From the province down to the place itself. */
  readonly path: readonly string[]
  /** How many of the places above it the hints name; tells places of one name apart, but never surely. */
  readonly support: number
}

interface Reading {
  readonly area: Area
  readonly read: number
  /** Read with its word of rank (四平市), not by its short form (四平). */
  readonly isFull: boolean
}

const governmentNext = /^(?:人民政府|政府|省委|市委|州委|县委|区委|旗委)/
const longestHint = 200_000

/**
 * The places that a body's name or a place's name may mean, by the table of GB/T 2260 to county level: 济南市市中区司法局 → 市中区 of
 * 济南. Short forms (四平, 广西政府, 延边州) count where nothing else of a name follows. Several matches = several places of that name,
 * those whose province or prefecture the hint text names first, otherwise in the order of their codes. None for what lies below a
 * county (a town, a development zone) or is not in the table: a code is never guessed.
 * @example findArea('罗定市人民政府').map(({ code }) => code) // ['445381']
 */
export function findArea(name: string, hints: { readonly text?: string } = {}): AreaMatch[] {
  const bare = name.replace(/\s/g, '').replace(/^中国共产党|^中共/, '')
  const readings = readPlaces(bare)
  const longest = Math.max(0, ...readings.map(({ read }) => read))
  if (longest === 0 || isBelow(bare.slice(longest))) return []
  const found = [...new Set(readings.filter(({ read }) => read === longest).map(({ area }) => area))]
  const text = (hints.text ?? '').slice(0, longestHint)
  const matches = found.map((area) => ({
    code: area.code,
    name: area.name,
    level: area.level,
    path: [...area.parents.map((parent) => parent.name), area.name],
    support: found.length === 1 || text === '' ? 0 : area.parents.filter(({ name: parent, short }) => text.includes(short || parent)).length,
  }))
  return matches.sort((a, b) => b.support - a.support)
}

/** Every way to read places from the start of a name, each down to the smallest place that it names. */
function readPlaces(name: string): Reading[] {
  const readings: Reading[] = []
  let open: Reading[] = listAreas().flatMap((area) => readArea(area, name, 0))
  while (open.length > 0) {
    readings.push(...open.filter((reading) => isWhole(reading, name)))
    open = open.flatMap(({ area, read }) => childrenOf(area).flatMap((child) => readArea(child, name, read)))
  }
  return readings
}

function readArea(area: Area, name: string, from: number): Reading[] {
  const readings: Reading[] = []
  if (name.startsWith(area.name, from)) readings.push({ area, read: from + area.name.length, isFull: true })
  if (area.short !== '' && name.startsWith(area.short, from)) {
    const short = from + area.short.length
    // 延边州, 恩施州: the short form keeps the word of rank.
    const keepsRank = area.name.endsWith('自治州') && name[short] === '州'
    readings.push({ area, read: keepsRank ? short + 1 : short, isFull: keepsRank })
  }
  return readings
}

/** A short form alone says little: 朝阳 is a place, 朝阳路 is none. It counts at the end of a name and before 政府. */
function isWhole({ isFull, read }: Reading, name: string): boolean {
  return isFull || read === name.length || governmentNext.test(name.slice(read))
}

function childrenOf(area: Area): readonly Area[] {
  return area.level === 'county' ? [] : listAreas().filter(({ parents }) => parents.includes(area))
}

/** Whether the rest of a name leads on to a smaller place: 白石镇人民政府, 高新区管委会. */
function isBelow(rest: string): boolean {
  return (parseBodyName(rest)?.place ?? '') !== ''
}
