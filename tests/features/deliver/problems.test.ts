import { expect, test } from 'vitest'
import en from '#features/deliver/messages.en.json'
import zh from '#features/deliver/messages.zh.json'
import { exportProblemWords, saveProblemWords, type SaveProblem } from '#features/deliver/problems'
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
]

test.each(['zh', 'en'] as const)('%s: every way of failing has words of its own', (locale) => {
  const t = (key: string, named?: Record<string, unknown>): string => i18n.global.t(key, named ?? {}, { locale })
  const said = [...problems.map((problem) => saveProblemWords(t, problem)), exportProblemWords(t, { kind: 'no-units' }), exportProblemWords(t, { kind: 'project-gone' })]
  expect(said.filter((words) => words.includes('deliver.') || words.includes('{'))).toEqual([])
  expect(new Set(said).size).toBe(said.length)
  expect(said[5]).toContain('UnknownError: disk')
})
