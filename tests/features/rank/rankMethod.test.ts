import { expect, test } from 'vitest'
import { defaultSettings } from '#core/records/projectRecord'
import { groupName } from '#ui/groupName'
import words from '#features/rank/messages.zh.json'
import { rankMethod } from '#features/rank/rankMethod'
import { smallRubric } from './aRanking'
import { i18n } from '../../../src/app/i18n'

i18n.global.mergeLocaleMessage('zh', { rank: words })
const t = (key: string, named?: Record<string, unknown>): string => i18n.global.t(key, named ?? {})

test('the method is said as the settings have it', () => {
  expect(rankMethod(t, defaultSettings, smallRubric)).toEqual([
    '总分四舍五入到 2 位小数，位次和等次按舍入后的总分',
    '同分同位（1、2、2、4）',
    '不适用项整体折算：满分 × 实得 ÷ 适用满分',
    '有待核、未评项的单位不排名，总分以区间列示',
    '等次：优秀 ≥ 90、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0',
  ])
  expect(rankMethod(t, { decimals: 1, rankOn: 'unrounded', tieRule: 'dense', rankProvisional: true, bands: [{ name: '达标', from: 0 }] }, smallRubric)).toEqual([
    '位次和等次按未舍入的总分，显示 1 位小数',
    '同分同位、不空位（1、2、2、3）',
    '不适用项整体折算：满分 × 实得 ÷ 适用满分',
    '有待核、未评项的单位按区间低端排名，标为暂定',
    '等次：达标 ≥ 0',
  ])
})

test('ties, quota and what follows the base total are said, too', () => {
  const settings = { ...defaultSettings, tieBreak: [{ kind: 'dimension', id: 'A' }, { kind: 'fewerDeductions' }], quota: { band: '优秀', percent: 30 } } as const
  const rubric = { ...smallRubric, notApplicableMethod: 'countFull', bonus: { items: [], cap: 3, gate: { base: 80, inclusive: false } }, negative: { items: [], cap: 5 } } as const
  expect(rankMethod(t, settings, rubric)).toEqual([
    '总分四舍五入到 2 位小数，位次和等次按舍入后的总分',
    '同分同位（1、2、2、4）',
    '总分相同时依次比较：维度 A得分、负面清单扣分少者在前，仍相同的并列',
    '不适用项按满分计',
    '加分最多 3 分，基础分 > 80 才计入',
    '负面清单最多扣 5 分',
    '有待核、未评项的单位不排名，总分以区间列示',
    '等次：优秀 ≥ 90、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0',
    '优秀限额：参加排名单位的 30%',
  ])
})

test("a group is called by kind and level, or by its owner's name for it", () => {
  expect(['government/county', 'department/province', '市直部门', 'government/village'].map((group) => groupName(t, group))).toEqual(['县级政府', '省级部门', '市直部门', 'government/village'])
})
