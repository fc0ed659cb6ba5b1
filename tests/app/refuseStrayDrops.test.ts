import { expect, test } from 'vitest'
import { refuseStrayDrops } from '#app/refuseStrayDrops'

function dragged(name: string, types: readonly string[]): Event {
  return Object.assign(new Event(name, { bubbles: true, cancelable: true }), { dataTransfer: { types, dropEffect: 'copy' } })
}

test('a file dropped beside every place for it does not take the place of the program; dragged text and taken files are left alone', () => {
  refuseStrayDrops(window)
  const taking = document.createElement('div')
  taking.addEventListener('drop', (event) => event.preventDefault())
  document.body.append(taking)
  const given = [dragged('dragover', ['Files']), dragged('drop', ['Files']), dragged('drop', ['text/plain'])]
  for (const event of given) document.body.dispatchEvent(event)
  const taken = dragged('drop', ['Files'])
  taking.dispatchEvent(taken)
  expect(given.map((event) => event.defaultPrevented)).toEqual([true, true, false])
  expect((taken as DragEvent).dataTransfer?.dropEffect).toBe('copy')
})
