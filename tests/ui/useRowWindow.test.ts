import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick } from 'vue'
import { expect, test } from 'vitest'
import { useRowWindow, type RowWindow } from '#ui/useRowWindow'

async function mountRows(count: number) {
  let rows!: RowWindow
  const wrapper = mount(defineComponent({
    setup() {
      rows = useRowWindow({ count, rowHeight: 30, overscan: 2 })
      return () => h('div', { ref: (element) => { rows.container.value = element as HTMLElement | null } })
    },
  }))
  const element = wrapper.element as HTMLElement
  Object.defineProperty(element, 'clientHeight', { value: 300 })
  rows.container.value = null
  await nextTick()
  rows.container.value = element
  await nextTick()
  return { rows, element }
}

function facts(rows: RowWindow): number[] {
  return [rows.from.value, rows.to.value, rows.aboveHeight.value, rows.belowHeight.value]
}

test('three thousand rows cost a screenful', async () => {
  const { rows, element } = await mountRows(3000)
  expect(facts(rows)).toEqual([0, 13, 0, 2987 * 30])
  element.scrollTop = 30_000
  element.dispatchEvent(new Event('scroll'))
  expect(facts(rows)).toEqual([998, 1013, 998 * 30, 1987 * 30])
})

test('the end is drawn whole', async () => {
  const { rows, element } = await mountRows(3000)
  element.scrollTop = 3000 * 30 - 300
  element.dispatchEvent(new Event('scroll'))
  expect([rows.to.value, rows.belowHeight.value]).toEqual([3000, 0])
})

test('fewer rows than fit are all drawn', async () => {
  const { rows } = await mountRows(4)
  expect(facts(rows)).toEqual([0, 4, 0, 0])
})

test('a row out of sight is scrolled to, one in sight stays', async () => {
  const { rows, element } = await mountRows(3000)
  rows.scrollToRow(5)
  expect(element.scrollTop).toBe(0)
  rows.scrollToRow(100)
  expect(element.scrollTop).toBe(101 * 30 - 300)
})
