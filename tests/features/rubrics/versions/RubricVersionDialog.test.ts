import { Dexie } from 'dexie'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { aSnapshot } from '../../../builders/aSnapshot'
import { fixedDeps } from '../../../builders/fixedDeps'
import type { ItemId } from '#core/ids'
import { hashRubric } from '#core/rubric/hashRubric'
import type { LevelRule, Rubric } from '#core/rubric/rubric'
import RubricVersionDialog from '#features/rubrics/versions/RubricVersionDialog.vue'
import { closeDatabase, openDatabase } from '#storage/db'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { writeProjectSnapshot } from '#storage/snapshots'
import { depsKey } from '#workflows/deps'
import { adoptRubric } from '#workflows/adoptRubric'
import { i18n, setLanguage } from '../../../../src/app/i18n'

const levels = (middle: number): LevelRule => ({
  kind: 'level',
  levels: [{ id: 'none', label: '无', criterion: '没有', points: 0 }, { id: 'some', label: '有具体事项', criterion: '有', points: middle }, { id: 'full', label: '全', criterion: '全有', points: 60 }],
})
const rubric = aRubric([aGroup('A', 100, [anItem('a', 60, levels(30)), anItem('b', 40)])], { version: '2025.1' })
/** Other points for the middle level of a, other words for b. */
const draft = aRubric([aGroup('A', 100, [anItem('a', 60, levels(36)), { ...anItem('b', 40), guidance: '看附表。' }])], { version: '2025.2' })

const plain = aSnapshot()
const snapshot = {
  ...plain,
  project: { ...plain.project, rubricHash: hashRubric(rubric).hash },
  rubric: { ...plain.rubric, ...hashRubric(rubric), rubric },
  entries: [
    { ...plain.entries[0]!, answer: { kind: 'level' as const, level: 'some' } },
    { ...plain.entries[1]!, itemId: 'b' as ItemId, replaces: null, answer: { kind: 'judge' as const, points: 35 }, note: '缺一项' },
  ],
}
const projectId = snapshot.project.id
const [unit] = snapshot.units
const [assessor] = snapshot.assessors
const name = `zhunsheng-version-dialog-${process.pid}`

let wrapper: VueWrapper | undefined

beforeEach(async () => {
  expect(await openDatabase(name)).toMatchObject({ ok: true })
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
})
afterEach(async () => {
  wrapper?.unmount()
  document.body.innerHTML = ''
  await setLanguage('zh')
  closeDatabase()
  await Dexie.delete(name)
})

async function open(of: Rubric = draft) {
  wrapper = mount(RubricVersionDialog, { props: { projectId, draft: of }, global: { plugins: [i18n], provide: { [depsKey]: fixedDeps(700) } }, attachTo: document.body })
  await until(() => document.querySelector('.which') !== null)
  return wrapper
}

/** Reads of the database take a few turns of the loop. */
async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !done(); turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(done()).toBe(true)
}

function textOf(selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function goButton(): HTMLButtonElement {
  return [...document.querySelectorAll<HTMLButtonElement>('footer button')].find((button) => button.classList.contains('go'))!
}

async function choose(item: string, policy: string): Promise<void> {
  const select = document.querySelector<HTMLSelectElement>(`tr[data-item="${item}"] select`)!
  select.selectedIndex = [...select.options].findIndex((option) => option.text.startsWith(policy))
  select.dispatchEvent(new Event('change'))
  await flushPromises()
}

test('says what changes, what happens to the scores, and the totals before and after', async () => {
  await open()
  expect(textOf('.which')).toBe('现行版本 2025.1 → 新版本 2025.2')
  expect(document.body.textContent).toContain('结构有变化')
  expect(textOf('li[data-node="a"]')).toBe('a 项目 a◆结构变化分档 · “有具体事项” · 分值 结构原30 → 新36')
  expect(textOf('li[data-node="b"]')).toBe('b 项目 b○措辞变化评分说明 措辞原按标准判断。 → 新看附表。')
  expect(textOf('tr[data-item="a"] td')).toContain('重算 1 30.00 → 36.00（1 条）')
  expect(textOf('tr[data-item="b"] td')).toContain('保留 1')
  expect(textOf(`tr[data-unit="${unit!.id}"]`)).toBe('云澜县人民政府65.0071.00+6.000')
})

test('structure or wording alone, on demand', async () => {
  await open()
  const shown = () => [...document.querySelectorAll('li[data-node]')].map((line) => line.getAttribute('data-node'))
  const press = async (words: string) => {
    [...document.querySelectorAll<HTMLButtonElement>('.filter button')].find((button) => button.textContent?.includes(words))!.click()
    await flushPromises()
  }
  expect(shown()).toEqual(['a', 'b'])
  await press('结构')
  expect(shown()).toEqual(['a'])
  await press('措辞')
  expect(shown()).toEqual(['b'])
})

test('a choice shows in the totals at once, and is what is adopted', async () => {
  const dialog = await open()
  await choose('b', '全部重开')
  expect(textOf(`tr[data-unit="${unit!.id}"]`)).toBe('云澜县人民政府65.0036.00–76.00未定1')
  goButton().click()
  await until(() => dialog.emitted('adopted') !== undefined)
  expect(dialog.emitted('adopted')).toEqual([[{ ...hashRubric(draft), reopened: 1, carried: 0 }]])
  expect((await rubricOfProject(projectId)).rubric.version).toBe('2025.2')
  const history = await entriesOfItem(projectId, unit!.id, assessor!.id, 'b' as ItemId)
  expect(history.map(({ state, note }) => [state, note])).toEqual([['scored', '缺一项'], ['pending', '指标体系改用 2025.2 版（措辞变化），请按新标准复核。此前的评分见历史记录。']])
})

test('an unsound draft is not adopted, and says why', async () => {
  await open(aRubric([aGroup('A', 100, [anItem('a', 60, levels(30)), anItem('b', 39)])]))
  expect(textOf('.problems')).toContain('写明 100 分，下级合计却是 99 分')
  expect(goButton().disabled).toBe(true)
})

test('nothing to adopt in the same rubric', async () => {
  await open(rubric)
  expect(document.body.textContent).toContain('与现行版本完全相同')
  expect(goButton().disabled).toBe(true)
})

test('another version adopted meanwhile: nothing is written, and it says so', async () => {
  const dialog = await open()
  const other = { ...rubric, version: '2025.1a' }
  await adoptRubric(fixedDeps(900), projectId, other, { replaces: hashRubric(rubric).hash, policies: new Map(), noteFor: () => '改版' })
  goButton().click()
  await until(() => document.querySelector('.failure') !== null)
  expect(textOf('.failure')).toContain('项目在此期间已采用了另一版本')
  expect(dialog.emitted('adopted')).toBeUndefined()
  expect((await rubricOfProject(projectId)).rubric.version).toBe('2025.1a')
})

test('speaks English too', async () => {
  await setLanguage('en')
  await open()
  expect(textOf('.which')).toBe('Present version 2025.1 → new version 2025.2')
  expect(textOf('tr[data-item="a"]')).toContain('1 recalculated')
})
