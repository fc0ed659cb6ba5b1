import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../src')
const folders = [join(src, 'app'), join(src, 'ui'), ...readdirSync(join(src, 'features'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(src, 'features', entry.name))]
  .filter((folder) => existsSync(join(folder, 'messages.zh.json')) || existsSync(join(folder, 'messages.en.json')))

function wordsOf(folder: string, language: 'zh' | 'en'): Map<string, string> {
  const words = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(path, value)
    else for (const [key, inner] of Object.entries(value as Record<string, unknown>)) walk(inner, path ? `${path}.${key}` : key)
  }
  walk(JSON.parse(readFileSync(join(folder, `messages.${language}.json`), 'utf8')), '')
  return words
}

function placeholdersOf(words: Map<string, string>): Record<string, string[]> {
  return Object.fromEntries([...words].map(([key, text]) => [key, [...new Set(text.match(/\{\w+\}/g))].sort()]))
}

test('the shell, the furniture and the projects desk have words', () => {
  expect(folders.map((folder) => folder.slice(src.length + 1))).toEqual(expect.arrayContaining(['app', 'ui', 'features/projects']))
})

describe.each(folders.map((folder) => [folder.slice(src.length + 1), folder]))('%s', (_name, folder) => {
  test('both languages have the same keys', () => {
    expect([...wordsOf(folder, 'en').keys()].sort()).toEqual([...wordsOf(folder, 'zh').keys()].sort())
  })

  test('both languages name the same things in a sentence', () => {
    expect(placeholdersOf(wordsOf(folder, 'en'))).toEqual(placeholdersOf(wordsOf(folder, 'zh')))
  })

  test('English is complete: no Chinese sentence is left in it, and nothing said in Chinese is silent', () => {
    const chinese = wordsOf(folder, 'zh')
    const english = [...wordsOf(folder, 'en')]
    expect(english.filter(([, text]) => /\p{Script=Han}{5,}/u.test(text))).toEqual([])
    expect(english.filter(([key, text]) => text.trim() === '' && chinese.get(key)?.trim() !== '')).toEqual([])
  })

  test('Chinese sentences are punctuated as Chinese', () => {
    expect([...wordsOf(folder, 'zh')].filter(([, text]) => /\p{Script=Han}[,;:?!()"]|[,;:?!()"]\p{Script=Han}|\.\.\./u.test(text))).toEqual([])
  })

  test('English sentences are punctuated as English', () => {
    expect([...wordsOf(folder, 'en')].filter(([, text]) => /[，。；：？！（）、《》]|\.\.\./.test(text))).toEqual([])
  })
})

/** Every key of all desks, "collect.format.pdf": a folder's name is the namespace of its words, with its desk's where the desk says so. */
const known = new Set(readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('messages.zh.json')).flatMap((path) => {
  const folder = dirname(join(src, path))
  const names = [basename(folder), folder.slice(join(src, 'features').length + 1).replaceAll('/', '.')]
  return names.flatMap((name) => [...wordsOf(folder, 'zh').keys()].flatMap((key) => {
    const parts = `${name}.${key}`.split('.')
    return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
  }))
}))

test('every key that a desk asks for has words: no key is ever read on the screen', () => {
  const asked = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(vue|ts)$/.test(path)).flatMap((path) => {
    const text = readFileSync(join(src, path), 'utf8')
    // Of a key that is put together, what stands before its last open part.
    return [...text.matchAll(/\bt\(\s*(?:'([\w.]+)'|`([\w.]+)\.\$\{)/g)].map((match) => ({ path, key: match[1] ?? match[2]! })).filter(({ key }) => key.includes('.'))
  })
  expect(asked.length).toBeGreaterThan(500)
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
})
