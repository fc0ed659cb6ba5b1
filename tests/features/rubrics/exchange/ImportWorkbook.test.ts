import { Dexie } from 'dexie'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { fixedDeps } from '../../../builders/fixedDeps'
import ImportWorkbook from '#features/rubrics/exchange/ImportWorkbook.vue'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { depsKey } from '#workflows/deps'
import { i18n, loadMessages, setLanguage } from '../../../../src/app/i18n'

const name = `zhunsheng-import-workbook-${process.pid}`
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)', component: { template: '<p />' } }] })
const csv = '序号,一级指标,评分项,分值,评分标准\n1,组织领导,会前学法,1.2,"每少一次扣0.3分,累计不超过1.2分"\n2,组织领导,专题研究,3,每少一次扣0.5分，情况特殊的另行研究\n3,执法监督,机制建设,2,建立健全机制\n'

let wrapper: VueWrapper | undefined

beforeEach(async () => {
  expect(await openDatabase(name)).toMatchObject({ ok: true })
  await setLanguage('zh')
  await loadMessages('rubrics')
  await router.push('/rubrics')
  wrapper = mount(ImportWorkbook, { global: { plugins: [i18n, router], provide: { [depsKey]: fixedDeps(700) } }, attachTo: document.body })
})
afterEach(async () => {
  wrapper?.unmount()
  document.body.innerHTML = ''
  closeDatabase()
  await Dexie.delete(name)
})

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !done(); turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(done()).toBe(true)
}

function find<T extends HTMLElement>(selector: string): T | null {
  return document.querySelector<T>(selector)
}

async function click(selector: string): Promise<void> {
  find(selector)!.click()
  await flushPromises()
}

async function choose(file: File): Promise<void> {
  const input = find<HTMLInputElement>('[data-workbook-file]')!
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  await until(() => find('dialog h2') !== null)
}

function drafts(): Promise<unknown[]> {
  return database().rubricDrafts.toArray()
}

test('a foreign table becomes a draft once every doubt is decided', async () => {
  await choose(new File([csv], '县区指标.csv'))
  expect([document.querySelectorAll('[data-column]').length, document.querySelectorAll('thead th.chosen').length]).toEqual([5, 5])
  await click('[data-read-items]')
  await until(() => find('[data-review]') !== null)
  const states = () => [...document.querySelectorAll<HTMLElement>('[data-review]')].map(({ dataset }) => [dataset['review'], dataset['confidence'], dataset['decision']])
  expect(states()).toEqual([['I1', 'sure', 'open'], ['I2', 'doubtful', 'open'], ['I3', 'not-understood', 'keep']])
  await click('[data-adopt-sure]')
  expect(states().map(([, , decision]) => decision)).toEqual(['adopt', 'open', 'keep'])
  expect(find<HTMLButtonElement>('[data-make-draft]')?.disabled).toBe(true)
  expect(await drafts()).toEqual([])
  await click('[data-review="I2"] [data-keep-text]')
  await click('[data-make-draft]')
  await until(() => router.currentRoute.value.path.startsWith('/rubrics/draft/'))
  expect(await drafts()).toMatchObject([{
    origin: { kind: 'file', name: '县区指标.csv' },
    rubric: { name: '县区指标', full: 6.2, groups: [{ name: '组织领导', children: [{ rule: { kind: 'deduct' } }, { rule: { kind: 'judge', criterion: '每少一次扣0.5分，情况特殊的另行研究' } }] }, { children: [{ rule: { kind: 'judge', criterion: '建立健全机制' } }] }] },
  }])
})

test('a column that is not imported takes its part away; without points it does not go on', async () => {
  await choose(new File([csv], 'a.csv'))
  const select = find<HTMLSelectElement>('[data-column="3"]')!
  select.selectedIndex = 7
  select.dispatchEvent(new Event('change'))
  await flushPromises()
  expect(find('[data-mapping-problem]')?.textContent).toContain('没有“分值”列')
  expect(find<HTMLButtonElement>('[data-read-items]')?.disabled).toBe(true)
})

test('a file that is no workbook is told, and nothing is stored', async () => {
  await choose(new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], '文件.xls'))
  expect(find('[data-workbook-problem]')?.textContent).toContain('这不是 Excel 工作簿')
  expect(await drafts()).toEqual([])
})

test('closing over decisions asks once', async () => {
  await choose(new File([csv], 'a.csv'))
  await click('[data-read-items]')
  await until(() => find('[data-review]') !== null)
  await click('[data-adopt-sure]')
  await click('dialog .close')
  expect(find('[data-review]')).not.toBeNull()
  await click('[data-leave-import]')
  expect([find('[data-review]'), await drafts()]).toEqual([null, []])
})
