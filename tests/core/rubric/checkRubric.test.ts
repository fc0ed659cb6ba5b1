import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import { checkRubric } from '#core/rubric/checkRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric, RubricItem, Rule, RuleVariant } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'
import { everyRule, itemWith, rubricWithEveryRule } from './rubricWithEveryRule'

/** A rubric of one group with these items; its points add up. */
function rubricOf(items: readonly RubricItem[]): Rubric {
  const full = items.length * 2
  const { totalSources: _totalSources, bonus: _bonus, negative: _negative, vetoes: _vetoes, consistency: _consistency, ...plain } = rubricWithEveryRule
  return { ...plain, full, groups: [{ kind: 'group', id: 'A', name: '甲', full, children: items }] }
}

function problemsOfRule(rule: Rule): SoundnessProblem[] {
  return checkRubric(rubricOf([itemWith('A1', rule)]))
}

const at = 'groups[0].children[0].rule'

describe('checkRubric', () => {
  test('a sound rubric with every kind of rule has no problem', () => {
    expect(checkRubric(rubricWithEveryRule)).toEqual([])
  })

  test('points that do not add up are refused, with the place and both numbers', () => {
    const [first, ...others] = rubricWithEveryRule.groups
    const broken = { ...rubricWithEveryRule, groups: [{ ...first!, full: 27.5 }, ...others] }
    expect(parseSoundRubric(broken)).toEqual({
      ok: false,
      problem: [
        { kind: 'sum-differs', path: 'full', stated: '39', sum: '38.5' },
        { kind: 'sum-differs', path: 'groups[0].full', stated: '27.5', sum: '28' },
      ],
    })
  })

  test('sums are exact: ten times 0.1 is 1, and 0.1 + 0.2 is 0.3', () => {
    const tenth: Rule = { kind: 'judge', criterion: '酌情', step: 0.1 }
    const items = Array.from({ length: 10 }, (_, index) => ({ ...itemWith(`A${index}`, tenth), full: 0.1 }))
    const sound = { ...rubricOf(items), full: 1, groups: [{ kind: 'group' as const, id: 'A', name: '甲', full: 1, children: items }] }
    expect(checkRubric(sound)).toEqual([])
    const three = [{ ...items[0]!, full: 0.1 }, { ...items[1]!, full: 0.2 }]
    expect(checkRubric({ ...sound, full: 0.3, groups: [{ ...sound.groups[0]!, full: 0.3, children: three }] })).toEqual([])
  })

  test('an id that comes twice, in whatever group, is refused where it comes again', () => {
    const group = { kind: 'group' as const, id: 'A1', name: '乙', full: 2, children: [itemWith('A1', everyRule.judge)] }
    expect(checkRubric({ ...rubricOf([]), full: 2, groups: [group] })).toEqual([
      { kind: 'duplicate-id', path: 'groups[0].children[0].id', id: 'A1', first: 'groups[0].id' },
    ])
  })

  test('empty lists of groups and children are refused', () => {
    expect(checkRubric({ ...rubricOf([]), full: 1, groups: [] })).toEqual([{ kind: 'empty-list', path: 'groups' }])
    expect(checkRubric({ ...rubricOf([]), full: 1, groups: [{ kind: 'group', id: 'A', name: '甲', full: 1, children: [] }] })).toEqual([
      { kind: 'empty-list', path: 'groups[0].children' },
    ])
  })

  test('full marks are above zero', () => {
    expect(checkRubric({ ...rubricOf([{ ...itemWith('A1', everyRule.judge), full: 0 }, { ...itemWith('A2', everyRule.judge), full: 4 }]) })).toEqual([
      { kind: 'not-positive', path: 'groups[0].children[0].full', found: '0' },
    ])
  })

  test('bases: each once, in force before they end, and referred to by an id that exists', () => {
    const item = { ...itemWith('A1', everyRule.judge), basis: [{ basis: 'law', checked: true }, { basis: 'lore', checked: false }] }
    const bases = [
      { id: 'law', title: '某规定', short: '规定', inForceFrom: '2021-01-02' as CalendarDay, inForceTo: '2021-01-01' as CalendarDay },
      { id: 'law', title: '另一规定', short: '另一' },
    ]
    expect(checkRubric({ ...rubricOf([item]), bases })).toEqual([
      { kind: 'duplicate-id', path: 'bases[1].id', id: 'law', first: 'bases[0].id' },
      { kind: 'period-reversed', path: 'bases[0].inForceTo' },
      { kind: 'unknown-basis', path: 'groups[0].children[0].basis[1].basis', basis: 'lore' },
    ])
  })

  test('a variant must say for whom, and its rule is checked like any other', () => {
    const unreachable: Rule = { ...everyRule.count, cap: 1 }
    const variants = [
      { when: {}, rule: everyRule.judge, label: '人人' },
      { when: { kinds: [] }, rule: everyRule.judge, label: '无人' },
      { when: { levels: ['city' as const] }, rule: unreachable, label: '市' },
    ]
    expect(checkRubric(rubricOf([{ ...itemWith('A1', everyRule.judge), variants }]))).toEqual([
      { kind: 'empty-list', path: 'groups[0].children[0].variants[0].when' },
      { kind: 'empty-list', path: 'groups[0].children[0].variants[1].when.kinds' },
      { kind: 'full-unreachable', path: 'groups[0].children[0].variants[2].rule.cap', full: '2', reachable: '1' },
    ])
    expect(checkRubric(rubricOf([{ ...itemWith('A1', everyRule.judge), variants: [] }]))).toEqual([{ kind: 'empty-list', path: 'groups[0].children[0].variants' }])
  })

  test('a variant whose bodies are all taken by the ones before it is never used', () => {
    const variant = (label: string, when: RuleVariant['when']): RuleVariant => ({ when, rule: everyRule.judge, label })
    const hidden = (...variants: RuleVariant[]) => checkRubric(rubricOf([{ ...itemWith('A1', everyRule.judge), variants }]))
    const [departments, governments] = [variant('部门', { kinds: ['department'] }), variant('政府', { kinds: ['government'] })]
    expect(hidden(departments, variant('市级部门', { kinds: ['department'], levels: ['city'] }))).toEqual([
      { kind: 'variant-hidden', path: 'groups[0].children[0].variants[1]', label: '市级部门', by: [0] },
    ])
    expect(hidden(departments, governments, variant('市级', { levels: ['city'] }))).toEqual([
      { kind: 'variant-hidden', path: 'groups[0].children[0].variants[2]', label: '市级', by: [0, 1] },
    ])
    // The narrower one first, or one that takes only some of the bodies: both are used.
    expect(hidden(variant('市级部门', { kinds: ['department'], levels: ['city'] }), departments)).toEqual([])
    expect(hidden(departments, variant('市级', { levels: ['city'] }))).toEqual([])
  })

  test('what the program counts suits the rule, and those of the variants', () => {
    const day = { ...itemWith('A1', everyRule.passFail), measure: 'signingDay' as const }
    const { deadline: _, ...timeless } = everyRule.passFail
    const measured = (item: RubricItem) => checkRubric(rubricOf([item]))
    expect(measured(day)).toEqual([])
    expect(measured({ ...day, rule: timeless })).toEqual([{ kind: 'measure-not-here', path: 'groups[0].children[0].measure', measure: 'signingDay', rule: 'passFail' }])
    expect(measured({ ...day, variants: [{ when: { levels: ['city'] }, rule: everyRule.count, label: '市' }] })).toEqual([
      { kind: 'measure-not-here', path: 'groups[0].children[0].measure', measure: 'signingDay', rule: 'count' },
    ])
  })
})

describe('checkRule: full marks can be reached', () => {
  const low = everyRule.level.levels[0]!
  const cases: readonly (readonly [name: string, rule: Rule, path: string, reachable: string])[] = [
    ['level', { kind: 'level', levels: [low, { ...low, id: 'b', points: 1.9 }] }, '.levels', '1.9'],
    ['checklist', { kind: 'checklist', elements: [everyRule.checklist.elements[0]!] }, '', '1.5'],
    ['checklist with a cap', { ...everyRule.checklist, cap: 1.7 }, '', '1.7'],
    ['count', { ...everyRule.count, cap: 0.5 }, '.cap', '0.5'],
    ['interval', { ...everyRule.interval, breaks: [{ x: 0, y: 0 }, { x: 1, y: 1.5 }] }, '.breaks', '1.5'],
    ['itemMean', { ...everyRule.itemMean, scale: [{ ...everyRule.itemMean.scale[0]!, share: 0.5 }] }, '.scale', '1'],
    ['judge, whose step misses M', { ...everyRule.judge, step: 0.3 }, '.step', '1.8'],
  ]
  test.each(cases)('%s', (_name, rule, path, reachable) => {
    expect(problemsOfRule(rule)).toEqual([{ kind: 'full-unreachable', path: `${at}${path}`, full: '2', reachable }])
  })

  test('elements may bring more than M together, since the cap is M', () => {
    expect(problemsOfRule({ kind: 'checklist', elements: everyRule.checklist.elements })).toEqual([])
  })
})

describe('checkRule: bounds', () => {
  const mark = { points: 0, criterion: '无' }
  const cases: readonly (readonly [name: string, rule: Rule, path: string, found: string, high: string])[] = [
    ['level above M', { kind: 'level', levels: [everyRule.level.levels[0]!, { ...everyRule.level.levels[1]!, points: 2.1 }] }, '.levels[1].points', '2.1', '2'],
    ['level below 0', { kind: 'level', levels: [{ ...everyRule.level.levels[0]!, points: -1 }, everyRule.level.levels[1]!] }, '.levels[0].points', '-1', '2'],
    ['mark above M', { kind: 'checklist', elements: [{ id: 'a', label: '甲', marks: [mark, { ...mark, points: 3 }] }] }, '.elements[0].marks[1].points', '3', '2'],
    ['checklist cap above M', { ...everyRule.checklist, cap: 5 }, '.cap', '5', '2'],
    ['cause cap above M', { kind: 'deduct', causes: [{ id: 'a', label: '迟报', perEvent: 1, cap: 3 }] }, '.causes[0].cap', '3', '2'],
    ['floor above M', { ...everyRule.deduct, floor: 2.5 }, '.floor', '2.5', '2'],
    ['floor below 0', { ...everyRule.deduct, floor: -0.5 }, '.floor', '-0.5', '2'],
    ['count cap above M', { ...everyRule.count, cap: 3 }, '.cap', '3', '2'],
    ['share of a ratio in percent', { ...everyRule.ratio, fullAt: 95 }, '.fullAt', '95', '1'],
    ['y above M', { ...everyRule.interval, breaks: [{ x: 0, y: 0 }, { x: 1, y: 2 }, { x: 2, y: 4 }] }, '.breaks[2].y', '4', '2'],
    ['share above 1', { ...everyRule.itemMean, scale: [{ ...everyRule.itemMean.scale[0]!, share: 1.5 }] }, '.scale[0].share', '1.5', '1'],
    ['late points above the last step', { ...everyRule.timeliness, late: { kind: 'grace', steps: [], otherwise: 2.5 } }, '.late.otherwise', '2.5', '2'],
  ]
  test.each(cases)('%s', (_name, rule, path, found, high) => {
    expect(problemsOfRule(rule)).toEqual([{ kind: 'out-of-bounds', path: `${at}${path}`, found, low: '0', high }])
  })

  const notPositive: readonly (readonly [name: string, rule: Rule, path: string])[] = [
    ['deduction', { kind: 'deduct', causes: [{ id: 'a', label: '迟报', perEvent: 0 }] }, '.causes[0].perEvent'],
    ['count', { kind: 'count', kinds: [{ id: 'a', label: '次', points: 0 }] }, '.kinds[0].points'],
    ['step', { ...everyRule.judge, step: 0 }, '.step'],
    ['points a day', { ...everyRule.timeliness, late: { kind: 'perDay', points: 0 } }, '.late.points'],
    ['highest mark of an element', { kind: 'checklist', elements: [{ id: 'a', label: '甲', marks: [mark] }, { id: 'b', label: '乙', marks: [mark, { ...mark, points: 2 }] }] }, '.elements[0].marks[0].points'],
  ]
  test.each(notPositive)('%s must be above zero', (_name, rule, path) => {
    expect(problemsOfRule(rule)).toEqual([{ kind: 'not-positive', path: `${at}${path}`, found: '0' }])
  })
})

describe('checkRule: order, spread and days', () => {
  const [low, high] = everyRule.level.levels as [typeof everyRule.level.levels[0], typeof everyRule.level.levels[0]]
  const mark = { points: 0, criterion: '无' }
  const day = everyRule.timeliness.deadline
  const cases: readonly (readonly [name: string, rule: Rule, problem: SoundnessProblem])[] = [
    ['levels that fall', { kind: 'level', levels: [high, low] }, { kind: 'not-rising', path: `${at}.levels[1]` }],
    ['two levels with one id', { kind: 'level', levels: [low, { ...high, id: 'low' }] }, { kind: 'duplicate-id', path: `${at}.levels[1].id`, id: 'low', first: `${at}.levels[0].id` }],
    ['a mark twice', { kind: 'checklist', elements: [{ id: 'a', label: '甲', marks: [mark, { ...mark, points: 2 }, { ...mark, points: 2 }] }] }, { kind: 'not-rising', path: `${at}.elements[0].marks[2]` }],
    ['no mark of zero', { kind: 'checklist', elements: [{ id: 'a', label: '甲', marks: [{ ...mark, points: 2 }] }] }, { kind: 'zero-mark-missing', path: `${at}.elements[0].marks` }],
    ['break points at one x', { ...everyRule.interval, breaks: [{ x: 1, y: 0 }, { x: 1, y: 2 }] }, { kind: 'not-rising', path: `${at}.breaks[1]` }],
    ['a single break point', { ...everyRule.interval, breaks: [{ x: 1, y: 2 }] }, { kind: 'no-spread', path: `${at}.breaks` }],
    ['lo = hi', { ...everyRule.ratio, zeroAt: 0.95 }, { kind: 'no-spread', path: `${at}.fullAt` }],
    ['a scale that falls', { ...everyRule.itemMean, scale: [...everyRule.itemMean.scale].reverse() }, { kind: 'not-rising', path: `${at}.scale[1]` }],
    ['a grace step before the deadline', { ...everyRule.timeliness, late: { kind: 'grace', steps: [{ until: day, points: 1 }], otherwise: 0 } }, { kind: 'not-rising', path: `${at}.late.steps[0].until` }],
    [
      'later and yet more points',
      { ...everyRule.timeliness, late: { kind: 'grace', steps: [{ until: { ...day, month: 4 }, points: 0.5 }, { until: { ...day, month: 5 }, points: 1 }], otherwise: 0 } },
      { kind: 'not-rising', path: `${at}.late.steps[1].points` },
    ],
    ['30 February', { ...everyRule.passFail, deadline: { yearsAfter: 1, month: 2, day: 30 } }, { kind: 'not-an-annual-day', path: `${at}.deadline` }],
    ['month 13', { ...everyRule.passFail, deadline: { yearsAfter: 1, month: 13, day: 1 } }, { kind: 'not-an-annual-day', path: `${at}.deadline` }],
    ['a deadline before the report year', { ...everyRule.passFail, deadline: { ...day, yearsAfter: -1 } }, { kind: 'not-an-annual-day', path: `${at}.deadline` }],
    ['no levels', { kind: 'level', levels: [] }, { kind: 'empty-list', path: `${at}.levels` }],
    ['no elements', { kind: 'checklist', elements: [] }, { kind: 'empty-list', path: `${at}.elements` }],
    ['no causes', { kind: 'deduct', causes: [] }, { kind: 'empty-list', path: `${at}.causes` }],
    ['no kinds', { kind: 'count', kinds: [] }, { kind: 'empty-list', path: `${at}.kinds` }],
    ['no break points', { ...everyRule.interval, breaks: [] }, { kind: 'empty-list', path: `${at}.breaks` }],
    ['no scale', { ...everyRule.itemMean, scale: [] }, { kind: 'empty-list', path: `${at}.scale` }],
  ]
  test.each(cases)('%s', (_name, rule, problem) => {
    expect(problemsOfRule(rule)).toEqual([problem])
  })

  test('29 February is a day, and a ratio may fall', () => {
    expect(problemsOfRule({ ...everyRule.passFail, deadline: { yearsAfter: 1, month: 2, day: 29 } })).toEqual([])
    expect(problemsOfRule({ ...everyRule.ratio, zeroAt: 0.2, fullAt: 0.05 })).toEqual([])
  })
})

describe('the whole shape', () => {
  const law = rubricWithEveryRule
  const soleProblems = (change: Partial<Rubric>) => checkRubric({ ...law, ...change })

  test('weights: all siblings or none, above zero, together 100, for every kind of body', () => {
    const weighted = (weights: readonly (number | undefined)[], more: Partial<RubricItem> = {}): Rubric =>
      rubricOf(weights.map((weight, index) => ({ ...itemWith(`A${index}`, everyRule.judge), ...(weight !== undefined && { weight }), ...(index === 0 && more) })))
    expect(checkRubric(weighted([60, 40]))).toEqual([])
    expect(checkRubric(weighted([60, 30]))).toEqual([{ kind: 'weights-differ', path: 'groups[0].children', sum: '90' }])
    expect(checkRubric(weighted([60, undefined]))).toEqual([{ kind: 'weights-mixed', path: 'groups[0].children' }])
    expect(checkRubric(weighted([120, -20]))).toEqual([{ kind: 'not-positive', path: 'groups[0].children[1].weight', found: '-20' }])
    expect(checkRubric(weighted([60, 40], { variants: [{ when: { kinds: ['department'] }, weight: 50, label: '部门' }] }))).toEqual([
      { kind: 'weights-differ', path: 'groups[0].children', sum: '90', unit: { kind: 'department', level: 'province' } },
    ])
  })

  test('weighted children need not add up to their group in points', () => {
    const children = [{ ...itemWith('A1', everyRule.judge), full: 10, weight: 50 }, { ...itemWith('A2', everyRule.judge), full: 4, weight: 50 }]
    expect(checkRubric({ ...rubricOf([]), full: 2, groups: [{ kind: 'group', id: 'A', name: '甲', full: 2, children }] })).toEqual([])
  })

  test('other full marks for some bodies must add up for them, items that do not apply counted with their own', () => {
    const variants = [{ when: { kinds: ['department' as const], levels: ['city' as const] }, full: 3, label: '市级部门' }]
    const rest = { when: { kinds: ['department' as const] }, applies: false as const, label: '部门' }
    expect(checkRubric(rubricOf([{ ...itemWith('A1', everyRule.judge), variants }, { ...itemWith('A2', everyRule.judge), variants: [rest] }]))).toEqual([
      { kind: 'sum-differs', path: 'groups[0].full', stated: '4', sum: '5', unit: { kind: 'department', level: 'city' } },
    ])
    expect(checkRubric(rubricOf([{ ...itemWith('A1', everyRule.judge), variants }, { ...itemWith('A2', everyRule.judge), variants: [{ ...rest, full: 1 }] }]))).toEqual([
      // For the other levels of departments only A2 is worth less.
      { kind: 'sum-differs', path: 'groups[0].full', stated: '4', sum: '3', unit: { kind: 'department', level: 'province' } },
    ])
  })

  test('a variant whose full marks the item’s own rule cannot reach, and one that changes nothing', () => {
    const variants = [{ when: { levels: ['city' as const] }, full: 4, label: '市' }, { when: { levels: ['county' as const] }, label: '县' }]
    expect(checkRubric(rubricOf([{ ...itemWith('A1', everyRule.count), variants }])).filter(({ kind }) => kind !== 'sum-differs')).toEqual([
      { kind: 'full-unreachable', path: 'groups[0].children[0].variants[0].full', full: '4', reachable: '2' },
      { kind: 'changes-nothing', path: 'groups[0].children[0].variants[1]' },
    ])
  })

  test('every rule in its place', () => {
    expect(checkRubric(rubricOf([itemWith('A1', everyRule.negative)]))).toEqual([{ kind: 'rule-not-here', path: `${at}.kind`, rule: 'negative' }])
    expect(soleProblems({ bonus: { items: [itemWith('J1', everyRule.negative)] } })).toEqual([{ kind: 'rule-not-here', path: 'bonus.items[0].rule.kind', rule: 'negative' }])
    expect(soleProblems({ negative: { items: [{ ...itemWith('N1', everyRule.deduct), weight: 1 }] } })).toEqual([
      { kind: 'rule-not-here', path: 'negative.items[0].rule.kind', rule: 'deduct' },
      { kind: 'weight-not-here', path: 'negative.items[0].weight' },
    ])
    expect(soleProblems({ vetoes: [itemWith('V1', everyRule.veto)] })).toEqual([{ kind: 'out-of-bounds', path: 'vetoes[0].full', found: '2', low: '0', high: '0' }])
  })

  test('ids are unique over everything; caps, gate, share and effects lie where they can', () => {
    expect(soleProblems({ bonus: { items: [itemWith('A', everyRule.count)] } })).toEqual([{ kind: 'duplicate-id', path: 'bonus.items[0].id', id: 'A', first: 'groups[0].id' }])
    expect(soleProblems({ bonus: { items: [], cap: 0, gate: { base: 40, inclusive: true } } })).toEqual([
      { kind: 'empty-list', path: 'bonus.items' },
      { kind: 'not-positive', path: 'bonus.cap', found: '0' },
      { kind: 'out-of-bounds', path: 'bonus.gate.base', found: '40', low: '0', high: '39' },
    ])
    expect(soleProblems({ leastSettledShare: 1.1 })).toEqual([{ kind: 'out-of-bounds', path: 'leastSettledShare', found: '1.1', low: '0', high: '1' }])
    expect(soleProblems({ leastSettledShare: 0 })).toEqual([{ kind: 'not-positive', path: 'leastSettledShare', found: '0' }])
    const veto = { ...itemWith('V1', { ...everyRule.veto, effect: { kind: 'capTotal' as const, at: 59 } }), full: 0 }
    expect(soleProblems({ vetoes: [veto] })).toEqual([{ kind: 'out-of-bounds', path: 'vetoes[0].rule.effect.at', found: '59', low: '0', high: '39' }])
  })

  test('consistency rules name items that exist', () => {
    const rule = { id: 'r', when: [], then: [{ item: 'Z9' as ItemId, is: 'full' as const }], message: '不一致。' }
    expect(soleProblems({ consistency: [rule] })).toEqual([
      { kind: 'empty-list', path: 'consistency[0].when' },
      { kind: 'unknown-item', path: 'consistency[0].then[0].item', item: 'Z9' },
    ])
  })

  const rules: readonly (readonly [name: string, rule: Rule, problem: SoundnessProblem])[] = [
    ['places that rise', { ...everyRule.byRank, award: { kind: 'table', points: [1, 2] } }, { kind: 'not-rising', path: `${at}.award.points[1]` }],
    ['a first place below M', { ...everyRule.byRank, award: { kind: 'table', points: [1.5, 1] } }, { kind: 'full-unreachable', path: `${at}.award.points`, full: '2', reachable: '1.5' }],
    ['negative points inside an item', { ...everyRule.byRank, award: { kind: 'table', points: [2, -1] } }, { kind: 'out-of-bounds', path: `${at}.award.points[1]`, found: '-1', low: '0', high: '2' }],
    ['no places', { ...everyRule.byRank, award: { kind: 'table', points: [] } }, { kind: 'empty-list', path: `${at}.award.points` }],
    ['no step between places', { ...everyRule.byRank, award: { kind: 'step', step: 0 } }, { kind: 'not-positive', path: `${at}.award.step`, found: '0' }],
    ['a reference to itself', { ...everyRule.reference, rubric: 'every-rule' }, { kind: 'refers-to-itself', path: `${at}.rubric` }],
    ['a reference to nothing', { ...everyRule.reference, full: 0 }, { kind: 'not-positive', path: `${at}.full`, found: '0' }],
    ['a source without weight', { kind: 'sources', sources: [{ ...everyRule.sources.sources[0]!, weight: 0 }] }, { kind: 'not-positive', path: `${at}.sources[0].weight`, found: '0' }],
    ['no sources', { kind: 'sources', sources: [] }, { kind: 'empty-list', path: `${at}.sources` }],
    ['a scale of one step', { kind: 'scale', steps: [{ value: 1, label: '一' }] }, { kind: 'no-spread', path: `${at}.steps` }],
    ['a scale that falls in value', { kind: 'scale', steps: [{ value: 2, label: '二' }, { value: 1, label: '一' }] }, { kind: 'not-rising', path: `${at}.steps[1]` }],
    ['rates for some steps', { kind: 'scale', steps: [{ value: 1, label: '一' }, { value: 2, label: '二', rate: 1 }] }, { kind: 'rates-mixed', path: `${at}.steps` }],
    ['a top rate below 1', { kind: 'scale', steps: [{ value: 1, label: '一', rate: 0 }, { value: 2, label: '二', rate: 0.9 }] }, { kind: 'full-unreachable', path: `${at}.steps[1].rate`, full: '1', reachable: '0.9' }],
  ]
  test.each(rules)('%s', (_name, rule, problem) => {
    expect(problemsOfRule(rule)).toEqual([problem])
  })
})
