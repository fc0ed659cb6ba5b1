import { beforeAll, describe, expect, test } from 'vitest'
import { openProblemWords, projectProblemKinds, projectProblemWords, rubricFileWords, settingsProblemKinds } from '#features/projects/problems'
import { rubricProblemKinds, rubricProblemWords } from '#ui/rubricProblemWords'
import { i18n, setLanguage, type Language } from '../../../src/app/i18n'

const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  beforeAll(() => setLanguage(language))

  test('every kind of problem has words of its own', () => {
    const keys = [...Object.keys(rubricProblemKinds).map((kind) => `ui.rubricProblem.${kind}`), ...Object.keys(projectProblemKinds).map((kind) => `projects.projectProblem.${kind}`), ...settingsProblemKinds.map((kind) => `projects.settingsProblem.${kind}`)]
    expect(keys.filter((key) => !i18n.global.te(key, language))).toEqual([])
  })
})

describe('in Chinese', () => {
  beforeAll(() => setLanguage('zh'))

  test('a rubric whose points do not add up is told with both numbers', () => {
    expect(rubricProblemWords(t, { kind: 'sum-differs', path: 'full', stated: '99', sum: '100' })).toBe('写明 99 分，下级合计却是 100 分')
  })

  test('expected types and allowed words are said in the language spoken', () => {
    expect(rubricProblemWords(t, { kind: 'wrong-type', path: 'full', expected: 'whole-number' })).toBe('类型不对，应为整数')
    expect(rubricProblemWords(t, { kind: 'not-allowed', path: 'kind', found: 'x', allowed: ['item', 'group'] })).toBe('“x”不可用，可用：item、group')
  })

  test('a file that is too large is told with its size and the cap', () => {
    expect(rubricFileWords(t, { kind: 'too-large', sizeBytes: 31_457_280, limitBytes: 5_000_000 })).toBe('文件有 31.5 MB，超过上限 5.0 MB，不像是指标体系文件')
  })

  test('a damaged project file names the part, and that nothing was changed', () => {
    expect(openProblemWords(t, { kind: 'damaged', path: 'entries.json' })).toBe('文件已损坏（entries.json 与校验值不符），没有改动任何数据。请换一份备份')
  })

  test('a full disk is told when a project file cannot be stored', () => {
    expect(openProblemWords(t, { kind: 'quota-exceeded' })).toBe(projectProblemWords(t, { kind: 'quota-exceeded' }))
  })
})
