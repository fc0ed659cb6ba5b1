import { afterEach, expect, test } from 'vitest'
import { i18n, loadMessages, rememberedLanguage, setLanguage } from '../../src/app/i18n'

afterEach(async () => {
  await setLanguage('zh')
  localStorage.clear()
})

test('Chinese speaks first, and says so to the reader of the page', async () => {
  await setLanguage(rememberedLanguage())
  expect([i18n.global.t('ui.cancel'), document.documentElement.lang]).toEqual(['取消', 'zh-CN'])
})

test('English comes whole, at once, and is remembered', async () => {
  await setLanguage('en')
  expect([i18n.global.t('ui.cancel'), i18n.global.t('app.desk.score'), i18n.global.t('projects.title'), document.documentElement.lang, rememberedLanguage()])
    .toEqual(['Cancel', 'Scoring', 'Projects', 'en', 'en'])
})

test('a desk brings its words, in the language spoken now and in the next', async () => {
  await loadMessages('rank')
  expect(Object.keys(i18n.global.getLocaleMessage('zh'))).toContain('rank')
  await setLanguage('en')
  expect(Object.keys(i18n.global.getLocaleMessage('en'))).toContain('rank')
})
