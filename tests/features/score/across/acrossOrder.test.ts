import { describe, expect, test } from 'vitest'
import { shuffled } from '#features/score/across/acrossOrder'

const ids = Array.from({ length: 40 }, (_, at) => `unit-${String(at).padStart(2, '0')}`)

describe('shuffled', () => {
  test('the same people in another order, and in that order again', () => {
    const order = shuffled(ids, 'p1 C1')
    expect([...order].sort()).toEqual(ids)
    expect(order).not.toEqual(ids)
    expect(shuffled([...ids].reverse(), 'p1 C1')).toEqual(order)
  })

  test('another person or item has another order', () => {
    const order = shuffled(ids, 'p1 C1')
    expect([shuffled(ids, 'p2 C1'), shuffled(ids, 'p1 C2')].some((other) => other.join() === order.join())).toBe(false)
  })

  test('a unit that is taken away moves no other', () => {
    const order = shuffled(ids, 'p1 C1')
    expect(shuffled(ids.filter((id) => id !== 'unit-07'), 'p1 C1')).toEqual(order.filter((id) => id !== 'unit-07'))
  })

  test('over many seeds every unit stands in front about equally often', () => {
    const first = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed += 1) {
      const id = shuffled(ids, `p ${seed}`)[0]!
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    const counts = ids.map((id) => first.get(id) ?? 0)
    // 50 expected of each; a fair die strays beyond these bounds about once in ten thousand units.
    expect([Math.min(...counts) > 22, Math.max(...counts) < 82]).toEqual([true, true])
  })
})
