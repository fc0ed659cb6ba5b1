import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { fixedDeps } from '../../builders/fixedDeps'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import type { Rubric } from '#core/rubric/rubric'
import DraftEditor from '#features/rubrics/edit/DraftEditor.vue'
import zh from '#features/rubrics/messages.zh.json'
import { closeDatabase, openDatabase } from '#storage/db'
import { rubricDraftOf } from '#storage/queries/rubricDraftOf'
import uiZh from '#ui/messages.zh.json'
import { useToast } from '#ui/useToast'
import { depsKey } from '#workflows/deps'
import { addRubricDraft, saveRubricDraft } from '#workflows/rubricDrafts'

const rubric = aRubric([aGroup('A', 4, [anItem('A1', 1), anItem('A2', 3)]), aGroup('B', 6, [anItem('B1', 6)])], { vetoes: [] as never })
const { vetoes: _none, ...plain } = rubric
let editor: VueWrapper
let record: RubricDraftRecord
let deps: ReturnType<typeof fixedDeps>
let count = 0

async function open(content: Rubric = plain): Promise<void> {
  const added = await addRubricDraft(deps, content, { kind: 'rubric', name: '测试' })
  record = (await rubricDraftOf((added as { value: RubricDraftRecord['id'] }).value))!
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }] })
  editor = mount(DraftEditor, {
    attachTo: document.body,
    global: { plugins: [router, createI18n({ legacy: false, locale: 'zh', messages: { zh: { rubrics: zh, ui: uiZh } } })], provide: { [depsKey]: deps } },
    props: { record },
  })
  await flushPromises()
}

function ids(): string[] {
  return editor.findAll('.tree code').map((code) => code.text())
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await editor.get('.tree').trigger('keydown', { key, ...more })
}

async function choose(place: string): Promise<void> {
  await editor.get(`[data-place="${place}"]`).trigger('click')
}

beforeEach(async () => {
  count += 1
  deps = fixedDeps(count * 1000)
  await openDatabase(`rubric-editor-${count}`)
})

afterEach(async () => {
  editor.unmount()
  await flushPromises()
  await vi.waitFor(async () => expect(await rubricDraftOf(record.id)).toBeDefined())
  closeDatabase()
})

describe('the tree', () => {
  test('keys move, copy and delete; undo leads back', async () => {
    await open()
    await choose('groups[0].children[0]')
    await press('ArrowDown', { altKey: true })
    expect(ids()).toEqual(['A', 'A2', 'A1', 'B', 'B1'])
    await press('d', { ctrlKey: true })
    expect(ids()).toEqual(['A', 'A2', 'A1', 'A3', 'B', 'B1'])
    await press('Delete')
    expect(ids()).toEqual(['A', 'A2', 'A1', 'B', 'B1'])
    for (let step = 0; step < 3; step += 1) await editor.get('[data-undo]').trigger('click')
    expect(ids()).toEqual(['A', 'A1', 'A2', 'B', 'B1'])
    await editor.get('[data-redo]').trigger('click')
    expect(ids()).toEqual(['A', 'A2', 'A1', 'B', 'B1'])
  })

  test('the offer to undo a removal goes with the next edit: it would undo that one', async () => {
    await open()
    const { toasts } = useToast()
    await choose('groups[0].children[0]')
    await press('Delete')
    expect(toasts.value.map((toast) => toast.text)).toContain('已删除“A1 项目 A1”')
    await editor.get('[data-field="name"]').setValue('另一处')
    expect(toasts.value.map((toast) => toast.text)).not.toContain('已删除“A1 项目 A1”')
  })

  test('arrows go through it and fold it', async () => {
    await open()
    await press('ArrowDown')
    await press('ArrowLeft')
    expect([editor.get('[aria-selected="true"]').text(), ids()]).toEqual(['▸A维度 A4', ['A', 'B', 'B1']])
    await press('ArrowRight')
    expect(ids()).toEqual(['A', 'A1', 'A2', 'B', 'B1'])
  })

  test('acts that make no sense are off', async () => {
    await open()
    const off = (): string[] => editor.findAll('[data-act]:disabled').map((button) => button.attributes('data-act')!)
    expect(off()).toEqual(['addItem', 'up', 'down', 'out', 'in', 'copy', 'remove'])
    await choose('groups[1].children[0]')
    expect(off()).toEqual(['up', 'down', 'out', 'in'])
  })

  test('a veto is added in its own section and named at once', async () => {
    await open()
    await editor.get('[data-add="veto"]').trigger('click')
    await flushPromises()
    expect(ids()).toEqual(['A', 'A1', 'A2', 'B', 'B1', 'V1'])
    expect((document.activeElement as HTMLInputElement).value).toBe('新评分项')
  })
})

describe('forms and findings', () => {
  test('points that no longer add up are found, lead to the group, and can be spread', async () => {
    await open()
    await choose('groups[0].children[0]')
    await editor.get('[data-field="full"] input').setValue('2.5')
    const found = editor.get('[data-finding]')
    expect(found.text()).toBe('A 维度 A · 满分写明 4 分，下级合计却是 5.5 分')
    expect(editor.get('[data-adopt]').attributes('disabled')).toBe('')
    await found.trigger('click')
    expect((document.activeElement as HTMLInputElement).value).toBe('4')
    await editor.get('[data-spread="proportional"]').trigger('click')
    expect(editor.findAll('.tree .item .points').map((points) => points.text())).toEqual(['1.82', '2.18', '6'])
    expect(editor.find('[data-finding]').exists()).toBe(false)
    expect(editor.get('[data-adopt]').attributes('disabled')).toBeUndefined()
  })

  test('a typed word is one step back', async () => {
    await open()
    await choose('groups[0]')
    for (const name of ['公', '公开', '公开与']) await editor.get('[data-field="name"]').setValue(name)
    await editor.get('[data-undo]').trigger('click')
    expect((editor.get('[data-field="name"]').element as HTMLInputElement).value).toBe('维度 A')
  })

  test('two nodes with one id: the field says so', async () => {
    await open()
    await choose('groups[0].children[1]')
    await editor.get('[data-field="id"]').setValue('A1')
    expect(editor.get('.head').text()).toContain('编号“A1”重复')
  })
})

describe('saving', () => {
  test('a pause saves the draft', async () => {
    await open()
    await choose('groups[0]')
    await editor.get('[data-field="name"]').setValue('公开')
    expect(editor.get('[data-saving]').text()).toBe('○ 正在保存……')
    await vi.waitFor(async () => expect((await rubricDraftOf(record.id))?.rubric.groups[0]?.name).toBe('公开'), { timeout: 3000 })
    await vi.waitFor(() => expect(editor.get('[data-saving]').text()).toContain('● 已存'))
  })

  test('leaving saves what waits', async () => {
    await open()
    await choose('groups[0]')
    await editor.get('[data-field="name"]').setValue('离开前')
    editor.unmount()
    await vi.waitFor(async () => expect((await rubricDraftOf(record.id))?.rubric.groups[0]?.name).toBe('离开前'))
  })

  test('another window saved first: nothing is overwritten, and the work can be kept beside it', async () => {
    await open()
    await saveRubricDraft(deps, record.id, { ...plain, name: '那边的' }, 0)
    await choose('groups[0]')
    await editor.get('[data-field="name"]').setValue('这边的')
    await vi.waitFor(() => expect(editor.text()).toContain('另一个窗口改过这份草稿'), { timeout: 3000 })
    expect((await rubricDraftOf(record.id))?.rubric).toMatchObject({ name: '那边的', groups: [{ name: '维度 A' }, {}] })
  })

  test('English stands beside the texts of the node in hand, and goes when it is emptied', async () => {
    await open()
    await choose('groups[0].children[0]')
    const english = editor.get<HTMLDetailsElement>('[data-english]')
    expect(english.text()).toBe('英文（可不填） 没有')
    english.element.open = true
    await english.trigger('toggle')
    await editor.get('[data-en="name"]').setValue('First item')
    await editor.get('[data-en="rule.criterion"]').setValue('As it stands')
    const named = { en: { name: 'First item' }, rule: { en: { criterion: 'As it stands' } } }
    await vi.waitFor(async () => expect((await rubricDraftOf(record.id))?.rubric.groups[0]?.children[0]).toMatchObject(named))
    expect(editor.get('[data-place="groups[0].children[0]"]').text()).not.toContain('First item')
    await editor.get('[data-en="name"]').setValue('')
    await vi.waitFor(async () => expect((await rubricDraftOf(record.id))?.rubric.groups[0]?.children[0]).not.toHaveProperty('en'))
  })
})
