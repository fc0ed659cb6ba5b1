import { mount, type DOMWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import UiNumber from '#ui/UiNumber.vue'

function mountNumber(modelValue = '') {
  const wrapper = mount(UiNumber, { props: { modelValue, 'onUpdate:modelValue': (next: string) => void wrapper.setProps({ modelValue: next }) } })
  return { wrapper, input: wrapper.get('input') }
}

/** Typing only: setValue would leave the field as well. */
async function type(input: Pick<DOMWrapper<HTMLInputElement>, 'element' | 'trigger'>, text: string): Promise<void> {
  input.element.value = text
  await input.trigger('input')
}

test('full-width digits and 。 become a decimal, as text', async () => {
  const { wrapper, input } = mountNumber()
  await type(input, '２。５')
  expect(wrapper.emitted('update:modelValue')).toEqual([['2.5']])
  expect(input.element.value).toBe('2.5')
})

test('a decimal point being typed is not taken away', async () => {
  const { wrapper, input } = mountNumber('2')
  await type(input, '2。')
  expect(wrapper.props('modelValue')).toBe('2')
  expect(input.element.value).toBe('2.')
  await type(input, '2.5')
  expect(wrapper.props('modelValue')).toBe('2.5')
})

test('nothing is read while an input method composes', async () => {
  const { wrapper, input } = mountNumber('1')
  await input.trigger('compositionstart')
  await type(input, '1er')
  await input.trigger('keydown', { key: 'Enter', isComposing: true })
  expect(wrapper.emitted()).not.toHaveProperty('update:modelValue')
  expect(wrapper.emitted()).not.toHaveProperty('commit')
  input.element.value = '１２'
  await input.trigger('compositionend')
  expect(wrapper.emitted('update:modelValue')).toEqual([['12']])
})

test('what is no decimal leaves the model alone and says so', async () => {
  const { wrapper, input } = mountNumber('3')
  await type(input, '三')
  expect(wrapper.props('modelValue')).toBe('3')
  expect(wrapper.emitted('refused')).toEqual([[true]])
  expect(input.attributes('aria-invalid')).toBe('true')
  await input.trigger('change')
  expect(wrapper.emitted()).not.toHaveProperty('commit')
  await type(input, '3.5')
  expect(wrapper.emitted('refused')).toEqual([[true], [false]])
})

test('leaving the field hands over the tidied decimal', async () => {
  const { wrapper, input } = mountNumber()
  await type(input, '07.')
  await input.trigger('change')
  expect(wrapper.emitted('commit')).toEqual([['7']])
  expect(input.element.value).toBe('7')
})

test('an empty field is empty, not zero', async () => {
  const { wrapper, input } = mountNumber('4')
  await type(input, '')
  expect(wrapper.emitted('update:modelValue')).toEqual([['']])
})

test('a new value from outside replaces what stands in the field', async () => {
  const { wrapper, input } = mountNumber('4')
  await wrapper.setProps({ modelValue: '9.25' })
  expect(input.element.value).toBe('9.25')
})
