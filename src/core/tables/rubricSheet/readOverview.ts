import type { BonusSection, NegativeSection, Rubric, TotalSources } from '#core/rubric/rubric'
import { cellAt } from '#core/tables/cells'
import { unescapeText } from '#core/tables/rubricSheet/escapeText'
import { templateFormat } from '#core/tables/rubricSheet/overviewRows'
import { readDecimal } from '#core/tables/rubricSheet/readDecimal'
import type { RubricSheetProblem, SheetPlace } from '#core/tables/rubricSheet/rubricSheetProblem'
import { keyOfWord, type OverviewEntry, type RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export interface Overview {
  readonly head: Omit<Rubric, 'groups' | 'bases' | 'totalSources' | 'bonus' | 'negative' | 'vetoes' | 'consistency' | '$schema'>
  /** What the sections say besides their items; null: the section is not there. */
  readonly settings: {
    readonly totalSources: Omit<TotalSources, 'items'> | null
    readonly bonus: Omit<BonusSection, 'items'> | null
    readonly negative: Omit<NegativeSection, 'items'> | null
    readonly vetoes: boolean
    readonly consistency: boolean
  }
}

interface Entry {
  readonly text: string
  readonly place: SheetPlace
}

/** The overview sheet: entries in the first column, values in the second, in any order. Null when something is wrong. */
export function readOverview(sheet: TableSheet, words: RubricSheetWords, problems: RubricSheetProblem[]): Overview | null {
  const before = problems.length
  const entries = new Map<OverviewEntry, Entry>()
  sheet.rows.forEach((cells, row) => {
    const entry = keyOfWord(words.entries, cells[0] ?? '')
    if (entry !== null) entries.set(entry, { text: (cells[1] ?? '').replaceAll('\r\n', '\n'), place: { sheet: sheet.name, cell: cellAt(row, 1) } })
  })
  const read = { entries, words, sheet: sheet.name, problems }
  checkFormat(read)
  const key = neededText(read, 'key')
  if (key !== '' && !/^[a-z][a-z0-9-]{0,63}$/.test(key)) problems.push({ kind: 'bad-id', place: (entries.get('key') as Entry).place, found: key })
  const share = optionalNumber(read, 'leastSettledShare')
  const mergeAt = choice(read, 'mergeAt', words.merges)
  const english: Writable<NonNullable<Rubric['en']>> = {}
  for (const [entry, field] of [['nameEn', 'name'], ['summaryEn', 'summary']] as const) {
    const text = entries.get(entry)?.text ?? ''
    if (text.trim() !== '') english[field] = unescapeText(text)
  }
  const head: Overview['head'] = {
    format: 'zhunsheng.rubric',
    formatVersion: 1,
    key,
    version: neededText(read, 'version'),
    name: neededText(read, 'name'),
    summary: unescapeText(entries.get('summary')?.text ?? ''),
    full: neededNumber(read, 'full'),
    notApplicableMethod: choice(read, 'method', words.methods) ?? 'global',
    ...(share === undefined ? {} : { leastSettledShare: share }),
    ...(mergeAt === undefined ? {} : { mergeAt }),
    ...(Object.keys(english).length > 0 ? { en: english } : {}),
  }
  const settings = { totalSources: readOwnSource(read), bonus: readBonus(read), negative: readNegative(read), vetoes: yes(read, 'vetoes') === true, consistency: yes(read, 'consistency') === true }
  return problems.length > before ? null : { head, settings }
}

interface Source {
  readonly entries: ReadonlyMap<OverviewEntry, Entry>
  readonly words: RubricSheetWords
  readonly sheet: string
  readonly problems: RubricSheetProblem[]
}

function checkFormat({ entries, words, sheet, problems }: Source): void {
  const format = entries.get('format')
  if (format === undefined || format.text.trim() === '') problems.push({ kind: 'missing-entry', sheet, entry: words.entries.format })
  else if (format.text.trim() !== templateFormat) problems.push({ kind: 'newer-format', place: format.place, found: format.text.trim() })
}

/** The own items as a source of the total: there where the overview says so or names them. */
function readOwnSource(source: Source): Omit<TotalSources, 'items'> | null {
  const { entries } = source
  const isGiven = (entry: OverviewEntry): boolean => (entries.get(entry)?.text.trim() ?? '') !== ''
  if (yes(source, 'sources') !== true && !isGiven('ownLabel') && !isGiven('ownWeight')) return null
  const english = isGiven('ownLabelEn') ? { en: { label: unescapeText(entries.get('ownLabelEn')?.text ?? '') } } : {}
  return { own: { label: neededText(source, 'ownLabel'), weight: neededNumber(source, 'ownWeight'), ...english } }
}

function readBonus(source: Source): Omit<BonusSection, 'items'> | null {
  const there = yes(source, 'bonus')
  const cap = optionalNumber(source, 'bonusCap')
  const base = optionalNumber(source, 'bonusGate')
  const inclusive = yes(source, 'bonusInclusive') ?? true
  const capAtFull = yes(source, 'bonusCapAtFull')
  const section: Writable<Omit<BonusSection, 'items'>> = {}
  if (cap !== undefined) section.cap = cap
  if (base !== undefined) section.gate = { base, inclusive }
  if (capAtFull !== undefined) section.capAtFull = capAtFull
  return there === true || Object.keys(section).length > 0 ? section : null
}

function readNegative(source: Source): Omit<NegativeSection, 'items'> | null {
  const there = yes(source, 'negative')
  const cap = optionalNumber(source, 'negativeCap')
  return cap === undefined ? (there === true ? {} : null) : { cap }
}

function neededText({ entries, words, sheet, problems }: Source, entry: OverviewEntry): string {
  const found = entries.get(entry)
  if (found === undefined || found.text.trim() === '') problems.push({ kind: 'missing-entry', sheet, entry: words.entries[entry] })
  return unescapeText(found?.text ?? '')
}

function neededNumber(source: Source, entry: OverviewEntry): number {
  const value = optionalNumber(source, entry)
  if (value === undefined && (source.entries.get(entry)?.text.trim() ?? '') === '') source.problems.push({ kind: 'missing-entry', sheet: source.sheet, entry: source.words.entries[entry] })
  return value ?? 0
}

function optionalNumber({ entries, problems }: Source, entry: OverviewEntry): number | undefined {
  const found = entries.get(entry)
  if (found === undefined || found.text.trim() === '') return undefined
  const value = readDecimal(found.text)
  if (value === null) problems.push({ kind: 'not-a-number', place: found.place, found: found.text.trim() })
  return value ?? undefined
}

function choice<K extends string>({ entries, problems }: Source, entry: OverviewEntry, words: Readonly<Record<K, string>>): K | undefined {
  const found = entries.get(entry)
  if (found === undefined || found.text.trim() === '') return undefined
  const key = keyOfWord(words, found.text)
  if (key === null) problems.push({ kind: 'not-allowed', place: found.place, found: found.text.trim(), allowed: Object.values<string>(words) })
  return key ?? undefined
}

function yes(source: Source, entry: OverviewEntry): boolean | undefined {
  const answer = choice(source, entry, source.words.answers)
  return answer === undefined ? undefined : answer === 'yes'
}
