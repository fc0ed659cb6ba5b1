import { describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { CalendarDay } from '#core/calendarDay'
import type { EntryId, ReportId, UnitId } from '#core/ids'
import type { FileProblem } from '#features/collect/intake/intakeStore'
import type { DoubtCause } from '#features/collect/intake/reviewDoubts'
import en from '#features/collect/messages.en.json'
import zh from '#features/collect/messages.zh.json'
import { doubtAnswerWords, doubtGroupWords, doubtWords, fileProblemWords, refusalWords, rowProblemWords, sizeWords, twinWords, unitProblemWords } from '#features/collect/problems'
import type { UnitRowProblem } from '#features/collect/units/checkUnitBlock'
import type { UnitProblem } from '#workflows/addUnits'
import type { ImportRefusal } from '#workflows/importReport'

const unitId = 'u1' as UnitId
const fileProblems: readonly FileProblem[] = [
  { kind: 'empty-file' },
  { kind: 'too-large', sizeBytes: 31_457_280, limitBytes: 20_971_520 },
  ...(['pdf', 'docx', 'html', 'mht', 'doc', 'wps', 'xls', 'ppt', 'ole', 'rtf', 'ofd', 'xlsx', 'pptx', 'odt', 'epub', 'zip', 'archive', 'image', 'binary'] as const).map((looksLike) => ({ kind: 'not-text' as const, looksLike })),
  ...(['docx', 'pdf', 'html', 'mht'] as const).map((format) => ({ kind: 'damaged' as const, format })),
  ...(['pdf', 'office', 'zip'] as const).map((format) => ({ kind: 'locked' as const, format })),
  { kind: 'scanned-pdf', pages: 37 },
  { kind: 'garbled-pdf', pages: 38 },
  ...(['docx', 'pdf'] as const).map((format) => ({ kind: 'unpacks-too-large' as const, format, limitBytes: 16_777_216 })),
  ...(['characters', 'pages', 'elements', 'nesting'] as const).map((what) => ({ kind: 'over-limit' as const, what, limit: 1000 })),
  { kind: 'reader-failed' },
  { kind: 'unknown-encoding' },
  { kind: 'no-text-left' },
  { kind: 'unreadable' },
]
const rowProblems: readonly UnitRowProblem[] = [
  { kind: 'name-empty' }, { kind: 'name-too-long', limit: 100 }, { kind: 'name-repeated', line: 7 }, { kind: 'name-exists' },
  { kind: 'kind-empty' }, { kind: 'kind-unknown', text: '企业' }, { kind: 'level-empty' }, { kind: 'level-unknown', text: '星级' }, { kind: 'group-too-long', limit: 40 }, { kind: 'code-unknown', text: '22032' },
]
const causes: readonly DoubtCause[] = [
  { kind: 'unit-missing' }, { kind: 'unit-ambiguous', read: '青川市', unitIds: [unitId] }, { kind: 'unit-likely', read: '青川市' }, { kind: 'unit-unsure' },
  { kind: 'unit-taken', key: 'k', fileName: 'a.txt' }, { kind: 'unit-has-report', unitId, reportId: 'r1' as ReportId }, { kind: 'name-empty' }, { kind: 'name-too-long', limit: 100 }, { kind: 'name-exists' },
  { kind: 'kind-missing' }, { kind: 'level-missing' }, { kind: 'doubtful' }, { kind: 'not-a-year' }, { kind: 'year-differs', year: 2021, projectYear: 2024 },
  { kind: 'not-a-day' }, { kind: 'before-year', year: 2024 }, { kind: 'before-signed', signedOn: '2025-01-20' as CalendarDay },
  ...(['open-government-report', 'work-plan', 'work-report', 'self-check', 'other'] as const).map((found) => ({ kind: 'other-kind' as const, found })),
  { kind: 'two-units', read: '青川市', other: '松原区' }, { kind: 'unit-unknown', name: '海门县' }, { kind: 'code-differs', code: '130102', read: '610116' },
  { kind: 'code-open', places: [] }, { kind: 'code-unsure', places: [] }, { kind: 'not-a-code' },
]
const refusals: readonly ImportRefusal[] = [
  { kind: 'bytes-differ' }, { kind: 'report-already-there', reportId: 'r1' as ReportId }, { kind: 'quota-exceeded' }, { kind: 'data-unreadable' },
  { kind: 'data-newer-than-app', found: 2, supported: 1 }, { kind: 'name-taken', name: '青川市', unitId }, { kind: 'storage-failed', detail: 'AbortError: full' },
  ...(['project', 'rubric', 'unit', 'report', 'assessor'] as const).map((what) => ({ kind: 'not-found' as const, what })),
  { kind: 'stale-entry', standing: 'e1' as EntryId }, { kind: 'already-there', what: 'project', id: 'p1' }, { kind: 'invalid-record', problem: { kind: 'invalid-record', record: 'unit', path: 'name', expected: 'a text' } },
]
const unitProblems: readonly UnitProblem[] = [
  { kind: 'name-missing', row: 0 }, { kind: 'name-too-long', row: 1, limit: 100 }, { kind: 'name-twice', row: 2, name: '青川市', firstRow: 0 }, { kind: 'name-taken', name: '青川市', unitId },
]

describe.each([['zh', zh], ['en', en]] as const)('words in %s', (locale, words) => {
  const { t } = createI18n({ legacy: false, locale, messages: { [locale]: { collect: words } } }).global
  const all = [
    ...fileProblems.map((problem) => fileProblemWords(problem, t)),
    ...rowProblems.map((problem) => rowProblemWords(problem, t)),
    ...causes.map((cause) => doubtWords(cause, '市级', t)),
    ...causes.map((cause) => doubtAnswerWords(cause, t)),
    ...causes.map((cause) => doubtGroupWords({ cause, field: 'title' }, t)),
    ...refusals.map((refusal) => refusalWords(refusal, t)),
    ...unitProblems.map((problem) => unitProblemWords(problem, t)),
    twinWords({ where: 'drop', same: 'bytes', key: 'k', fileName: 'a.txt' }, '', t),
    twinWords({ where: 'drop', same: 'text', key: 'k', fileName: 'a.txt' }, '', t),
    ...[true, false].flatMap((isOlder) => (['bytes', 'text'] as const).map((same) => twinWords({ where: 'project', same, unitId, isOlder }, '青川市', t))),
  ]

  test('every problem has a sentence, none a hole', () => {
    expect(all.filter((sentence) => /collect\.|[{}]|“”|""|undefined/.test(sentence))).toEqual([])
  })

  test('sentences carry what they are about', () => {
    const parts = ['30.0 MB', '20.0 MB', '企业', '星级', '100', '2021', '2025-01-20', '市级', 'a.txt', 'AbortError: full', 'unit name: a text', '37', '38', '16.0 MB', '1,000', '松原区', '海门县', '130102', '610116']
    expect(parts.filter((part) => !all.some((sentence) => sentence.includes(part)))).toEqual([])
  })
})

test('both languages have the same keys', () => {
  expect(keysOf(en)).toEqual(keysOf(zh))
})

test('sizes in words', () => {
  expect([0, 1023, 1024, 8966, 20 * 1024 * 1024].map(sizeWords)).toEqual(['0 B', '1023 B', '1.0 KB', '8.8 KB', '20.0 MB'])
})

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [`${prefix}${key}`])).sort()
}
