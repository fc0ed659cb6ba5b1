import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import UiToast from '#ui/UiToast.vue'
import { useToast } from '#ui/useToast'
import { i18n } from '../../src/app/i18n'

const { toasts, toast, dismiss } = useToast()

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  toasts.value.forEach((shown) => dismiss(shown.id))
  vi.useRealTimers()
})

test('undo runs once and the words go', async () => {
  const wrapper = mount(UiToast, { global: { plugins: [i18n] } })
  let undone = 0
  toast({ text: '已归档', action: { label: '撤销', run: () => { undone += 1 } } })
  await wrapper.vm.$nextTick()
  await wrapper.get('.act').trigger('click')
  await flushPromises()
  expect([undone, toasts.value]).toEqual([1, []])
  wrapper.unmount()
})

test('words go by themselves, but not while somebody points at them', async () => {
  const wrapper = mount(UiToast, { global: { plugins: [i18n] } })
  toast({ text: '已改名', durationMs: 4000 })
  await wrapper.vm.$nextTick()
  await wrapper.get('.toast').trigger('mouseenter')
  vi.advanceTimersByTime(10_000)
  expect(toasts.value.map((shown) => shown.text)).toEqual(['已改名'])
  await wrapper.get('.toast').trigger('mouseleave')
  vi.advanceTimersByTime(4000)
  expect(toasts.value).toEqual([])
  wrapper.unmount()
})

test('an error stays and is announced at once', async () => {
  const wrapper = mount(UiToast, { global: { plugins: [i18n] } })
  toast({ text: '没有保存', tone: 'error' })
  await wrapper.vm.$nextTick()
  vi.advanceTimersByTime(3_600_000)
  expect(wrapper.get('.toast').attributes('role')).toBe('alert')
  wrapper.unmount()
})

test('newer words replace older ones', () => {
  for (const text of ['一', '二', '三']) toast({ text })
  expect(toasts.value.map((shown) => shown.text)).toEqual(['三'])
})

test('an error and an undo that is offered outlast newer words, but only one of them', () => {
  toast({ text: '没有保存', tone: 'error' })
  toast({ text: '已归档' })
  expect(toasts.value.map((shown) => shown.text)).toEqual(['没有保存', '已归档'])
  toast({ text: '已删除', action: { label: '撤销', run: () => {} } })
  toast({ text: '已改名' })
  expect(toasts.value.map((shown) => shown.text)).toEqual(['已删除', '已改名'])
})
