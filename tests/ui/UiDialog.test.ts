import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, expect, test } from 'vitest'
import UiDialog from '#ui/UiDialog.vue'
import { i18n } from '../../src/app/i18n'

afterEach(() => {
  document.body.innerHTML = ''
})

async function openDialog(props: { locked?: boolean } = {}) {
  const opener = document.createElement('button')
  document.body.append(opener)
  opener.focus()
  const wrapper = mount(UiDialog, {
    props: { open: false, title: '项目改名', ...props, 'onUpdate:open': (open: boolean) => void wrapper.setProps({ open }) },
    slots: { default: '<input name="first"><input name="wanted" autofocus>', actions: '<button>好</button>' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  await wrapper.setProps({ open: true })
  await nextTick()
  return { wrapper, opener, dialog: document.querySelector('dialog')! }
}

test('opens as a modal named by its title and focuses what asks for it', async () => {
  const { dialog } = await openDialog()
  expect(dialog.open).toBe(true)
  expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('项目改名')
  expect(document.activeElement?.getAttribute('name')).toBe('wanted')
})

test('closing gives the focus back to where it was', async () => {
  const { wrapper, opener, dialog } = await openDialog()
  await wrapper.setProps({ open: false })
  await nextTick()
  expect(dialog.open).toBe(false)
  expect(document.activeElement).toBe(opener)
})

test('leaving the page with an open dialog gives the focus back too', async () => {
  const { wrapper, opener } = await openDialog()
  wrapper.unmount()
  expect(document.activeElement).toBe(opener)
})

test('Esc closes it, through the model', async () => {
  const { wrapper, dialog } = await openDialog()
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
  expect(wrapper.emitted('update:open')).toEqual([[false]])
})

test('locked, neither Esc nor the cross closes it', async () => {
  const { wrapper, dialog } = await openDialog({ locked: true })
  const cancel = new Event('cancel', { cancelable: true })
  dialog.dispatchEvent(cancel)
  expect(cancel.defaultPrevented).toBe(true)
  expect(dialog.querySelector<HTMLButtonElement>('.close')?.disabled).toBe(true)
  expect(wrapper.emitted('update:open')).toBeUndefined()
})

test('keys inside do not reach the shortcuts of the desk behind', async () => {
  const { dialog } = await openDialog()
  const heard: string[] = []
  document.body.addEventListener('keydown', (event) => heard.push(event.key))
  dialog.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  expect(heard).toEqual([])
})
