import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import type { Rubric, TotalSources } from '#core/rubric/rubric'
import TotalSourcesFields from '#features/rubrics/edit/TotalSourcesFields.vue'
import zh from '#features/rubrics/messages.zh.json'
import uiZh from '#ui/messages.zh.json'

const sources: TotalSources = { own: { label: '书面评审', weight: 50 }, items: [anItem('S1', 50, { kind: 'reference', label: '', full: 50 }, { name: '实地', weight: 40 }), anItem('S2', 100, { kind: 'reference', label: '', full: 100 }, { name: '满意度', weight: 10 })] }
const rubric: Rubric = aRubric([aGroup('A', 100, [anItem('a', 100)])], { totalSources: sources })

test('name and weight of the own items are edited, and the parts that the weights come to are said', async () => {
  const fields = mount(TotalSourcesFields, { props: { rubric, sources }, global: { plugins: [createI18n({ legacy: false, locale: 'zh', messages: { zh: { rubrics: zh, ui: uiZh } } })] } })
  expect(fields.get('.parts').text()).toBe('各来源都适用时，100 分中：书面评审 50.0%、实地 40.0%、满意度 10.0%。')
  const [label, weight] = fields.findAll('input')
  await label!.setValue('材料评审')
  await weight!.setValue('30')
  await weight!.trigger('change')
  await weight!.trigger('blur')
  expect(fields.emitted('change')?.map(([changed, topic]) => [(changed as TotalSources).own, topic])).toEqual([
    [{ label: '材料评审', weight: 50 }, 'totalSources.label'], [{ label: '书面评审', weight: 30 }, 'totalSources.weight'],
  ])
})
