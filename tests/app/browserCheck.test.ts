import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { completeOlderEngine } from '../../src/app/olderEngine'

const check = readFileSync(join(import.meta.dirname, '../../public/browserCheck.js'), 'utf8')

/** As the page does it, before the program. */
function run(): void {
  runInThisContext(check)
}

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  vi.stubGlobal('indexedDB', {})
  vi.stubGlobal('Worker', function Worker() {})
  HTMLDialogElement.prototype.showModal ??= () => {}
})
afterEach(() => {
  vi.unstubAllGlobals()
  delete document.documentElement.dataset['started']
  document.body.innerHTML = ''
})

function shown(): string | null {
  return document.getElementById('unsupported')?.textContent ?? null
}

test('says nothing where everything is there', () => {
  run()
  expect(shown()).toBe(null)
})

test.each([['indexedDB', 'IndexedDB'], ['Worker', 'Web Workers'], ['CompressionStream', 'compression streams']])('names what is missing: %s', (global, name) => {
  vi.stubGlobal(global, undefined)
  run()
  expect(shown()).toContain(`${name} · `)
  expect(shown()).toContain('109')
  expect(document.getElementById('unsupported')?.getAttribute('role')).toBe('alert')
})

test('grammar that is too new, and a program that did not come, are told; not once the program runs', () => {
  run()
  window.dispatchEvent(new ErrorEvent('error', { message: 'SyntaxError: unexpected token' }))
  expect(shown()).toContain('SyntaxError: unexpected token · ')
  document.body.innerHTML = '<div id="app"></div>'
  document.documentElement.dataset['started'] = ''
  window.dispatchEvent(new ErrorEvent('error', { message: 'later' }))
  expect(shown()).toBe(null)
})

test('lists of an older engine get the calls they miss, with the same answers', () => {
  const lists = [[], [3, 1, 2], ['b', undefined, 'a']] as unknown[][]
  const calls: ((list: unknown[]) => unknown)[] = [
    (list) => list.toReversed(),
    (list) => list.toSorted(),
    (list) => list.toSpliced(1, 1),
    (list) => list.toSpliced(1),
    (list) => list.toSpliced(0, 0, 'x', 'y'),
    (list) => list.with(-1, 'x'),
    (list) => list.with(5, 'x'),
  ]
  const older = {} as Record<'toReversed' | 'toSorted' | 'toSpliced' | 'with', (...values: unknown[]) => unknown>
  completeOlderEngine(older)
  for (const list of lists) {
    const copy = Object.freeze([...list]) as unknown[]
    for (const call of calls) {
      const given = Object.assign([...list], older)
      expect(outcome(() => call(given))).toEqual(outcome(() => call(copy)))
      expect([...given]).toEqual(list)
    }
  }
  completeOlderEngine()
  expect(Object.getOwnPropertyDescriptor(Array.prototype, 'with')?.value.toString()).toContain('[native code]')
})

function outcome(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return (error as Error).name
  }
}
