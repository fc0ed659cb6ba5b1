import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Passage } from '#core/evidence/findPassages'
import { splitOutline } from '#core/text/splitOutline'
import AcrossPassages from '#features/score/across/AcrossPassages.vue'
import zh from '#features/score/across/messages.zh.json'
import scoreZh from '#features/score/messages.zh.json'
import uiZh from '#ui/messages.zh.json'

const text = '一、成效\n全年受理复议32件。\n二、不足\n复议力量尚未配齐。\n三、计划\n复议规范化建设。'
const passages: Passage[] = ['全年受理复议32件。', '复议力量尚未配齐。', '复议规范化建设。'].map((words, at) => {
  const start = text.indexOf(words)
  const negative = text.indexOf('尚未')
  return { start, end: start + words.length, score: 3 - at, cues: ['复议'], negative: at === 1 ? [{ start: negative, end: negative + 2, word: '尚未' }] : [] }
})
let list: VueWrapper

function show(evidence: { start: number; end: number }[]): VueWrapper {
  list = mount(AcrossPassages, {
    global: { plugins: [createI18n({ legacy: false, locale: 'zh', messages: { zh: { across: zh, score: scoreZh, ui: uiZh } } })] },
    props: { report: { text, pages: [], edits: [] } as never, outline: splitOutline(text), passages, words: ['复议'], evidence, canAttach: true },
  })
  return list
}

afterEach(() => list.unmount())

describe('AcrossPassages', () => {
  test('the best two, their cues and negative words marked, with their chapter; the others on demand', async () => {
    const shown = show([])
    expect(shown.findAll('[data-passage]').map((row) => [row.get('.words').text(), row.findAll('.cue').map((cue) => cue.text()), row.findAll('.negative').map((word) => word.text()), row.get('.foot').text()])).toEqual([
      ['全年受理复议32件。', ['复议'], [], '一挂为依据'],
      ['复议力量尚未配齐。', ['复议'], ['尚未'], '二▽ 含“尚未”挂为依据'],
    ])
    await shown.get('.more').trigger('click')
    expect(shown.findAll('[data-passage]').length).toBe(3)
  })

  test('one that is attached says so, one that only holds an attached passage names it; a press asks for the whole passage', async () => {
    const [first, second] = passages as [Passage, Passage, Passage]
    const shown = show([{ start: first.start, end: first.end }, { start: second.start + 4, end: second.end }])
    expect(shown.findAll('[data-passage]').map((row) => [row.get('button').attributes('aria-pressed'), row.find('.foot .partly').exists() && row.get('.foot .partly').text()])).toEqual([['true', false], ['false', '依据 2 在此']])
    await shown.findAll('[data-attach-passage]')[1]!.trigger('click')
    expect(shown.emitted('toggle')).toEqual([[{ start: second.start, end: second.end }]])
  })
})
