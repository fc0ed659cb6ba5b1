import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { absentCueWords, draftFindings } from '#core/rubric/edit/draftFindings'
import { makeRule, type RuleWords } from '#core/rubric/edit/makeRule'
import { parseRubricDraft } from '#core/rubric/edit/parseRubricDraft'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { RuleKind } from '#core/rubric/rubric'

const words: RuleWords = { none: '无', part: '部分', all: '全部', criterion: '待写', cause: '情形', element: '要素', numerator: '分子', denominator: '分母', date: '日期', measure: '数值', subItem: '条', source: '来源', reference: '得分' }
const baseKinds: readonly RuleKind[] = ['level', 'passFail', 'checklist', 'deduct', 'ratio', 'count', 'interval', 'itemMean', 'judge', 'timeliness', 'byRank', 'reference', 'sources', 'scale']

describe('makeRule', () => {
  test.each(baseKinds.flatMap((kind) => [2, 1.25].map((full) => [kind, full] as const)))('a new %s rule for %s points is sound', (kind, full) => {
    const rubric = aRubric([aGroup('A', full, [anItem('A1', full, makeRule(kind, full, words))])])
    expect(parseSoundRubric(rubric)).toEqual({ ok: true, value: rubric })
  })

  test('so are those of the negative list and the vetoes', () => {
    const rubric = aRubric([aGroup('A', 1, [anItem('A1', 1)])], {
      negative: { items: [anItem('N1', 2, makeRule('negative', 2, words))] },
      vetoes: [anItem('V1', 0, makeRule('veto', 0, words))],
    })
    expect(parseSoundRubric(rubric)).toEqual({ ok: true, value: rubric })
  })
})

describe('parseRubricDraft', () => {
  test('words may be missing, shapes may not', () => {
    const draft = aRubric([aGroup('A', 1, [{ ...anItem('A1', 1), name: '', id: '一' as never }])], { name: '' })
    expect(parseRubricDraft(draft)).toEqual({ ok: true, value: draft })
    expect(parseRubricDraft({ ...draft, groups: {}, extra: 1 })).toEqual({
      ok: false,
      problem: [{ kind: 'unknown-field', path: 'extra' }, { kind: 'wrong-type', path: 'groups', expected: 'list' }],
    })
  })
})

describe('draftFindings', () => {
  const item = anItem('A1', 2, undefined, { guidance: '看全文是否写明。', cueWords: ['会议', '研究 部署'], basis: [{ basis: 'law', checked: false }] })
  const rubric = aRubric([aGroup('A', 3, [item])], { name: '', full: 3, bases: [{ id: 'law', title: '法', short: '法' }] })

  test('what forbids adoption and what is seldom meant, each with its node', () => {
    expect(draftFindings(rubric)).toEqual([
      { severity: 'error', place: '', problem: { kind: 'empty-text', path: 'name' } },
      { severity: 'error', place: 'groups[0]', problem: { kind: 'sum-differs', path: 'groups[0].full', stated: '3', sum: '2' } },
      { severity: 'warning', place: 'groups[0].children[0]', kind: 'short-guidance' },
      { severity: 'warning', place: 'groups[0].children[0]', kind: 'basis-unchecked' },
    ])
  })

  test('cue words that occur nowhere; white space is passed over', () => {
    expect(absentCueWords(rubric, ['全年研究\n部署工作'])).toEqual([{ place: 'groups[0].children[0]', words: ['会议'] }])
    expect(absentCueWords(rubric, ['会 议', '研究部署'])).toEqual([])
  })

  test('a cue occurs where one of its synonyms does, and only in its years it is asked for', () => {
    const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2, undefined, { cueWords: ['常务会议|常务会', '实施纲要@2021-2025', '年报|年度 报告'] })])])
    const texts = ['召开常务会三次，发布年度报告']
    expect(absentCueWords(rubric, texts)).toEqual([{ place: 'groups[0].children[0]', words: ['实施纲要@2021-2025'] }])
    expect(absentCueWords(rubric, texts, 2025)).toEqual([{ place: 'groups[0].children[0]', words: ['实施纲要@2021-2025'] }])
    expect(absentCueWords(rubric, texts, 2026)).toEqual([])
  })
})
