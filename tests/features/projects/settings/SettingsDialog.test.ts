import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { fixedDeps } from '../../../builders/fixedDeps'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import { defaultSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import SettingsDialog from '#features/projects/settings/SettingsDialog.vue'
import { closeDatabase, openDatabase } from '#storage/db'
import { projectOf } from '#storage/queries/projectOf'
import { addUnits } from '#workflows/addUnits'
import { changeSettings } from '#workflows/changeSettings'
import { createProject } from '#workflows/createProject'
import { depsKey } from '#workflows/deps'
import { recordScore } from '#workflows/recordScore'
import { signIn } from '#workflows/signIn'
import { i18n, setLanguage } from '../../../../src/app/i18n'

const rubric = aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 40)])])
let deps: ReturnType<typeof fixedDeps>
let projectId: ProjectId
let dialog: VueWrapper
let count = 0

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

beforeEach(async () => {
  count += 1
  deps = fixedDeps(count * 1000)
  value(await openDatabase(`settings-dialog-${count}`))
  await setLanguage('zh')
  projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric, settings: defaultSettings }))
  const units = value(await addUnits(deps, projectId, ['甲县', '乙县'].map((name) => ({ name, kind: 'government', level: 'county' }))))
  const assessorId = value(await signIn(deps, projectId, '甲组01'))
  for (const [index, points] of [[50, 35], [45, 30]].entries()) {
    for (const [at, itemId] of (['a', 'b'] as ItemId[]).entries()) {
      value(await recordScore(deps, { projectId, unitId: units[index] as UnitId, assessorId, itemId, state: 'scored', answer: { kind: 'judge', points: points[at]! }, note: '依据', evidence: [] }))
    }
  }
  dialog = mount(SettingsDialog, { attachTo: document.body, global: { plugins: [i18n], provide: { [depsKey]: deps }, stubs: { teleport: true } }, props: { projectId, assessorId: null } })
  await vi.waitFor(() => expect(dialog.find('[name=decimals]').exists()).toBe(true))
})

afterEach(async () => {
  dialog.unmount()
  await flushPromises()
  closeDatabase()
})

async function typeBand(index: number, from: string): Promise<void> {
  await dialog.findAll('[data-band]')[index]!.get('[data-band-from]').setValue(from)
}

describe('the dialog of a project’s settings', () => {
  test('nothing changed: nothing to save', () => {
    expect([dialog.get('[data-save-settings]').attributes('disabled'), dialog.find('[data-settings-effect]').exists()]).toEqual(['', false])
  })

  test('the effect comes before; reason and name are asked for; then it is written, signed', async () => {
    await typeBand(0, '85')
    await vi.waitFor(() => expect(dialog.find('[data-settings-effect]').exists()).toBe(true), { timeout: 3000 })
    expect(dialog.get('[data-settings-effect] .counts').text()).toMatch(/^0 家名次变化、1 家等次变化/)
    expect(dialog.get('[data-differences]').text()).toBe('等次优秀 ≥ 90、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0 → 优秀 ≥ 85、良好 ≥ 80、合格 ≥ 60、不合格 ≥ 0')
    await dialog.get('form').trigger('submit')
    await flushPromises()
    expect([dialog.text().includes('请填写理由'), (await projectOf(projectId))?.settingsChanges]).toEqual([true, undefined])
    await dialog.get('[name=settings-reason]').setValue('按会议纪要')
    await dialog.get('form').trigger('submit')
    await vi.waitFor(() => expect(dialog.emitted('changed')).toHaveLength(1))
    const project = await projectOf(projectId)
    expect(project?.settingsChanges).toMatchObject([{ by: '甲组01', reason: '按会议纪要', from: defaultSettings, to: project!.settings }])
    expect(project?.settings.bands[0]).toEqual({ name: '优秀', from: 85 })
  })

  test('bands in the wrong order are refused in words', async () => {
    await typeBand(1, '95')
    expect(dialog.findAll('[data-settings-problem]').map((notice) => notice.text())).toEqual(['■出错等次的起始分应由高到低'])
    expect(dialog.get('[data-save-settings]').attributes('disabled')).toBe('')
  })

  test('another window was faster: told, and reloaded with what it did', async () => {
    value(await changeSettings(deps, projectId, { from: defaultSettings, to: { ...defaultSettings, decimals: 3 }, by: '组长', reason: '三位小数' }))
    await typeBand(0, '85')
    await dialog.get('[name=settings-reason]').setValue('按会议纪要')
    await dialog.get('form').trigger('submit')
    await vi.waitFor(() => expect(dialog.text()).toContain('规则刚被另一个窗口改过'))
    await dialog.findAll('button').find((button) => button.text() === '重新载入')!.trigger('click')
    await vi.waitFor(() => expect(dialog.find('[data-settings-history]').exists()).toBe(true))
    expect(dialog.get('[data-settings-history]').text()).toMatch(/历次修改（1）.*组长：三位小数显示小数位：2 → 3$/)
    // What was typed over the old settings is gone: it was never looked at under the new ones.
    expect(dialog.find('[data-differences]').exists()).toBe(false)
  })
})
