import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { ProjectId, Sha256, UnitId } from '#core/ids'
import zh from '#features/collect/messages.zh.json'
import SamenessPanel from '#features/collect/sameness/SamenessPanel.vue'
import uiZh from '#ui/messages.zh.json'

test('a report of another year is compared with none, and nothing is said about copies in it', () => {
  const panel = mount(SamenessPanel, {
    global: { plugins: [createI18n({ legacy: false, locale: 'zh', messages: { zh: { collect: zh, ui: uiZh } } })], stubs: { RouterLink: true } },
    props: { projectId: 'p' as ProjectId, unitId: 'u' as UnitId, textHash: 'a'.repeat(64) as Sha256, otherYear: 2022 },
  })
  expect(panel.text()).toContain('这份报告的年度是 2022，与项目不符，没有参加比对')
  expect(panel.text()).not.toContain('没有发现')
  expect(panel.find('[role=status]').exists()).toBe(false)
  panel.unmount()
})
