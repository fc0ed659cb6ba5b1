import { describe, expect, test } from 'vitest'
import { longestStandard, proposeRule } from '#core/rubric/proposal/proposeRule'
import standards from '../../../golden/standards/standards.json'
import { isRight, shorten, type Standard } from './shortRule'

const table = standards as unknown as readonly Standard[]
const read = table.map((entry) => ({ entry, proposal: proposeRule(entry.standard, entry.full) }))
const right = read.filter(({ entry, proposal }) => isRight(proposal, entry))
const share = `${right.length} of ${table.length} = ${Math.round((100 * right.length) / table.length)} %`

describe(`sentences of standards (${share} proposed right)`, () => {
  test('at least four in five are proposed right, of forty and more', () => {
    expect(table.length).toBeGreaterThanOrEqual(40)
    expect(right.length / table.length, share).toBeGreaterThanOrEqual(0.8)
  })

  test('none is wrong without a mark of doubt', () => {
    expect(read.filter(({ entry, proposal }) => proposal.confidence === 'sure' && !(isRight(proposal, entry) && entry.sure)).map(({ entry, proposal }) => [entry.standard, shorten(proposal.rule)])).toEqual([])
  })

  test('what can be sure mostly is', () => {
    const clear = read.filter(({ entry }) => entry.sure)
    expect(clear.filter(({ proposal }) => proposal.confidence === 'sure').length / clear.length).toBeGreaterThanOrEqual(0.9)
  })

  test('what was not understood is kept word for word', () => {
    const kept = read.filter(({ proposal }) => proposal.rule.kind === 'judge')
    expect(kept.map(({ proposal }) => proposal.rule.kind === 'judge' && proposal.rule.criterion)).toEqual(kept.map(({ entry }) => entry.standard))
  })

  test('a doubt always says why, and a sure proposal leaves nothing over', () => {
    expect(read.filter(({ proposal }) => proposal.confidence !== 'sure' && proposal.reasons.length === 0)).toEqual([])
    expect(read.filter(({ proposal }) => proposal.confidence === 'sure' && proposal.leftOver !== '')).toEqual([])
  })
})

describe('proposeRule', () => {
  test('says which words it used and which it left', () => {
    const standard = '未建立制度扣1分；每少一次扣0.5分；以平时掌握情况为参考。'
    const proposal = proposeRule(standard, 3)
    expect({ ...proposal, understood: proposal.understood.map(({ start, end }) => standard.slice(start, end)) }).toEqual({
      rule: { kind: 'deduct', causes: [{ id: 'c1', label: '未建立制度', perEvent: 1, cap: 1 }, { id: 'c2', label: '每少一次', perEvent: 0.5 }] },
      confidence: 'doubtful',
      understood: ['未建立制度扣1分', '每少一次扣0.5分'],
      leftOver: '以平时掌握情况为参考',
      reasons: [{ kind: 'left-over' }],
    })
  })

  test('the full marks in front of a standard are used, and doubted where they differ', () => {
    expect(proposeRule('1.5分：每少一次扣0.3分', 1.5)).toMatchObject({ confidence: 'sure', leftOver: '' })
    expect(proposeRule('2分：每少一次扣0.3分', 1.5)).toMatchObject({ confidence: 'doubtful', reasons: [{ kind: 'full-differs', stated: '2' }] })
  })

  test('a cause is named by its condition, or by what it is the rest of', () => {
    expect(proposeRule('不达标的，扣除该项全部分值', 2)).toMatchObject({ confidence: 'sure', rule: { causes: [{ label: '不达标的', perEvent: 2, cap: 2 }] } })
    expect(proposeRule('按期报送得2分，否则扣1分', 2)).toMatchObject({ confidence: 'sure', rule: { causes: [{ label: '不符合“按期报送”', perEvent: 1, cap: 1 }] } })
  })

  test.each<[string, number, object]>([
    ['办结率达到95%得满分,每低1个百分点扣0.1分', 2, { kind: 'ratio', zeroAt: 0.75, fullAt: 0.95 }],
    ['办结率达到95%的得满分，每降低一个百分点扣0.1分，扣完为止。', 2, { kind: 'ratio', zeroAt: 0.75, fullAt: 0.95 }],
    ['答复率低于100%,每低1个百分点扣0.1分', 2, { kind: 'ratio', zeroAt: 0.8, fullAt: 1 }],
    // Without a target, or with a rest that stays, it is no proportion.
    ['每低1个百分点扣0.1分', 2, { kind: 'deduct', causes: [{ perEvent: 0.1 }] }],
    ['办结率达到95%得2分,每低1个百分点扣0.5分,最多扣1分', 2, { kind: 'deduct', causes: [{ perEvent: 0.5, cap: 1 }] }],
    ['办结率达到95%得满分,每低1个百分点扣0.01分', 2, { kind: 'deduct', causes: [{ perEvent: 0.01 }] }],
  ])('points for every percentage point short are doubtful: %s', (standard, full, rule) => {
    expect(proposeRule(standard, full)).toMatchObject({ confidence: 'doubtful', rule, reasons: expect.arrayContaining([{ kind: 'cases-not-said' }]) })
  })

  test('a rule that cannot reach the full marks is doubtful', () => {
    expect(proposeRule('优秀4分、良好3分、差0分', 5)).toMatchObject({ rule: { kind: 'level' }, confidence: 'doubtful' })
    expect(proposeRule('每项加0.5分，最多加2分', 3).confidence).toBe('doubtful')
  })

  test('amounts without an exact decimal are not proposed', () => {
    expect(proposeRule('有标识得33.3%；可链接得33.3%；信息准确得33.4%', 1)).toMatchObject({ confidence: 'sure', rule: { elements: [{ marks: [{}, { points: 0.333 }] }, {}, {}] } })
  })

  test.each<[string, string, number, unknown]>([
    ['nothing written', ' \n ', 2, { kind: 'empty' }],
    ['no full marks', '每件扣1分', 0, { kind: 'full-not-positive' }],
    ['full marks that are no number', '每件扣1分', Number.NaN, { kind: 'full-not-positive' }],
    ['too long', '每件扣1分。'.repeat(1_000), 2, { kind: 'too-long', limit: longestStandard }],
    ['no word about points', '工作扎实推进', 2, { kind: 'nothing-understood' }],
  ])('%s: not understood, for a named reason', (_, standard, full, reason) => {
    expect(proposeRule(standard, full)).toMatchObject({ rule: { kind: 'judge' }, confidence: 'not-understood', understood: [], reasons: [reason] })
  })

  test('the step of a judge rule reaches the full marks', () => {
    expect([2, 0.5, 1.25, 0.125].map((full) => proposeRule('酌情给分', full).rule)).toEqual([0.1, 0.1, 0.05, 0.001].map((step) => ({ kind: 'judge', criterion: '酌情给分', step })))
  })
})
