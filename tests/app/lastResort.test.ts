import { afterEach, expect, test } from 'vitest'
import { describeError, noteStep, showLastResort } from '../../src/app/lastResort'
import { expectConsole } from '../setup/quietConsole'

afterEach(() => {
  document.body.innerHTML = ''
})

test('an error report quotes no Chinese sentence: it may be a report’s', () => {
  const described = describeError(new Error('cannot locate "全面落实行政执法公示制度，覆盖三级。" at 12'))
  expect(described).toContain('cannot locate "[18 characters]" at 12')
  expect(described).not.toMatch(/\p{Script=Han}/u)
})

test('what is thrown without being an error is described too', () => {
  expect(describeError('plain words')).toBe('plain words')
})

test('the banner says what to do; a second error replaces the first', () => {
  expectConsole(/first/)
  expectConsole(/second/)
  noteStep('route /p/:projectId/score')
  showLastResort(new Error('first'))
  showLastResort(new Error('second'))
  const banners = document.querySelectorAll('.last-resort')
  expect(banners.length).toBe(1)
  expect(banners[0]!.getAttribute('role')).toBe('alert')
  expect([...banners[0]!.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['复制错误报告', '重新载入', '关闭'])
  const report = banners[0]!.querySelector('textarea')!.value
  expect(report).toContain('Error: second')
  expect(report).toContain('route /p/:projectId/score')
})
