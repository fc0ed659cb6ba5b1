import { beforeAll, describe, expect, test } from 'vitest'
import { columnRoles } from '#features/rubrics/exchange/columnChoices'
import { cellPlace, cellProblemWords, draftProblemOfTableWords, exchangeKinds, noteWords, reasonWords, workbookProblemWords } from '#features/rubrics/exchange/exchangeWords'
import { i18n, loadMessages, setLanguage, type Language } from '../../../../src/app/i18n'

const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  beforeAll(async () => {
    await setLanguage(language)
    await loadMessages('rubrics')
  })

  test('every problem, note, reason, part and degree has words', () => {
    const keys = [
      ...Object.entries(exchangeKinds).flatMap(([group, kinds]) => Object.keys(kinds).map((kind) => `${group}.${kind}`)),
      ...columnRoles.map((role) => `role.${role}`),
      ...['sure', 'doubtful', 'not-understood'].map((confidence) => `confidence.${confidence}`),
      ...['closed', 'refused', 'columns', 'review'].map((step) => `title.${step}`),
    ]
    expect(keys.filter((key) => !i18n.global.te(`rubrics.exchange.${key}`, language))).toEqual([])
  })
})

describe('in Chinese', () => {
  beforeAll(async () => {
    await setLanguage('zh')
    await loadMessages('rubrics')
  })

  test('what is wrong is said with its place and numbers', () => {
    const place = { sheet: '评分项', cell: 'K7' }
    const cell = { kind: 'not-a-number', place, found: '三' } as const
    expect([
      workbookProblemWords(t, { kind: 'too-large', limitBytes: 20_000_000 }),
      workbookProblemWords(t, { kind: 'too-many-rows', sheet: '指标', limit: 50_000 }),
      `${cellPlace(cell)} ${cellProblemWords(t, cell)}`,
      cellProblemWords(t, { kind: 'not-allowed', place, found: '甲', allowed: ['是', '否'] }),
      cellPlace({ kind: 'missing-column', sheet: '评分项', column: '满分' }),
      noteWords(t, { kind: 'hidden-sheet', sheet: '内部' }),
      draftProblemOfTableWords(t, { kind: 'points-not-understood', row: 4, item: '会前学法', found: '若干' }),
      reasonWords(t, { kind: 'names-missing', fields: ['measure', 'unit'] }),
    ]).toEqual([
      '文件过大（连同解压后的内容），超过上限 20 MB，没有读取',
      '工作表“指标”超过 50000 行，不像是指标体系，没有读取。请删去无关的行后再试',
      '评分项!K7 “三”不是数字',
      '“甲”不在可填的范围内，可填：是、否',
      '评分项',
      '工作表“内部”是隐藏的，仍可选用',
      '第 5 行“会前学法”的分值“若干”读不懂，未列入',
      `采用后还要补写：${t('rubrics.pathPart.measure')}、单位`,
    ])
  })
})
