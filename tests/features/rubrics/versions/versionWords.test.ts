import { describe, expect, test } from 'vitest'
import { causeOf } from '#core/rubric/version/itemPolicy'
import english from '#features/rubrics/versions/messages.en.json'
import chinese from '#features/rubrics/versions/messages.zh.json'
import { placeOfChange, valueOfChange } from '#features/rubrics/versions/changeWords'
import { changeWords, totalWords } from '#features/rubrics/versions/totalWords'
import type { VersionWords } from '#features/rubrics/versions/useVersionWords'
import { adoptionProblemKinds } from '#features/rubrics/versions/versionProblems'
import { pointsOf } from '#core/points'
import uiChinese from '#ui/messages.zh.json'
import { anItem } from '../../../builders/aRubric'

type Tree = { readonly [key: string]: string | Tree }

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`)))
}

const zh = new Map(flat(chinese))
const en = new Map(flat(english))
const ui = new Map(flat({ ui: uiChinese }))
const speak = (from: ReadonlyMap<string, string>) => (key: string, named: Record<string, unknown> = {}) => (from.get(key) ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
const words: VersionWords = { say: speak(zh), has: (key) => zh.has(key), t: speak(ui) }

describe('both languages', () => {
  test('have the same keys and name the same things', () => {
    const placeholders = (of: ReadonlyMap<string, string>) => Object.fromEntries([...of].map(([key, text]) => [key, [...new Set(text.match(/\{\w+\}/g))].sort()]))
    expect(placeholders(en)).toEqual(placeholders(zh))
  })

  test('English has no Chinese left, Chinese no Western punctuation', () => {
    expect([...en].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
    expect([...zh].filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text))).toEqual([])
  })

  test('every problem, cause and fixed outcome has words', () => {
    const wanted = [...Object.keys(adoptionProblemKinds).map((kind) => `problem.${kind}`), 'fixed.added', 'fixed.removed']
    const item = anItem('a', 1)
    for (const change of ['same', 'wording', 'structure'] as const) wanted.push(`cause.${causeOf({ itemId: item.id, before: item, after: item, renamed: false, change }, [])}`)
    expect(wanted.filter((key) => !zh.has(key) || !en.has(key))).toEqual([])
  })
})

describe('a change in words', () => {
  const rule = { levels: [{ id: 'some', label: '有具体事项', points: 1.2 }] }

  test.each([
    [['guidance'], '评分说明'],
    [['rule'], '评分规则'],
    [['rule', 'levels', '#some', 'points'], '分档 · “有具体事项” · 分值'],
    [['rule', 'levels', '#gone'], '分档 · “gone”'],
    [['variants', '0', 'rule', 'cap'], '分类规则 · 第 1 项 · 评分规则 · 上限'],
    [['somethingNew'], 'somethingNew'],
  ])('%j lies at %s', (path, expected) => {
    expect(placeOfChange(words, { path }, {}, { rule })).toBe(expected)
  })

  test.each([
    [undefined, '无'],
    [[], '无'],
    [1.2, '1.2'],
    [true, '是'],
    [['会议', '培训'], '会议、培训'],
    [{ kind: 'passFail', criterion: '按期' }, '达标'],
    [{ yearsAfter: 1, month: 3, day: 1 }, '次年3月1日'],
    [{ id: 'some', label: '有具体事项', criterion: '有', points: 1.2 }, '有具体事项 1.2 分'],
    [{ when: '无此职责' }, '无此职责'],
    [{ base: 80, inclusive: false }, '基础分 80、含本数 否'],
  ])('%j reads %s', (value, expected) => {
    expect(valueOfChange(words, value)).toBe(expected)
  })
})

describe('totals in words', () => {
  const range = (low: number, high: number) => ({ low: pointsOf(low), high: pointsOf(high) })

  test('a total, a range, none', () => {
    expect([range(83.5, 83.5), range(70, 90), null].map((total) => totalWords(words.say, total, 2))).toEqual(['83.50', '70.00–90.00', '无总分'])
  })

  test('up, down, the same, and open as long as one of them is', () => {
    const pairs = [[range(80, 80), range(81.5, 81.5)], [range(80, 80), range(79.7, 79.7)], [range(80, 80), range(80, 80)], [range(80, 80), range(70, 90)], [null, range(1, 1)]] as const
    expect(pairs.map(([before, after]) => changeWords(words.say, { before, after }, 2))).toEqual(['+1.50', '−0.30', '0.00', '未定', '未定'])
  })
})
