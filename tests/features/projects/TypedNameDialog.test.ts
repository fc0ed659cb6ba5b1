import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, expect, test } from 'vitest'
import TypedNameDialog from '#features/projects/TypedNameDialog.vue'
import { i18n } from '../../../src/app/i18n'

afterEach(() => {
  document.body.innerHTML = ''
})

test('deleting needs the name, whole', async () => {
  const wrapper = mount(TypedNameDialog, {
    props: { open: true, title: '删除项目', name: '年度报告评估', words: '将移入最近删除', confirm: '删除' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  await nextTick()
  await nextTick()
  const input = document.querySelector<HTMLInputElement>('input')!
  const confirm = document.querySelector<HTMLButtonElement>('button.danger')!
  async function type(text: string): Promise<boolean> {
    input.value = text
    input.dispatchEvent(new Event('input'))
    await nextTick()
    return confirm.disabled
  }
  expect([await type(''), await type('年度报告'), await type('年度报告评估')]).toEqual([true, true, false])
  await type('年度')
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  expect(wrapper.emitted('confirmed')).toBeUndefined()
  await type('年度报告评估')
  confirm.click()
  expect(wrapper.emitted('confirmed')).toEqual([[]])
})
