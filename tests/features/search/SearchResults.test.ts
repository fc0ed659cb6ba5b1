import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { UnitId } from '#core/ids'
import zh from '#features/search/messages.zh.json'
import { resultRows } from '#features/search/resultRows'
import SearchResults from '#features/search/SearchResults.vue'
import uiZh from '#ui/messages.zh.json'
import type { SearchHit } from '#workflows/searchReports'
import { aHit } from './aHit.js'

const hits: SearchHit[] = [aHit('甲', 3, { before: '机制尚未覆盖', after: '案件' }), aHit('甲', 40, { before: '受理' })]
const many: SearchHit[] = Array.from({ length: 5000 }, (_, at) => aHit('乙', at * 10))
let list: VueWrapper

function show(found: { unitId: UnitId; hits: readonly SearchHit[] }[], current: SearchHit | null): VueWrapper {
  list = mount(SearchResults, {
    attachTo: document.body,
    global: { plugins: [createI18n({ legacy: false, locale: 'zh', messages: { zh: { search: zh, ui: uiZh } } })] },
    props: {
      rows: resultRows(found.map((unit) => ({ ...unit, count: unit.hits.length })), { folded: new Set(), onlyNegative: false }), names: new Map([['甲' as UnitId, '甲县'], ['乙' as UnitId, '乙县']]), current,
      placeOf: (_: string, offset: number) => ({ chapter: '二、(三)', heading: '复议', page: offset > 20 ? 2 : null }),
    },
  })
  return list
}

afterEach(() => list.unmount())

describe('SearchResults', () => {
  test('a place in its words: chapter and page, the phrase marked, what turns it round said', () => {
    const shown = show([{ unitId: '甲' as UnitId, hits }], hits[0]!)
    expect(shown.findAll('.row').map((row) => row.findAll(':scope > *').map((part) => part.text()))).toEqual([
      ['▾', '甲县', '2 处'],
      ['二、(三)', '机制尚未覆盖', '复议案件', '▽ 尚未'],
      ['二、(三) · 第 2 页', '受理', '复议', ''],
    ])
    expect([shown.get('mark').text(), shown.get('em').text(), shown.get('[aria-selected=true]').attributes('data-start')]).toEqual(['复议', '尚未', '3'])
  })

  test('of thousands of places only those in sight are drawn', () => {
    expect(show([{ unitId: '乙' as UnitId, hits: many }], null).findAll('[data-hit]').length).toBeLessThan(60)
  })

  test('arrows walk from place to place, past the names; above the first one leads back to the box', async () => {
    const shown = show([{ unitId: '甲' as UnitId, hits }], hits[0]!)
    await shown.trigger('keydown', { key: 'ArrowDown' })
    await shown.trigger('keydown', { key: 'ArrowUp' })
    await shown.trigger('keydown', { key: 'Enter' })
    expect([shown.emitted('choose'), shown.emitted('back'), shown.emitted('open')]).toEqual([[[hits[1]]], [[]], [[]]])
  })
})
