import { describe, expect, test } from 'vitest'
import { parseRubric } from '#core/rubric/parseRubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { deepFreeze } from '../../builders/deepFreeze'
import { rubricWithEveryRule } from './rubricWithEveryRule'

function problemsOf(value: unknown): RubricProblem[] {
  const parsed = parseRubric(value)
  return parsed.ok ? [] : parsed.problem
}

/** The rubric with what stands at `path` replaced (undefined: removed). */
function withField(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(rubricWithEveryRule))
  const holder = path.slice(0, -1).reduce((node, name) => node[name], copy)
  const last = path.at(-1) as string
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

describe('parseRubric', () => {
  test('gives a fresh rubric that shares nothing with what it read', () => {
    const source = deepFreeze(JSON.parse(JSON.stringify(rubricWithEveryRule)))
    const parsed = parseRubric(source)
    expect(parsed).toEqual({ ok: true, value: rubricWithEveryRule })
    if (parsed.ok) expect(parsed.value.groups[0]).not.toBe(source.groups[0])
  })

  test.each([[null], [[]], ['x'], [3], [undefined]])('refuses %j, which is no object', (value) => {
    expect(problemsOf(value)).toEqual([{ kind: 'wrong-type', path: '', expected: 'object' }])
  })

  test('names every missing field', () => {
    expect(problemsOf({})).toEqual(
      ['format', 'formatVersion', 'key', 'version', 'name', 'summary', 'full', 'notApplicableMethod', 'bases', 'groups'].map((path) => ({ kind: 'missing-field', path })),
    )
  })

  const rule = ['groups', 0, 'children', 0, 'rule'] as const
  const at = 'groups[0].children[0]'
  const cases: readonly (readonly [path: readonly (string | number)[], value: unknown, problem: RubricProblem])[] = [
    [['formatVersion'], 2, { kind: 'newer-format', path: 'formatVersion', version: 2 }],
    [['formatVersion'], 0, { kind: 'not-allowed', path: 'formatVersion', found: '0', allowed: ['1'] }],
    [['format'], 'other', { kind: 'not-allowed', path: 'format', found: 'other', allowed: ['zhunsheng.rubric'] }],
    [['key'], 'Upper', { kind: 'bad-id', path: 'key', id: 'Upper' }],
    [['name'], ' \n', { kind: 'empty-text', path: 'name' }],
    [['full'], '100', { kind: 'wrong-type', path: 'full', expected: 'number' }],
    [['full'], Number.NaN, { kind: 'wrong-type', path: 'full', expected: 'number' }],
    [['full'], Infinity, { kind: 'wrong-type', path: 'full', expected: 'number' }],
    [['groups'], {}, { kind: 'wrong-type', path: 'groups', expected: 'list' }],
    [['groups', 0], null, { kind: 'wrong-type', path: 'groups[0]', expected: 'object' }],
    [['groups', 0, 'id'], '一', { kind: 'bad-id', path: 'groups[0].id', id: '一' }],
    [['groups', 0, 'kind'], 'item', { kind: 'not-allowed', path: 'groups[0].kind', found: 'item', allowed: ['group'] }],
    [['bases', 0, 'inForceFrom'], '2023-02-29', { kind: 'not-a-day', path: 'bases[0].inForceFrom', text: '2023-02-29' }],
    [['bases', 0, 'extra'], 1, { kind: 'unknown-field', path: 'bases[0].extra' }],
    [['bases', 0, 'a b'], 1, { kind: 'unknown-field', path: 'bases[0]["a b"]' }],
    [['groups', 0, 'children', 0, 'kind'], undefined, { kind: 'missing-field', path: `${at}.kind` }],
    [['groups', 0, 'children', 0, 'guidance'], '', { kind: 'empty-text', path: `${at}.guidance` }],
    [['groups', 0, 'children', 0, 'basis', 0, 'checked'], 'yes', { kind: 'wrong-type', path: `${at}.basis[0].checked`, expected: 'boolean' }],
    [['groups', 0, 'children', 0, 'notApplicable'], true, { kind: 'wrong-type', path: `${at}.notApplicable`, expected: 'object' }],
    [[...rule, 'levels', 1, 'points'], null, { kind: 'wrong-type', path: `${at}.rule.levels[1].points`, expected: 'number' }],
    [[...rule, 'levels'], undefined, { kind: 'missing-field', path: `${at}.rule.levels` }],
    [['groups', 0, 'children', 1, 'rule', 'deadline', 'month'], 3.5, { kind: 'wrong-type', path: 'groups[0].children[1].rule.deadline.month', expected: 'whole-number' }],
    [['groups', 1, 'children', 0, 'variants', 0, 'when', 'kinds', 0], 'court', { kind: 'not-allowed', path: 'groups[1].children[0].variants[0].when.kinds[0]', found: 'court', allowed: ['government', 'department'] }],
  ]
  test.each(cases)('at %j %j is refused there', (path, value, problem) => {
    expect(problemsOf(withField(path, value))).toEqual([problem])
  })

  test('an unknown kind of rule is told with all that are known', () => {
    expect(problemsOf(withField([...rule, 'kind'], 'magic'))).toEqual([
      {
        kind: 'not-allowed',
        path: `${at}.rule.kind`,
        found: 'magic',
        allowed: ['level', 'passFail', 'checklist', 'deduct', 'ratio', 'count', 'interval', 'itemMean', 'judge', 'timeliness', 'byRank', 'reference', 'sources', 'scale', 'negative', 'veto'],
      },
    ])
  })

  test('all faults are told at once', () => {
    const broken = { ...rubricWithEveryRule, name: '', full: null, note: '' }
    expect(problemsOf(broken).map((problem) => `${problem.path} ${problem.kind}`)).toEqual(['note unknown-field', 'name empty-text', 'full wrong-type'])
  })

  test('a hundred thousand groups within each other are a problem, not a crash', () => {
    const depth = 100_000
    const group = '{"kind":"group","id":"A","name":"x","full":1,"children":['
    const groups = JSON.parse(`[${group.repeat(depth)}${']}'.repeat(depth)}]`)
    expect(problemsOf({ ...rubricWithEveryRule, groups })).toEqual([{ kind: 'too-deep', path: `groups[0]${'.children[0]'.repeat(16)}`, limit: 16 }])
  })

  test('fields that every object inherits are not taken for given, and __proto__ is an unknown field', () => {
    expect(problemsOf(JSON.parse('{"__proto__":{"format":"zhunsheng.rubric"}}'))[0]).toEqual({ kind: 'unknown-field', path: '__proto__' })
  })
})
