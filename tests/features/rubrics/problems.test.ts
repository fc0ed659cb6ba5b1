import { beforeAll, describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { draftProblemKinds, fieldWords, fileProblemWords, pathParts, placeWords } from '#features/rubrics/problems'
import { rubricProblemKinds } from '#ui/rubricProblemWords'
import { i18n, loadMessages, setLanguage, type Language } from '../../../src/app/i18n'

const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string
const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2, undefined, { name: '' })])])

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  beforeAll(async () => {
    await setLanguage(language)
    await loadMessages('rubrics')
  })

  test('every problem and every part of a path has words', () => {
    const keys = [
      ...Object.keys(rubricProblemKinds).map((kind) => `ui.rubricProblem.${kind}`),
      ...Object.keys(draftProblemKinds).map((kind) => `rubrics.problem.${kind}`),
      ...Object.keys(pathParts).map((part) => `rubrics.pathPart.${part}`),
    ]
    expect(keys.filter((key) => !i18n.global.te(key, language))).toEqual([])
  })
})

describe('in Chinese', () => {
  beforeAll(async () => {
    await setLanguage('zh')
    await loadMessages('rubrics')
  })

  test('a place is said by its node and what in it', () => {
    expect([
      placeWords(t, rubric, ''),
      placeWords(t, rubric, 'full'),
      placeWords(t, rubric, 'groups[0].full'),
      placeWords(t, rubric, 'groups[0].children[0].rule.levels[2].points'),
      placeWords(t, rubric, 'bases[1].id'),
    ]).toEqual(['整个体系', '整个体系 · 满分', 'A 维度 A · 满分', 'A1 · 档次 3 · 分值', '整个体系 · 依据清单 2 · 编号'])
  })

  test('what has no words stays as it is written', () => {
    expect(fieldWords(t, 'rule.strange[0].cap')).toBe('strange[0] · 上限')
  })

  test('a file that is no JSON is told with the line', () => {
    expect(fileProblemWords(t, { kind: 'not-json', detail: 'Unexpected token', line: 7 })).toBe('文件第 7 行附近不是有效的 JSON：Unexpected token')
  })
})
