import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { Dexie } from 'dexie'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi as vitest } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { fixedDeps } from '../../builders/fixedDeps'
import type { ProjectId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import CollectView from '#features/collect/CollectView.vue'
import zh from '#features/collect/messages.zh.json'
import { closeDatabase, openDatabase } from '#storage/db'
import { originalOfReport } from '#storage/queries/originalOfReport'
import { reportVersionsOfUnit } from '#storage/queries/reportVersionsOfUnit'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { useToast } from '#ui/useToast'
import uiZh from '#ui/messages.zh.json'
import { addUnits } from '#workflows/addUnits'
import { createProject } from '#workflows/createProject'
import { depsKey } from '#workflows/deps'

const report = '云澜县2024年度法治政府建设情况报告\n字号:大 中 小\n2024年,云澜县坚持依法行政。\n一、主要成效\n办理复议案件12件。\n云澜县人民政府\n2025年1月20日\n'
const nameless = '法治建设工作总结\n一、成效\n开展培训3次。\n'

/** The first file brings the reader along, which takes its time on a laptop at work. */
const vi = { waitFor: <T>(check: () => T | Promise<T>) => vitest.waitFor(check, { timeout: 15_000 }) }
const deps = fixedDeps()
let name = ''
let projectId = '' as ProjectId
let view: VueWrapper

beforeEach(async () => {
  name = `zhunsheng-test-${Math.random()}`
  await openDatabase(name)
  const made = await createProject(deps, { name: '评估', year: 2024, rubric: aRubric([aGroup('A', 10, [anItem('a', 10)])]), settings: defaultSettings })
  if (!made.ok) throw new Error(made.problem.kind)
  projectId = made.value
})
afterEach(async () => {
  view.unmount()
  for (const { id } of useToast().toasts.value) useToast().dismiss(id)
  closeDatabase()
  await Dexie.delete(name)
})

async function openDesk(): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: CollectView }] })
  await router.push('/p/x/collect')
  const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: { collect: zh, ui: uiZh } } })
  view = mount(CollectView, { props: { projectId }, global: { plugins: [createPinia(), router, i18n], provide: { [depsKey]: deps } }, attachTo: document.body })
  await vi.waitFor(() => expect(view.find('h1').exists()).toBe(true))
}

async function choose(...files: readonly (readonly [fileName: string, content: string])[]): Promise<void> {
  await give('选择报告文件', files.map(([fileName, content]) => new File([content], fileName)), files.length)
}

async function chooseFolder(listed: number, ...files: readonly (readonly [path: string, content: string])[]): Promise<void> {
  await give('选择报告所在文件夹', files.map(([path, content]) => {
    const file = new File([content], path.slice(path.lastIndexOf('/') + 1))
    Object.defineProperty(file, 'webkitRelativePath', { value: path })
    return file
  }), listed)
}

async function give(label: string, files: readonly File[], listed: number): Promise<void> {
  const input = view.get<HTMLInputElement>(`input[aria-label=${label}]`)
  Object.defineProperty(input.element, 'files', { configurable: true, value: files })
  await input.trigger('change')
  await vi.waitFor(() => expect(states()).toHaveLength(listed))
  await vi.waitFor(() => expect(states().filter((state) => /等待读取|正在读取/.test(state))).toEqual([]))
}

function states(): string[] {
  return view.findAll('.files li').map((item) => `${item.get('.name').text()}: ${item.get('.tag').text().slice(1)}`)
}

/** 按类确认: all suggestions that are ticked. */
async function confirmAll(): Promise<void> {
  await press('按类确认')
  await vi.waitFor(() => expect(dialogButton('确认所选')).toBeDefined())
  for (const box of document.querySelectorAll<HTMLInputElement>('dialog[open] input[type=checkbox]')) {
    if (box.checked || box.ariaLabel?.includes('替换')) continue
    box.checked = true
    box.dispatchEvent(new Event('change'))
  }
  await flushPromises()
  dialogButton('确认所选')?.click()
  await flushPromises()
}

function dialogButton(start: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll<HTMLButtonElement>('dialog footer button')].find((button) => button.textContent?.trim().startsWith(start))
}

async function press(label: string): Promise<void> {
  const button = view.findAll('button').find((candidate) => candidate.text() === label || (label === '入库' && /^入库 \d+ 份$/.test(candidate.text())))
  if (!button) throw new Error(`no button ${label} among ${view.findAll('button').map((candidate) => candidate.text()).join(' | ')}`)
  await button.trigger('click')
  await flushPromises()
}

async function open(fileName: string): Promise<void> {
  await view.findAll('.files li .file').find((button) => button.text().includes(fileName))?.trigger('click')
}

describe('the desk 报告入库', () => {
  test('a certain report goes in with its unit, what is refused stays with its reason', async () => {
    await openDesk()
    await choose(['a.txt', report], ['empty.txt', ''], ['picture.txt', '\u0089PNG\r\n\u001a\n\u0000\u0000'])
    expect(states()).toEqual(['a.txt: 可入库', 'empty.txt: 不能入库', 'picture.txt: 不能入库'])
    await open('empty.txt')
    expect(view.get('.form').text()).toContain('文件是空的')
    await press('入库')
    await vi.waitFor(() => expect(states()).toHaveLength(2))
    await vi.waitFor(() => expect(view.get('.result').text()).toContain('1 份报告已入库，新建 1 个单位。另有 2 份没有入库，留在下面。'))

    const units = await unitsOfProject(projectId)
    expect(units.map(({ name: unitName, kind, level, group }) => ({ unitName, kind, level, group }))).toEqual([{ unitName: '云澜县人民政府', kind: 'government', level: 'county', group: '' }])
    const stored = await reportOfUnit(projectId, units[0]!.id)
    expect(stored && { title: stored.title, year: stored.year, signedOn: stored.signedOn, publishedOn: stored.publishedOn }).toEqual({
      title: '云澜县2024年度法治政府建设情况报告', year: 2024, signedOn: '2025-01-20', publishedOn: null,
    })
    expect(await originalOfReport(projectId, stored!.id)).toEqual(new TextEncoder().encode(report))
  })

  test('nothing in doubt goes in: 按类确认 settles suggestions, a missing unit stays a question', async () => {
    await openDesk()
    await choose(['old.txt', report.replaceAll('2024', '2023').replaceAll('2025', '2024')], ['nameless.txt', nameless])
    expect(view.get<HTMLButtonElement>('.bar .go').element.disabled).toBe(true)
    await confirmAll()
    expect(states()).toEqual(['nameless.txt: 1 处待确认', 'old.txt: 可入库'])
    await press('入库')
    await vi.waitFor(() => expect(states()).toEqual(['nameless.txt: 1 处待确认']))
    expect((await unitsOfProject(projectId)).map((unit) => unit.name)).toEqual(['云澜县人民政府'])
  })

  test('the same report again is recognised; a new version asks before it replaces, and the old one is kept', async () => {
    await openDesk()
    await choose(['a.txt', report], ['copy.txt', report])
    expect(states()).toEqual(['a.txt: 可入库', 'copy.txt: 已跳过'])
    await press('入库')
    await vi.waitFor(() => expect(states()).toEqual(['copy.txt: 已跳过']))
    await open('copy.txt')
    await vi.waitFor(() => expect(view.get('.form').text()).toContain('与“云澜县人民政府”已入库的报告是同一个文件，默认跳过。'))
    await press('全部移除')

    await choose(['b.txt', `${report}补充说明。\n`])
    await confirmAll()
    expect(states()).toEqual(['b.txt: 1 处待确认'])
    await vi.waitFor(() => expect(view.get('.form').text()).toMatch(/逐段比较：\d+ 段相同，0 段有改动，1 段新增，0 段删去。/))
    await press('替换旧报告')
    await press('入库')
    await vi.waitFor(() => expect(view.findAll('.files li')).toHaveLength(0))
    const [unit] = await unitsOfProject(projectId)
    const versions = await reportVersionsOfUnit(projectId, unit!.id)
    const [newer, older] = [versions.find(({ fileName }) => fileName === 'b.txt'), versions.find(({ fileName }) => fileName === 'a.txt')]
    expect([newer?.supersededBy, older?.supersededBy]).toEqual([null, newer?.id])
    expect(view.get('.result a').attributes('href')).toContain(`/p/${projectId}/collect/${unit!.id}/versions`)
  })

  test('the list of reports that share passages is one click from the units', async () => {
    await addUnits(deps, projectId, [{ name: '云澜县', kind: 'government', level: 'county' }])
    await openDesk()
    await vi.waitFor(() => expect(view.find('a.sameness').exists()).toBe(true))
    expect(view.get('a.sameness').attributes('href')).toBe(`/p/${projectId}/collect/sameness`)
  })

  test('a likely unit of the project is proposed, and the report goes to it once confirmed', async () => {
    await addUnits(deps, projectId, [{ name: '云澜县', kind: 'government', level: 'county' }])
    await openDesk()
    await choose(['a.txt', report])
    expect(view.get('.form').text()).toContain('文中写的是“云澜县人民政府”，是这个单位吗？')
    await press('确认建议')
    await press('入库')
    await vi.waitFor(() => expect(view.findAll('.files li')).toHaveLength(0))
    const units = await unitsOfProject(projectId)
    expect(units.map((unit) => unit.name)).toEqual(['云澜县'])
    expect((await reportOfUnit(projectId, units[0]!.id))?.fileName).toBe('a.txt')
  })

  test('a folder is taken in whole; what is no report is left out in words, and questions of one kind are answered at once', async () => {
    await openDesk()
    const openGovernment = (place: string): string => `${place}2024年政府信息公开工作年度报告\n${place}政府信息公开工作有关情况如下。\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n${place}人民政府\n2025年1月20日\n`
    await chooseFolder(3, ['区县/云澜/报告.txt', report], ['区县/云澜/~$报告.docx', 'x'], ['区县/.DS_Store', 'x'], ['区县/甲.txt', openGovernment('松原县')], ['区县/乙.txt', openGovernment('白石县')])
    expect(view.text()).toContain('隐藏文件和系统文件 2 个')
    expect(states().filter((state) => state.includes('可入库'))).toEqual(['报告.txt: 可入库'])
    await press('按类确认')
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')?.textContent).toContain('文种是“政府信息公开工作年度报告”，不是法治政府建设年度报告'))
    document.querySelector<HTMLButtonElement>('dialog button[aria-label^="全部跳过 文种是"]')?.click()
    await vi.waitFor(() => expect(states().filter((state) => state.includes('已跳过'))).toHaveLength(2))
    await press('入库')
    await vi.waitFor(async () => expect((await unitsOfProject(projectId)).map((unit) => unit.name)).toEqual(['云澜县人民政府']))
  })

  test('pasted text is a report like any other', async () => {
    await openDesk()
    await press('粘贴文本')
    const dialog = await vi.waitFor(() => {
      const found = document.querySelector('dialog textarea')
      if (!(found instanceof HTMLTextAreaElement)) throw new Error('no dialog')
      return found
    })
    dialog.value = report
    dialog.dispatchEvent(new Event('input'))
    await flushPromises()
    dialogButton('读取文本')?.click()
    await vi.waitFor(() => expect(states()).toEqual(['云澜县2024年度法治政府建设情况报告: 可入库']))
    await press('入库')
    await vi.waitFor(() => expect(view.findAll('.files li')).toHaveLength(0))
    const [unit] = await unitsOfProject(projectId)
    const stored = await reportOfUnit(projectId, unit!.id)
    expect(stored && { format: stored.format, encoding: stored.encoding, fileName: stored.fileName, year: stored.year }).toEqual({ format: 'pasted', encoding: null, fileName: '云澜县2024年度法治政府建设情况报告', year: 2024 })
    expect(await originalOfReport(projectId, stored!.id)).toEqual(new TextEncoder().encode(report))
  })

  test('the window asks before it closes as long as files wait', async () => {
    await openDesk()
    const closes = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(closes()).toBe(true)
    await choose(['a.txt', report])
    expect(closes()).toBe(false)
    await press('入库')
    await vi.waitFor(() => expect(view.findAll('.files li')).toHaveLength(0))
    expect(closes()).toBe(true)
  })
})
