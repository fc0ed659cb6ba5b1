import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric } from '#core/rubric/rubric'
import { layoutRubricTemplate } from '#core/tables/rubricSheet/layoutRubricTemplate'
import { parseRubricTemplate } from '#core/tables/rubricSheet/parseRubricTemplate'
import { rubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { deepFreeze } from '../../../builders/deepFreeze'
import { everyRule, rubricWithEveryRule } from '../../rubric/rubricWithEveryRule'
import { sheetsOf, withCell } from './sheetsOf'

const madeAt = '2025-03-01T00:00:00.000Z' as Instant
const files = readdirSync('rubrics').filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json').sort()
const { zh, en } = rubricSheetWords

function shipped(name: string): Rubric {
  const parsed = parseRubric(JSON.parse(readFileSync(`rubrics/${name}`, 'utf8')))
  if (!parsed.ok) throw new Error(`${name} is no rubric: ${JSON.stringify(parsed.problem.slice(0, 3))}`)
  return deepFreeze(parsed.value)
}

describe('layoutRubricTemplate and parseRubricTemplate', () => {
  test('all rubrics that ship are looked at', () => {
    expect(files.length).toBeGreaterThanOrEqual(6)
  })

  test.each(files)('%s comes back without loss, in both languages', (name) => {
    const rubric = shipped(name)
    const { $schema: _, ...content } = rubric
    for (const words of [zh, en]) {
      const back = parseRubricTemplate(sheetsOf(layoutRubricTemplate(rubric, words, madeAt)))
      expect(back).toEqual({ ok: true, value: content })
      expect(back.ok && hashRubric(back.value)).toEqual(hashRubric(rubric))
    }
  })

  test('every rule, variant and optional field comes back', () => {
    const { $schema: _, ...content } = rubricWithEveryRule
    expect(parseRubricTemplate(sheetsOf(layoutRubricTemplate(rubricWithEveryRule, zh, madeAt)))).toEqual({ ok: true, value: content })
  })

  test('a rule reads like one', () => {
    const [items] = layoutRubricTemplate(rubricWithEveryRule, zh, madeAt).sheets.filter(({ name }) => name === '评分项')
    const titles = items?.rows[0]?.cells.map((cell) => cell?.value) ?? []
    const column = titles.indexOf('规则参数')
    const kind = titles.indexOf('规则类型')
    const written = new Map(items?.rows.slice(1).map(({ cells }) => [cells[kind]?.value, cells[column]?.value]))
    expect(written.get('扣分')).toBe('扣分 | 迟报 | 0.3 | 1.2 | a\n扣分 | 漏报 | 0.5 |  | b\n下限 | 0.5')
    expect(written.get('达标')).toBe('标准 | 按期\n期限 | 次年3月1日\n日期 | 落款日期')
  })

  test('lists are offered where a cell takes one of a few words', () => {
    const template = layoutRubricTemplate(rubricWithEveryRule, zh, madeAt)
    for (const { sheet, column, firstRow, words } of template.choices) {
      const value = template.sheets.find(({ name }) => name === sheet)?.rows[firstRow]?.cells[column]?.value
      expect([...words, undefined, '']).toContain(value)
    }
    expect(template.choices.length).toBe(19)
  })

  test('the words of a set differ from each other where they are read', () => {
    for (const words of [zh, en]) {
      for (const list of [words.sheets, words.entries, words.item, words.rules, words.lines, words.measures, words.methods, words.conditions, words.effects]) {
        const folded = Object.values(list).map((word) => word.toLowerCase())
        expect(new Set(folded).size).toBe(folded.length)
      }
    }
  })
})

/** The columns of a group are emptied where they repeat the row above. */
function writtenOnce(rows: readonly (readonly string[])[]): string[][] {
  const repeats = (row: number, column: number) => row > 0 && rows[row]?.[column] === rows[row - 1]?.[column]
  return rows.map((cells, row) => cells.map((cell, column) => ((column < 4 && repeats(row, 0)) || (column >= 4 && column < 8 && repeats(row, 4)) ? '' : cell)))
}

describe('a template that is filled in by hand', () => {
  const sheets = sheetsOf(layoutRubricTemplate(rubricWithEveryRule, zh, madeAt))
  const titles = sheets.find(({ name }) => name === '评分项')?.rows[0] ?? []
  const at = (title: string) => titles.indexOf(title)

  test('groups that are written once, as with merged cells, hold for the rows below', () => {
    const rubric = shipped('annual-report-quality.json')
    const bare = sheetsOf(layoutRubricTemplate(rubric, zh, madeAt)).map((sheet) => (sheet.name === '评分项' ? { ...sheet, rows: writtenOnce(sheet.rows) } : sheet))
    expect(bare.flatMap(({ rows }) => rows).filter((cells) => cells[0] === '' && cells[4] === '').length).toBeGreaterThan(0)
    const { $schema: _, ...content } = rubric
    expect(parseRubricTemplate(bare)).toEqual({ ok: true, value: content })
  })

  test('one line of English serves every place of its text, and what has none stays without', () => {
    const item = (text: string) => {
      const back = parseRubricTemplate(withCell(withCell(sheets, '评分项', [3, at('其余英文')], text), '评分项', [3, at('评分项英文名称')], 'Elements'))
      return back.ok ? back.value.groups[0]?.children[2] : back.problem
    }
    const original = rubricWithEveryRule.groups[0]!.children[2]!
    expect(item('无 | None\n有 | Found\n没有甲 | ')).toEqual({
      ...original,
      en: { name: 'Elements' },
      rule: {
        ...everyRule.checklist,
        elements: everyRule.checklist.elements.map((element) => ({ ...element, marks: element.marks.map((mark) => ({ ...mark, en: { criterion: mark.points === 0 ? 'None' : 'Found' } })) })),
      },
    })
  })

  test('points as text, ids left out, percent', () => {
    const changed = withCell(withCell(withCell(sheets, '评分项', [1, at('满分')], '2分'), '评分项', [1, at('规则类型')], '比例'), '评分项', [1, at('规则参数')], '分子 | 甲\n分母 | 乙\n零分线 | 70%\n满分线 | 95%')
    const back = parseRubricTemplate(changed)
    expect(back.ok && back.value.groups[0]?.children[0]).toMatchObject({ full: 2, rule: { kind: 'ratio', numerator: '甲', denominator: '乙', zeroAt: 0.7, fullAt: 0.95 } })
  })

  test.each<[string, string, readonly [number, number], string, unknown]>([
    ['points that are no number', '评分项', [3, at('满分')], '三', { kind: 'not-a-number', place: { sheet: '评分项', cell: 'K4' }, found: '三' }],
    ['a rule type that there is not', '评分项', [2, at('规则类型')], '打分', { kind: 'not-allowed', place: { sheet: '评分项', cell: 'M3' }, found: '打分', allowed: Object.values(zh.rules) }],
    ['a line that no rule of this type has', '评分项', [1, at('规则参数')], '档 | 0 | 无 | 没有 | low\n封顶 | 2', { kind: 'bad-line', place: { sheet: '评分项', cell: 'N2' }, line: 2, found: '封顶 | 2' }],
    ['a line that is missing', '评分项', [9, at('规则参数')], '标准 | 酌情', { kind: 'missing-line', place: { sheet: '评分项', cell: 'N10' }, word: '步长' }],
    ['an id with blanks', '评分项', [1, at('评分项编号')], '甲 1', { kind: 'bad-id', place: { sheet: '评分项', cell: 'I2' }, found: '甲 1' }],
    ['an item without a name', '评分项', [1, at('评分项名称')], '', { kind: 'empty-cell', place: { sheet: '评分项', cell: 'J2' }, column: '评分项名称' }],
    ['a group with two names', '评分项', [2, 1], '另一个', { kind: 'group-differs', place: { sheet: '评分项', cell: 'B3' }, id: 'A' }],
    ['a column that is missing', '评分项', [0, at('评分指引')], '说法', { kind: 'missing-column', sheet: '评分项', column: '评分指引' }],
    ['a day that there is not', '依据文件', [1, 3], '2023-02-29', { kind: 'not-a-day', place: { sheet: '依据文件', cell: 'D2' }, found: '2023-02-29' }],
    ['no full points', '说明', [5, 1], '', { kind: 'missing-entry', sheet: '说明', entry: '总分' }],
    ['a method that there is not', '说明', [6, 1], '随意', { kind: 'not-allowed', place: { sheet: '说明', cell: 'B7' }, found: '随意', allowed: Object.values(zh.methods) }],
    ['English for a text that there is not', '评分项', [1, at('其余英文')], '没有这句 | Not there', { kind: 'bad-line', place: { sheet: '评分项', cell: 'X2' }, line: 1, found: '没有这句 | Not there' }],
    ['a newer format', '说明', [0, 1], 'zhunsheng.rubric 2', { kind: 'newer-format', place: { sheet: '说明', cell: 'B1' }, found: 'zhunsheng.rubric 2' }],
  ])('%s: refused, with the cell', (_, sheet, cell, text, problem) => {
    expect(parseRubricTemplate(withCell(sheets, sheet, cell, text))).toEqual({ ok: false, problem: [problem] })
  })

  test('another workbook is no template', () => {
    expect(parseRubricTemplate([{ name: 'Sheet1', hidden: false, rows: [['a']], merges: [] }])).toEqual({ ok: false, problem: [{ kind: 'not-a-template' }] })
  })
})
