import { expect, test } from 'vitest'
import { defaultSettings } from '#core/records/projectRecord'
import { groupName } from '#ui/groupName'
import words from '#features/rank/messages.zh.json'
import { rankMethod } from '#features/rank/rankMethod'
import { i18n } from '../../../src/app/i18n'

i18n.global.mergeLocaleMessage('zh', { rank: words })
const t = (key: string, named?: Record<string, unknown>): string => i18n.global.t(key, named ?? {})

test('the method is said as the settings have it', () => {
  expect(rankMethod(t, defaultSettings, 'global')).toEqual([
    '总分四舍五入到 2 位小数，位次和等次按舍入后的总分',
    '同分同位（1、2、2、4）',
    '不适用项整体折算：满分 × 实得 ÷ 适用满分',
    '有待核、未评项的单位不排名，总分以区间列示',
    '等次：优秀 ≥ 90、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0',
  ])
  expect(rankMethod(t, { decimals: 1, rankOn: 'unrounded', tieRule: 'dense', rankProvisional: true, bands: [{ name: '达标', from: 0 }] }, 'global')).toEqual([
    '位次和等次按未舍入的总分，显示 1 位小数',
    '同分同位、不空位（1、2、2、3）',
    '不适用项整体折算：满分 × 实得 ÷ 适用满分',
    '有待核、未评项的单位按区间低端排名，标为暂定',
    '等次：达标 ≥ 0',
  ])
})

test("a group is called by kind and level, or by its owner's name for it", () => {
  expect(['government/county', 'department/province', '市直部门', 'government/village'].map((group) => groupName(t, group))).toEqual(['县级政府', '省级部门', '市直部门', 'government/village'])
})
