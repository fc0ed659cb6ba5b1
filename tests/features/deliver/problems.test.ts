import { expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import type { RestoreProblem } from '#workflows/restoreCopy'
import en from '#features/deliver/messages.en.json'
import zh from '#features/deliver/messages.zh.json'
import { exportProblemWords, restoreProblemWords, saveProblemWords, sizeWords, type SaveProblem } from '#features/deliver/problems'
import { i18n } from '../../../src/app/i18n'

i18n.global.mergeLocaleMessage('zh', { deliver: zh })
i18n.global.mergeLocaleMessage('en', { deliver: en })

const problems: SaveProblem[] = [
  { kind: 'quota-exceeded' },
  { kind: 'not-found', what: 'project' },
  { kind: 'data-newer-than-app', found: 9, supported: 1 },
  { kind: 'data-unreadable' },
  { kind: 'invalid-record', problem: { kind: 'invalid-record', record: 'unit', path: 'name', expected: 'a name' } },
  { kind: 'storage-failed', detail: 'UnknownError: disk' },
  { kind: 'no-work-file' },
  { kind: 'permission-needed', fileName: '评估.zhunsheng' },
  { kind: 'passphrase-needed', fileName: '评估.zhunsheng' },
  { kind: 'file-gone', fileName: '评估.zhunsheng' },
  { kind: 'changed-outside', fileName: '评估.zhunsheng', changedAt: '2026-03-01T08:00:00.000Z' as Instant, sizeBytes: 3 },
  { kind: 'write-failed', fileName: '评估.zhunsheng', detail: 'QuotaExceededError' },
  { kind: 'too-large', sizeBytes: 300_000_000, limitBytes: 268_435_456 },
  { kind: 'sealing-unavailable' },
]

const notRestored: RestoreProblem[] = [
  { kind: 'copy-damaged' },
  { kind: 'file-newer-than-app', found: 9, supported: 2, appVersion: '9.0.0' },
  { kind: 'quota-exceeded' },
]

test.each(['zh', 'en'] as const)('%s: every way of failing has words of its own', (locale) => {
  const t = (key: string, named?: Record<string, unknown>): string => i18n.global.t(key, named ?? {}, { locale })
  const said = [...problems.map((problem) => saveProblemWords(t, problem)), ...notRestored.map((problem) => restoreProblemWords(t, problem)), exportProblemWords(t, { kind: 'no-units' }), exportProblemWords(t, { kind: 'project-gone' })]
  expect(said.filter((words) => words.includes('deliver.') || words.includes('{'))).toEqual([])
  expect(new Set(said).size).toBe(said.length)
  expect(said[5]).toContain('UnknownError: disk')
})

test('sizes are said in the unit that says something', () => {
  expect([3, 999_499, 1_000_000, 268_435_456].map(sizeWords)).toEqual(['1 KB', '999 KB', '1.0 MB', '268.4 MB'])
})

test.each(['zh', 'en'] as const)('%s: every trouble of the file has a heading, in the bar at least a general one', (locale) => {
  const words = locale === 'zh' ? zh : en
  expect(problems.map(({ kind }) => kind).filter((kind) => !(kind in words.trouble))).toEqual([])
})
