import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { aRanking, mixedUnits, type Marks } from './aRanking'
import { defaultSettings } from '#core/records/projectRecord'
import RankTable from '#features/rank/table/RankTable.vue'
import words from '#features/rank/messages.zh.json'
import { tableOfRanking } from '#features/rank/table/rankingTable'
import { i18n } from '../../../src/app/i18n'

i18n.global.mergeLocaleMessage('zh', { rank: words })
afterEach(() => { document.body.innerHTML = '' })

function open(units: Readonly<Record<string, Marks>>) {
  const ranking = aRanking(units)
  const table = tableOfRanking(ranking)
  return mount(RankTable, {
    props: { ranking, table, rows: table.rows, bands: defaultSettings.bands, caption: '县级政府 · 2024 年度排名', selectedId: null },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

function linesOf(wrapper: ReturnType<typeof open>): string[] {
  return wrapper.findAll('tbody tr').map((line) => line.findAll('th, td').map((cell) => cell.text().replace(/\s+/g, ' ')).join(' | '))
}

test('every unit has a line: ties, N/A, provisional and unranked ones say what they are', () => {
  expect(linesOf(open(mixedUnits))).toEqual([
    '1 | 甲县 | 90.50 | 90.50 | 优秀 | 60.00 | 30.50 | — |  | 0 | 0 | 0',
    '并列 2 | 丙县 | 80.00 | 80.00 | 良好 | 50.00 | 30.00 | −10.50 |  | 0 | 0 | 0',
    '并列 2 | 乙县 | 80.00 | 80.00 | 良好 | 50.00 | 30.00 | −10.50 |  | 0 | 0 | 0',
    '4 | 丁县 | 75.00 | 75.00 | 合格 | 45.00 | 不适用 | −15.50 |  | 0 | 0 | 1',
    '未参加排名 3 家',
    '—未排名 | 己县尚未评分 | 未定 | — | — | 未定 | 未定 | — |  | 3 | 0 | 0',
    '—未排名 | 庚县全部评分项不适用，无总分 | 不适用 | — | — | 不适用 | 不适用 | — |  | 0 | 0 | 3',
    '—未排名 | 戊县有待核或未评项 | 30.00–70.00暂定 | 30.00+ | — | 30.00 | 未定 | — | 30.00–70.00 | 0 | 1 | 0',
  ])
})

test('a head sorts in three states and says so', async () => {
  const wrapper = open(mixedUnits)
  const head = () => wrapper.findAll('thead th').find((each) => each.text().startsWith('总分'))!
  const order = () => [head().attributes('aria-sort'), linesOf(wrapper).slice(0, 4).map((line) => line.split(' | ')[1]).join('')]
  const seen = [order()]
  for (let press = 0; press < 3; press += 1) {
    await head().find('button').trigger('click')
    seen.push(order())
  }
  expect(seen).toEqual([['none', '甲县丙县乙县丁县'], ['descending', '甲县丙县乙县丁县'], ['ascending', '丁县丙县乙县甲县'], ['none', '甲县丙县乙县丁县']])
})

test('a line opens the unit, a number its dimension', async () => {
  const wrapper = open(mixedUnits)
  await wrapper.find('tr[data-unit="乙县"] td[data-dimension="B"]').trigger('click')
  await wrapper.find('tr[data-unit="戊县"] button').trigger('click')
  expect(wrapper.emitted('select')).toEqual([['乙县', 'B'], ['戊县', null]])
})

test('one name is in the order of Tab; the arrows go on, over the rule', async () => {
  const wrapper = open(mixedUnits)
  const stops = () => wrapper.findAll('button[tabindex="0"]').map((button) => button.text())
  expect(stops()).toEqual(['甲县'])
  await wrapper.find('tr[data-unit="丁县"] button').trigger('keydown', { key: 'ArrowDown' })
  await nextTick()
  expect([document.activeElement?.textContent, stops()]).toEqual(['己县', ['己县']])
})

test('above a hundred lines only those in sight are drawn', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index): [string, Marks] => [`第${String(index).padStart(3, '0')}县`, [40, 20, index / 10]]))
  const wrapper = open(many)
  const drawn = wrapper.element.querySelectorAll('tr[data-unit]').length
  expect([drawn > 10, drawn < 100, wrapper.find('table').attributes('aria-rowcount')]).toEqual([true, true, '301'])
})

test('above a hundred units only those in sight are drawn, on paper all of them', async () => {
  const wrapper = open(Object.fromEntries(Array.from({ length: 104 }, (_, index) => [`单位${String(index).padStart(3, '0')}`, [20, 10, 20] as const])))
  const drawn = () => wrapper.findAll('tr[data-unit]').length
  const before = drawn()
  expect(before).toBeLessThan(100)
  dispatchEvent(new Event('beforeprint'))
  await nextTick()
  expect([drawn(), wrapper.element.querySelector('.filler') !== null]).toEqual([104, false])
  dispatchEvent(new Event('afterprint'))
  await nextTick()
  expect(drawn()).toBe(before)
}, 20_000)
