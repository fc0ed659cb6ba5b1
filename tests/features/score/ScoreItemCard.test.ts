import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { ItemId, Sha256 } from '#core/ids'
import { failure } from '#core/result'
import type { RubricItem } from '#core/rubric/rubric'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ProofFiles } from '#features/score/card/proofFiles'
import { workOfMark, type ItemPlace, type MarkDraft } from '#features/score/itemWork'
import zh from '#features/score/messages.zh.json'
import ScoreItemCard from '#features/score/ScoreItemCard.vue'
import uiZh from '#ui/messages.zh.json'

const base = { kind: 'item', name: '某项', guidance: '看有没有数据。', cueWords: [], basis: [{ basis: 'rules', place: '第二条', checked: false }] } as const
const A5: RubricItem = { ...base, id: 'A5' as ItemId, full: 1.5, rule: { kind: 'deduct', causes: [{ id: 'meeting', label: '少一次', perEvent: 0.3, cap: 1.2 }] } }
const C3: RubricItem = {
  ...base, id: 'C3' as ItemId, full: 2, notApplicable: { when: '不制发文件' },
  rule: { kind: 'checklist', elements: ['甲', '乙'].map((id) => ({ id, label: id, marks: [{ points: 0, criterion: '没有' }, { points: 1, criterion: '有' }] })) },
}

const V1: RubricItem = { ...base, id: 'V1' as ItemId, full: 0, rule: { kind: 'veto', criterion: '数据造假', effect: { kind: 'capTotal', at: 59 } } }

const noFiles: ProofFiles = { keep: async () => failure({ kind: 'empty-file' }), read: async () => undefined, save: async () => undefined }

let card: VueWrapper<InstanceType<typeof ScoreItemCard>>

function show(item: RubricItem, mark: MarkDraft | undefined, assessor: string | null = '甲组 02'): typeof card {
  const place: ItemPlace = { item, unit: { kind: 'government', level: 'city' }, year: 2024 }
  card = mount(ScoreItemCard, {
    attachTo: document.body,
    global: { plugins: [createPinia(), createI18n({ legacy: false, locale: 'zh', messages: { zh: { score: zh, ui: uiZh } } })] },
    props: {
      place, section: 'base', warnings: [], references: async () => [], path: ['A 公开', '规范'], bases: [{ id: 'rules', title: '某规定', short: '规定' }], decimals: 2, work: workOfMark(place, mark), record: undefined,
      standing: mark?.state ?? 'unscored', writtenAt: undefined, report: null, evidence: [], evidenceRows: [], replacing: null, suggestion: null,
      searches: { proposed: ['述法', '问责'], words: [], offered: [] }, proofFiles: noFiles, assessor, knownAssessors: [],
      signIn: async () => null, history: async () => [],
    },
  })
  return card
}

afterEach(() => card.unmount())

describe('ScoreItemCard', () => {
  test('shows the rule, the unchecked basis, the points and how they came about', () => {
    const shown = show(A5, { state: 'scored', answer: { kind: 'deduct', events: { meeting: 5 } }, ...noGrounds })
    expect([
      shown.get('h2').text(), shown.get('[data-result]').text(), shown.get('[data-formula]').text(), shown.get('[data-save-state]').text(), shown.findAll('.basis').at(-1)!.text(),
    ]).toEqual(['A5 某项 1.5 分', '得分 0.30 / 1.5', '1.5 − min(1.2, 5 × 0.3) = 0.3', '已写入本机', '依据：规定第二条条号待核'])
  })

  test('a digit answers an element, the card hands it on as a change to be written now', () => {
    const shown = show(C3, undefined)
    shown.vm.press(2, false)
    expect(shown.emitted('change')).toEqual([[{ state: 'scored', draft: { kind: 'checklist', marks: { 乙: 1 } }, searched: [], accepted: null }, 'now']])
  })

  test('a stepper taken back to none is an answer: nothing to deduct', async () => {
    const shown = show(A5, { state: 'scored', answer: { kind: 'deduct', events: { meeting: 1 } }, ...noGrounds })
    await shown.get('[data-cause] button').trigger('click')
    expect(shown.emitted('change')).toEqual([[{ state: 'scored', draft: { kind: 'deduct', looked: true, events: { meeting: 0 } }, searched: [], accepted: null }, 'now']])
  })

  test('not applicable is offered only where the rubric allows it', () => {
    expect(show(A5, undefined).find('[data-state-button="notApplicable"]').exists()).toBe(false)
    card.unmount()
    const shown = show(C3, undefined)
    shown.vm.setState('notApplicable')
    expect(shown.emitted('change')).toEqual([[{ state: 'notApplicable', draft: { kind: 'checklist', marks: {} }, searched: [], accepted: null }, 'now']])
  })

  test('before anybody has signed in the name is asked for and nothing can be answered', () => {
    const shown = show(C3, undefined, null)
    shown.vm.press(1, false)
    expect([shown.find('[data-sign-in]').exists(), shown.get('fieldset').attributes('disabled'), shown.emitted('change')]).toEqual([true, '', undefined])
  })

  test('a veto that applies is confirmed by a second act, and names its reason before it is written', async () => {
    const shown = show(V1, undefined)
    await shown.get('[data-applies="true"] input').trigger('change')
    expect(shown.emitted('change')?.at(-1)).toEqual([{ state: 'scored', draft: { kind: 'veto', applies: true, confirmed: false }, searched: [], accepted: null }, 'now'])
    await shown.setProps({ work: { state: 'scored', draft: { kind: 'veto', applies: true, confirmed: false }, ...noGrounds } })
    await shown.get('[data-confirm-veto]').trigger('click')
    expect(shown.emitted('change')?.at(-1)).toEqual([{ state: 'scored', draft: { kind: 'veto', applies: true, confirmed: true }, searched: [], accepted: null }, 'now'])
  })

  test('what the rubric leaves out for such bodies cannot be marked, and says why', () => {
    const shown = show({ ...A5, variants: [{ when: { kinds: ['government'] }, label: '政府', applies: false }] }, undefined)
    shown.vm.press(1, false)
    shown.vm.setState('pending')
    expect([shown.get('[data-not-for-body]').text(), shown.get('fieldset').attributes('disabled'), shown.get('[data-result]').text(), shown.emitted('change')]).toEqual([
      '不适用（按机关类型）：“政府”不评本项，不计入满分。', '', '不适用', undefined,
    ])
  })

  test('a body with other full marks is scored on those', () => {
    const shown = show({ ...A5, variants: [{ when: { kinds: ['government'] }, label: '政府', full: 3 }] }, { state: 'scored', answer: { kind: 'deduct', events: {} }, ...noGrounds })
    expect([shown.get('h2').text(), shown.get('[data-result]').text()]).toEqual(['A5 某项 3 分', '得分 3.00 / 3'])
  })

  test('a place waits for the other units', () => {
    const shown = show({ ...base, id: 'R8' as ItemId, full: 6, rule: { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'proportional' } } }, { state: 'scored', answer: { kind: 'byRank', value: 30 }, ...noGrounds })
    expect(shown.get('[data-result]').text()).toBe('名次评完后计分')
  })

  test('未找到 is recorded with what was searched for; a second press changes nothing of it', async () => {
    const shown = show(A5, undefined)
    shown.vm.setState('notFound')
    const draft = { kind: 'deduct', events: {}, looked: false }
    expect(shown.emitted('change')).toEqual([[{ state: 'notFound', draft, searched: ['述法', '问责'], accepted: null }, 'now']])
    await shown.setProps({ work: workOfMark({ item: A5, unit: { kind: 'government', level: 'city' }, year: 2024 }, { state: 'notFound', answer: null, ...noGrounds, searched: ['述法'] }) })
    shown.vm.setState('notFound')
    expect(shown.emitted('change')?.at(-1)).toEqual([{ state: 'notFound', draft, searched: ['述法'], accepted: null }, 'now'])
  })

  test('a count fills nothing in before it is accepted; then the record keeps its working as it was shown', async () => {
    const B4: RubricItem = { ...base, id: 'B4' as ItemId, full: 2, measure: 'length', rule: { kind: 'interval', measure: '全文字数', unit: '字', breaks: [{ x: 0, y: 0 }, { x: 9, y: 2 }], shape: 'linear' } }
    const textHash = 'h' as Sha256
    const shown = show(B4, undefined)
    await shown.setProps({ suggestion: { measure: 'length', state: 'scored', answer: { kind: 'interval', value: 7649 }, isPartial: false, working: { key: 'length', values: { length: '7649' } }, places: [], textHash } })
    expect([shown.get('[data-suggestion] .words').text(), shown.emitted('change')]).toEqual(['程序统计 全文 7,649 字（不计空白）', undefined])
    await shown.get('[data-accept]').trigger('click')
    const accepted = { measure: 'length', textHash, working: '全文 7,649 字（不计空白）' }
    expect(shown.emitted('change')).toEqual([[{ state: 'scored', draft: { kind: 'interval', value: '7649' }, searched: [], accepted }, 'now']])
  })
})
