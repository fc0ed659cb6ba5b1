import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatPoints } from '#core/points'
import { flattenItems } from '#core/rubric/flattenItems'
import { fullOf } from '#core/rubric/fullOf'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric, RubricItem } from '#core/rubric/rubric'
import { ruleFor } from '#core/rubric/ruleFor'
import { applyNotFound, applyRule } from '#core/scoring/applyRule'
import type { Answer } from '#core/scoring/answer'
import shipped from '#rubrics/annual-report-quality.json'
import { dimensions, methodTable } from './methodTable'
import { writeRule, writeVariants } from './writeRule'

const parsed = parseSoundRubric(shipped)
const rubric = (parsed.ok ? parsed.value : undefined) as Rubric
const items = parsed.ok ? flattenItems(rubric) : []
const city = { kind: 'government', level: 'city' } as const
const department = { kind: 'department', level: 'city' } as const

function item(id: string): RubricItem {
  return items.find((candidate) => candidate.id === id) as RubricItem
}

function pointsFor(id: string, answer: Answer, unit: typeof city | typeof department = city): string {
  const result = applyRule(ruleFor(item(id), unit), fullOf(item(id)), 2024, answer)
  return result.ok && result.value.kind === 'points' ? formatPoints(result.value.points, 3) : JSON.stringify(result)
}

describe('annual-report-quality', () => {
  test('is read and sound', () => {
    expect(parsed.ok ? [] : parsed.problem).toEqual([])
  })

  test('has its pinned hashes: every change of the file is meant, and only a change of structure changes the second', () => {
    expect(hashRubric(rubric)).toEqual({
      hash: 'f38599e38b455340231d7e5f2e1412b2fc197e45fef35e0495bbbc2f25a38b7e',
      structureHash: '0c1e7937817919e9002d319dc6880eaaac265e7ba76f342974c0d0ad32c863c1',
    })
  })

  test('has 7 dimensions, 24 indicators and 34 items of 100 points', () => {
    expect(rubric.full).toBe(100)
    expect(rubric.groups.map((group) => [group.id, group.name, group.full])).toEqual(dimensions)
    expect(rubric.groups.flatMap((group) => group.children).map((child) => child.kind)).toEqual(Array.from({ length: 24 }, () => 'group'))
    expect(items.length).toBe(34)
  })

  test('says of every item what the table of METHOD says', () => {
    const rows = rubric.groups.flatMap((dimension) =>
      dimension.children.flatMap((indicator) =>
        (indicator.kind === 'group' ? indicator.children : []).map((node) => {
          const leaf = node as RubricItem
          return {
            id: leaf.id as string,
            indicator: indicator.name,
            name: leaf.name,
            full: leaf.full,
            rule: writeRule(leaf.rule),
            ...(leaf.variants && { variants: writeVariants(leaf) }),
            ...(leaf.notApplicable && { mayNotApply: true as const }),
          }
        }),
      ),
    )
    expect(rows).toEqual(methodTable)
  })

  test('adjusts the base total as METHOD says: bonus to 3 from a base of 60, negative list to 5, four vetoes', () => {
    const lines = (list: readonly RubricItem[]) => list.map(({ id, name, full, rule: own }) => `${id} ${name} ${full}: ${writeRule(own)}`)
    expect({ ...rubric.bonus, items: lines(rubric.bonus!.items) }).toEqual({
      items: ['P1 数据附表 1: passFail', 'P2 典型案例 1: passFail', 'P3 图解 0.5: passFail', 'P4 公众意见渠道 0.5: passFail'],
      cap: 3,
      gate: { base: 60, inclusive: true },
    })
    expect({ ...rubric.negative, items: lines(rubric.negative!.items) }).toEqual({
      items: ['N1 与公开统计不符 5: negative 1', 'N2 事实经核不实 5: negative 2'],
      cap: 5,
    })
    expect(lines(rubric.vetoes!)).toEqual([
      'V1 核查截止日仍未公开 0: veto zero', 'V2 年度不符或整体照搬 0: veto cap at 59', 'V3 误交他类报告 0: veto invalid', 'V4 涉密或个人敏感信息 0: veto suspended',
    ])
  })

  test('explains every item in two to six sentences', () => {
    const lengths = items.map(({ id, guidance }) => [id, guidance.match(/。/g)?.length ?? 0] as const)
    expect(lengths.filter(([, sentences]) => sentences < 2 || sentences > 6)).toEqual([])
    expect(items.filter(({ guidance }) => !guidance.endsWith('。')).map(({ id }) => id)).toEqual([])
  })

  test('article and part numbers are marked as not checked against the originals', () => {
    const references = items.flatMap(({ id, basis }) => basis.map((reference) => ({ id, ...reference })))
    expect(references.filter(({ place, checked }) => (place === undefined) !== checked)).toEqual([])
    expect(items.filter(({ basis }) => basis.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('the words that G3 counts are those of METHOD, no more', () => {
    expect(item('G3').cueWords.join(' ')).toBe('进一步 不断 持续 深入 扎实 切实 着力 大力 全面 积极 有效 充分 努力 稳步 有力 有序 显著 明显')
  })
})

describe('annual-report-quality scores as METHOD means it', () => {
  test.each([['no-title', 'not-report'], ['not-report', 'no-title']])('A4: everything wrong, with %s and not %s, leaves 0', (cause) => {
    const events = { [cause]: 1, 'year-unclear': 1, 'no-issuer': 1, 'no-date': 1 }
    expect(pointsFor('A4', { kind: 'deduct', events })).toBe('0.000')
    expect(pointsFor('A4', { kind: 'deduct', events: { [cause]: 1 } })).toBe('1.500')
  })

  const cases: readonly (readonly [id: string, answer: Answer, points: string])[] = [
    ['A1', { kind: 'timeliness', date: '2025-04-01' as never }, '5.000'],
    ['A1', { kind: 'timeliness', date: '2025-04-15' as never }, '3.000'],
    ['A1', { kind: 'timeliness', date: '2025-06-30' as never }, '1.000'],
    ['A1', { kind: 'timeliness', date: '2025-07-01' as never }, '0.000'],
    ['A1', { kind: 'timeliness', never: true }, '0.000'],
    ['A2', { kind: 'passFail', date: '2025-03-01' as never }, '2.000'],
    ['A2', { kind: 'passFail', date: '2025-03-02' as never }, '0.000'],
    ['A5', { kind: 'deduct', events: { typo: 1, numbering: 1, naming: 1 } }, '0.100'],
    ['B2', { kind: 'interval', value: 3.8 }, '0.600'],
    ['B4', { kind: 'interval', value: 7649 }, '2.000'],
    ['B4', { kind: 'interval', value: 10000 }, '1.000'],
    ['D1', { kind: 'itemMean', marks: ['empty', 'field', 'field'] }, '1.667'],
    ['D2', { kind: 'count', events: { problem: 5 } }, '2.000'],
    ['F2', { kind: 'ratio', numerator: 0, denominator: 0 }, '0.000'],
    ['F2', { kind: 'ratio', numerator: 2, denominator: 3 }, '2.000'],
    ['G3', { kind: 'interval', value: 12 }, '0.500'],
    ['G4', { kind: 'interval', value: 20 }, '0.000'],
  ]
  test.each(cases)('%s %j → %s', (id, answer, points) => {
    expect(pointsFor(id, answer)).toBe(points)
  })

  test('B4 and E1 are others for a department', () => {
    expect(pointsFor('B4', { kind: 'interval', value: 7500 }, department)).toBe('1.000')
    expect(pointsFor('E1', { kind: 'checklist', marks: { head: 1 } }, department)).toBe('1.000')
  })

  test('C7 without duty of reconsideration is scored on the other four, and keeps its 6 points', () => {
    const marks = { 'review-cases': 'notApplicable', 'review-results': 'notApplicable', lawsuits: 1, losses: 0, appearance: 1, mediation: 0 } as const
    expect(pointsFor('C7', { kind: 'checklist', marks })).toBe('3.000')
  })

  test('未找到 brings nothing, except where finding nothing is what is wanted', () => {
    const found = items.flatMap(({ id, rule, full }) => {
      const result = applyNotFound(rule, fullOf({ full }))
      const points = result.ok && result.value.kind === 'points' ? formatPoints(result.value.points, 0) : JSON.stringify(result)
      return points === '0' ? [] : [`${id} ${points}`]
    })
    expect(found).toEqual(['A4 2', 'A5 1', 'G2 2', 'G3 1', 'G4 1'])
  })
})

const draftPath = '../shared/data/annual-report-rubric-draft.json'

test.skipIf(!existsSync(draftPath))('agrees with the draft of the table (needs ../shared)', () => {
  const draft = JSON.parse(readFileSync(draftPath, 'utf8')) as {
    total: number
    level1: Record<string, [string, number]>
    items: { id: string; level1: string; level2: string; name: string; max: number; rule: string; cues: string[] }[]
  }
  const codes: Record<string, string> = { level: 'R1', passFail: 'R2', checklist: 'R3', deduct: 'R4', ratio: 'R5', count: 'R6', interval: 'R7', itemMean: 'R9', judge: 'R10', timeliness: 'R11' }
  const ours = rubric.groups.flatMap((dimension) =>
    dimension.children.flatMap((indicator) =>
      (indicator.kind === 'group' ? indicator.children : []).map((node) => {
        const leaf = node as RubricItem
        return { id: leaf.id as string, level1: dimension.id, level2: indicator.name, name: leaf.name, max: leaf.full, rule: codes[leaf.rule.kind] }
      }),
    ),
  )
  expect(ours).toEqual(draft.items.map(({ id, level1, level2, name, max, rule }) => ({ id, level1, level2, name, max, rule })))
  expect(Object.fromEntries(rubric.groups.map(({ id, name, full }) => [id, [name, full]]))).toEqual(draft.level1)
  expect(draft.items.flatMap(({ id, cues }) => cues.filter((cue) => !item(id).cueWords.includes(cue)))).toEqual([])
})

const reportsPath = '../shared/reports'

test.skipIf(!existsSync(reportsPath))('copies nothing from the reports (needs ../shared)', () => {
  const reports = readdirSync(reportsPath).map((name) => readFileSync(`${reportsPath}/${name}`, 'utf8').replace(/\s/g, '')).join('')
  const titles = rubric.bases.map((basis) => basis.title).join('')
  const everything = [...items, ...(rubric.bonus?.items ?? []), ...(rubric.negative?.items ?? []), ...(rubric.vetoes ?? [])]
  const ours = everything.flatMap(({ guidance, rule, examples }) => [guidance, ...[...JSON.stringify([rule, examples]).matchAll(/"(?:criterion|label|passage|reason)":"([^"]*)"/g)].map((match) => match[1] ?? '')])
  const shared = ours.flatMap((text) => Array.from({ length: Math.max(0, text.length - 11) }, (_, start) => text.slice(start, start + 12)))
    .filter((run) => reports.includes(run) && !titles.includes(run))
  expect(shared).toEqual([])
})
