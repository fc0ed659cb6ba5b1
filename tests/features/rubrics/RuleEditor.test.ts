import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { everyRule } from '../../core/rubric/rubricWithEveryRule'
import type { Rule, RuleKind } from '#core/rubric/rubric'
import RuleExample from '#features/rubrics/example/RuleExample.vue'
import zh from '#features/rubrics/messages.zh.json'
import RuleEditor from '#features/rubrics/rules/RuleEditor.vue'
import uiZh from '#ui/messages.zh.json'

const plugins = [createI18n({ legacy: false, locale: 'zh', messages: { zh: { rubrics: zh, ui: uiZh } } })]
let shown: VueWrapper

function edit(rule: Rule, full = 2): VueWrapper {
  shown = mount(RuleEditor, { attachTo: document.body, global: { plugins }, props: { rule, full, section: rule.kind === 'negative' ? 'negative' : rule.kind === 'veto' ? 'veto' : 'base' } })
  return shown
}

function lastRule(): Rule {
  return shown.emitted<[Rule]>('change')!.at(-1)![0]
}

afterEach(() => shown.unmount())

describe('RuleEditor', () => {
  test.each(Object.keys(everyRule) as RuleKind[])('every field of a %s rule has a name', (kind) => {
    edit(everyRule[kind])
    const nameless = shown.findAll('input, textarea, select').filter((control) => {
      const { id } = control.attributes()
      const labelled = control.attributes('aria-label') ?? (id ? document.querySelector(`label[for="${id}"]`)?.textContent : null) ?? control.element.closest('label')?.textContent
      return !labelled?.trim() || labelled.includes('rubrics.')
    })
    expect(nameless.map((control) => control.html())).toEqual([])
    expect(shown.text()).not.toMatch(/rubrics\.\w/)
  })

  test('a decimal is taken as typed, full width too; an optional one that is emptied is gone', async () => {
    edit(everyRule.deduct)
    await shown.findAll('[data-rule-field="perEvent"] input')[0]!.setValue('０。１５')
    expect(lastRule()).toEqual({ ...everyRule.deduct, causes: [{ id: 'a', label: '迟报', perEvent: 0.15, cap: 1.2 }, everyRule.deduct.causes[1]] })
    await shown.findAll('[data-rule-field="cap"] input')[0]!.setValue('')
    expect(lastRule()).toEqual({ ...everyRule.deduct, causes: [{ id: 'a', label: '迟报', perEvent: 0.3 }, everyRule.deduct.causes[1]] })
  })

  test('a number that must be there is not lost when its field is emptied', async () => {
    edit(everyRule.judge)
    await shown.get('[data-rule-field="step"] input').setValue('')
    expect(shown.emitted('change')).toBeUndefined()
    expect(shown.text()).toContain('请填一个数')
  })

  test('shares are typed in percent, exactly', async () => {
    edit(everyRule.ratio)
    expect((shown.get('[data-rule-field="fullAt"] input').element as HTMLInputElement).value).toBe('95')
    await shown.get('[data-rule-field="zeroAt"] input').setValue('57.35')
    expect(lastRule()).toEqual({ ...everyRule.ratio, zeroAt: 0.5735 })
  })

  test('entries are added with a free id, moved and removed', async () => {
    edit(everyRule.count)
    await shown.get('[aria-label="在“计数情形”中添加"]').trigger('click')
    expect(lastRule()).toEqual({ ...everyRule.count, kinds: [{ id: 'a', label: '次', points: 0.5 }, { id: 'a-2', label: '第 2 项', points: 0.5 }] })
    await shown.get('[aria-label="去掉“次”"]').trigger('click')
    expect(lastRule()).toEqual({ ...everyRule.count, kinds: [] })
  })

  test('another late rule begins with sound numbers; marks of an element can be changed', async () => {
    edit(everyRule.timeliness)
    await shown.findAll('.cases input')[1]!.setValue(true)
    expect(lastRule()).toEqual({ ...everyRule.timeliness, late: { kind: 'perDay', points: 0.1 } })
    shown.unmount()
    edit(everyRule.checklist)
    await shown.findAll('[data-rule-field="points"] input')[1]!.setValue('1.2')
    expect((lastRule() as typeof everyRule.checklist).elements[0]!.marks[1]).toEqual({ points: 1.2, criterion: '有' })
  })

  test('another kind of rule keeps the criterion', async () => {
    edit({ kind: 'judge', criterion: '看是否写实', step: 0.1 })
    await shown.get('[data-rule-kind]').setValue('passFail')
    expect(lastRule()).toEqual({ kind: 'passFail', criterion: '看是否写实' })
  })

  test('negative points and vetoes are offered in their own sections only', () => {
    edit(everyRule.judge)
    const base = shown.findAll('[data-rule-kind] option').map((option) => option.attributes('value'))
    shown.unmount()
    edit(everyRule.veto)
    expect([base.includes('veto'), base.includes('negative'), shown.findAll('[data-rule-kind] option').map((option) => option.attributes('value'))]).toEqual([false, false, ['veto']])
  })
})

describe('RuleExample', () => {
  test('shows the points with the formula, and follows the rule', async () => {
    const rule: Rule = { kind: 'deduct', causes: [{ id: 'a', label: '少一次', perEvent: 0.3, cap: 1.2 }] }
    const example = mount(RuleExample, { global: { plugins }, props: { rule, full: 1.5 } })
    shown = example
    await example.get('[data-example-input="a"]').setValue('5')
    expect(example.get('.result').text()).toBe('得 0.3 / 1.51.5 − min(1.2, 5 × 0.3) = 0.3')
    await example.setProps({ rule: { ...rule, causes: [{ id: 'a', label: '少一次', perEvent: 0.3, cap: 0.6 }] } })
    expect(example.get('.result b').text()).toBe('0.9')
  })

  test('points by rank are shown among the values of other units', async () => {
    const example = mount(RuleExample, { global: { plugins }, props: { rule: { kind: 'byRank', measure: '件数', unit: '件', best: 'high', award: { kind: 'proportional' } }, full: 6 } })
    shown = example
    expect(example.get('.result b').text()).toBe('4.5')
  })

  test('a rule that is not sound yet breaks nothing', () => {
    shown = mount(RuleExample, { global: { plugins }, props: { rule: { kind: 'reference', label: '报告', full: 0 }, full: 3 } })
    expect(shown.get('.result').text()).toContain('规则尚有问题')
  })
})
