import { beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import { settingDifferences } from '#features/projects/settings/settingsWords'
import { i18n, setLanguage, type Language } from '../../../../src/app/i18n'

const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string
const dimensions = [{ id: 'A', name: '公开' }, { id: 'B', name: '结构' }]
const other: ProjectSettings = {
  decimals: 1, rankOn: 'unrounded', tieRule: 'dense', rankProvisional: true, bands: [{ name: '好', from: 87.5 }, { name: '差', from: 0 }],
  quota: { band: '好', percent: 20 }, tieBreak: [{ kind: 'dimension', id: 'B' }, { kind: 'fewerDeductions' }, { kind: 'dimension', id: 'X' }],
}

describe('settings that differ, in words', () => {
  test('every one of them, in Chinese; a dimension that is gone by its id', async () => {
    await setLanguage('zh')
    expect(settingDifferences(t, defaultSettings, other, dimensions).map(({ what, from, to }) => `${what}：${from} → ${to}`)).toEqual([
      '显示小数位：2 → 1',
      '排名依据：舍入后的总分 → 未舍入的总分',
      '同分名次：其后跳位（1、2、2、4） → 其后连续（1、2、2、3）',
      '同分时依次再比：不再比 → 一级指标 B 结构，再比负面清单扣分少者在前，再比一级指标 X',
      '未评完的单位：不参加排名 → 参加排名，标为暂定',
      '等次：优秀 ≥ 90、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0 → 好 ≥ 87.5、差 ≥ 0',
      '等次名额：不限名额 → “好”至多 20%',
    ])
  })

  describe.each<Language>(['zh', 'en'])('in %s', (language) => {
    beforeAll(() => setLanguage(language))

    test('equal settings have nothing to say, and no words are missing', () => {
      const said = settingDifferences(t, defaultSettings, other, dimensions).flatMap(({ what, from, to }) => [what, from, to])
      expect([settingDifferences(t, other, other, dimensions), said.filter((words) => words.includes('projects.'))]).toEqual([[], []])
    })
  })
})
