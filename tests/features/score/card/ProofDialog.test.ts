import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Sha256 } from '#core/ids'
import { success } from '#core/result'
import ProofDialog from '#features/score/card/ProofDialog.vue'
import zh from '#features/score/messages.zh.json'
import uiZh from '#ui/messages.zh.json'

let dialog: VueWrapper
const kept: string[] = []

afterEach(() => dialog.unmount())

async function show(): Promise<void> {
  kept.length = 0
  const keep = async ({ name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array }) => {
    kept.push(name)
    return success({ hash: 'a'.repeat(64) as Sha256, name, sizeBytes: bytes.length, mediaType })
  }
  dialog = mount(ProofDialog, {
    attachTo: document.body,
    global: { plugins: [createI18n({ legacy: false, locale: 'zh', messages: { zh: { score: zh, ui: uiZh } } })] },
    props: { open: true, proof: null, item: 'A1', files: { keep, read: async () => undefined, save: async () => undefined } },
  })
  await flushPromises()
}

function given(event: string, over: Record<string, unknown>): Event {
  return Object.assign(new Event(event, { bubbles: true, cancelable: true }), over)
}

test('a file dropped beside the frame is taken, and does not replace the program', async () => {
  await show()
  const pdf = new File(['%PDF-1.4'], '公告.pdf', { type: 'application/pdf' })
  const dropped = given('drop', { dataTransfer: { types: ['Files'], files: [pdf] } })
  document.querySelector('dialog textarea')!.dispatchEvent(dropped)
  await flushPromises()
  await expect.poll(() => kept).toEqual(['公告.pdf'])
  expect(dropped.defaultPrevented).toBe(true)
})

test('a picture is pasted whatever has the focus; a closed dialog takes nothing', async () => {
  await show()
  const paste = () => given('paste', { clipboardData: { files: [new File(['x'], '截图.png', { type: 'image/png' })] } })
  document.querySelector('dialog footer button, dialog [data-proof-done]')!.dispatchEvent(paste())
  await expect.poll(() => kept).toEqual(['截图.png'])
  await dialog.setProps({ open: false })
  document.body.dispatchEvent(paste())
  await flushPromises()
  expect(kept).toEqual(['截图.png'])
})
