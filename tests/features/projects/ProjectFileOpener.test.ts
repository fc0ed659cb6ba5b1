import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { fixedDeps } from '../../builders/fixedDeps'
import ProjectFileOpener from '#features/projects/ProjectFileOpener.vue'
import { depsKey } from '#workflows/deps'
import { i18n, setLanguage } from '../../../src/app/i18n'

vi.mock('#workflows/openProjectFile', () => ({ openableBytes: 1000, openProjectFile: () => Promise.reject(new Error('the worker did not start')) }))

afterEach(() => {
  document.body.innerHTML = ''
})

test('whatever breaks while a file is read ends in words, and the dialog can be closed', async () => {
  await setLanguage('zh')
  const wrapper = mount(ProjectFileOpener, { global: { plugins: [i18n], provide: { [depsKey]: fixedDeps() } }, attachTo: document.body })
  const input = wrapper.find<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], '评估.zhunsheng')] })
  await input.trigger('change')
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('the worker did not start'))
  const close = [...document.querySelectorAll<HTMLButtonElement>('button')].find((button) => button.textContent?.trim() === '关闭')
  close?.click()
  await flushPromises()
  expect(document.querySelector('[role=alert]')).toBeNull()
})

test('a file that is larger than any of ours is not read at all', async () => {
  await setLanguage('zh')
  const wrapper = mount(ProjectFileOpener, { global: { plugins: [i18n], provide: { [depsKey]: fixedDeps() } }, attachTo: document.body })
  const input = wrapper.find<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File([new Uint8Array(1001)], '评估.zhunsheng')] })
  await input.trigger('change')
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('超过上限'))
})
