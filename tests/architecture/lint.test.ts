import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

/** The house rules that only the linter sees: each breaks here once, so that none of them is decoration. */
const linter = new ESLint()

async function rulesBrokenBy(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await linter.lintText(code, { filePath })
  return [...new Set(result?.messages.map((message) => message.ruleId))]
}

function vueFile(template: string, script = ''): string {
  return `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${template}\n</template>\n`
}

describe('broken', () => {
  test.each([
    ['the clock in core', 'src/core/points.ts', 'export const now = Date.now()\n', 'no-restricted-syntax'],
    ['a date in core', 'src/core/points.ts', 'export const day = new Date()\n', 'no-restricted-syntax'],
    ['chance in core', 'src/core/points.ts', 'export const x = Math.random()\n', 'no-restricted-syntax'],
    ['a default export in core', 'src/core/points.ts', 'export default function points(): void {}\n', 'no-restricted-syntax'],
    ['a default export in a feature', 'src/features/score/x.ts', 'export default 1\n', 'no-restricted-syntax'],
    ['any', 'src/storage/x.ts', 'export function f(value: any): void { void value }\n', '@typescript-eslint/no-explicit-any'],
    ['the console', 'src/workflows/x.ts', "export function f(): void { console.warn('x') }\n", 'no-console'],
    ['a worker built in a workflow', 'src/workflows/x.ts', "export const w = new Worker('x')\n", 'no-restricted-syntax'],
    ['a worker built in app', 'src/app/x.ts', "export const w = new Worker('x')\n", 'no-restricted-syntax'],
    ['a worker built in a view', 'src/ui/UiX.vue', vueFile('<p />', "const w = new Worker('x')\nvoid w"), 'no-restricted-syntax'],
    ['import.meta.glob in a feature', 'src/features/score/x.ts', "export const all = import.meta.glob('./*.ts')\n", 'no-restricted-syntax'],
    ['v-html', 'src/ui/UiX.vue', vueFile('<p v-html="a" />', "const a = ''"), 'vue/no-v-html'],
    ['Chinese text in a template', 'src/ui/UiX.vue', vueFile('<p>打分</p>'), 'vue/no-restricted-syntax'],
    ['English text in a template', 'src/ui/UiX.vue', vueFile('<p>Score</p>'), 'vue/no-restricted-syntax'],
    ['Chinese text in an attribute', 'src/ui/UiX.vue', vueFile('<p title="打分" />'), 'vue/no-restricted-syntax'],
    ['Chinese text in a template expression', 'src/ui/UiX.vue', vueFile("<p>{{ 1 > 0 ? '打分' : '' }}</p>"), 'vue/no-restricted-syntax'],
    ['Chinese text in a view script', 'src/ui/UiX.vue', vueFile('<p>{{ a }}</p>', "const a = '打分'"), 'no-restricted-syntax'],
    ['a script without TypeScript', 'src/ui/UiX.vue', '<script setup>\n</script>\n\n<template>\n  <p />\n</template>\n', 'vue/block-lang'],
    ['test.skip', 'tests/core/x.test.ts', "test.skip('x', () => {})\n", 'no-restricted-syntax'],
    ['test.only.each', 'tests/core/x.test.ts', "test.only.each([1])('x', () => {})\n", 'no-restricted-syntax'],
    ['describe.todo', 'tests/core/x.test.ts', "describe.todo('x')\n", 'no-restricted-syntax'],
    ['skipIf without a stated need', 'tests/core/x.test.ts', "test.skipIf(true)('x', () => {})\n", 'no-restricted-syntax'],
  ])('%s', async (_what, filePath, code, rule) => {
    expect(await rulesBrokenBy(filePath, code)).toContain(rule)
  })
})

describe('allowed', () => {
  test.each([
    ['a worker built by openWorkers', 'src/workers/openWorkers.ts', "export const w = new Worker('x')\n"],
    ['the clock in app', 'src/app/x.ts', 'export const now = Date.now()\n'],
    ['a key cap', 'src/ui/UiX.vue', vueFile('<kbd>Esc</kbd>')],
    ['translated text', 'src/ui/UiX.vue', vueFile("<p>{{ $t('score.next') }} · 1</p>")],
    ['a conditional test with its need', 'tests/core/x.test.ts', "test.skipIf(true)('reads the three reports (needs ../shared)', () => {})\n"],
  ])('%s', async (_what, filePath, code) => {
    expect(await rulesBrokenBy(filePath, code)).toEqual([])
  })
})
