import { describe, expect, test } from 'vitest'
import { checkConsistency } from '#core/scoring/checkConsistency'
import { shippedRubrics } from '#workflows/shippedRubrics'
import { loadShipped } from './loadShipped'
import { marksOf, type Given } from './scoreShipped'

const county = { kind: 'government', level: 'county' } as const
const township = { kind: 'government', level: 'township' } as const
const department = { kind: 'department', level: 'county' } as const

function warnings(key: string, unit: typeof county | typeof township | typeof department, given: Given): string[] {
  const rubric = loadShipped(key)
  return checkConsistency(rubric, unit, 2024, marksOf(rubric, unit, given)).map(({ rule }) => rule)
}

const noEvents = { kind: 'count', events: {} } as const

describe('consistency rules of the shipped rubrics', () => {
  test.each(shippedRubrics.map(({ key }) => key))('%s: full marks contradict nothing, for any body', (key) => {
    expect([county, township, department].map((unit) => warnings(key, unit, {}))).toEqual([[], [], []])
  })

  const cases: readonly (readonly [key: string, given: Given, rules: string[]])[] = [
    // No problems counted, though D1 marked some, F2 found answers to them, D3 causes and B2 a chapter.
    ['annual-report-quality', { D2: noEvents }, ['K1', 'K2', 'K3', 'K4']],
    ['annual-report-quality', { E1: { kind: 'checklist', marks: { party: 0, government: 0 } } }, ['K5']],
    ['annual-report-quality', { C10: { kind: 'checklist', marks: { leaders: 0, staff: 0 } } }, ['K6']],
    ['annual-report-quality', { D4: 'notApplicable' }, ['K7']],
    ['law-based-government-2021', { 'L6-3': 'notApplicable', 'L2-1': { kind: 'ratio', numerator: 0, denominator: 0 } }, ['K2', 'K3']],
    ['law-based-government-2021', { 'L4-6': { kind: 'deduct', events: { court: 6 } }, 'L6-6': { kind: 'passFail', passed: false }, 'L4-1': 'notApplicable', 'L3-2': 'notApplicable' }, ['K4', 'K5', 'K6', 'K7']],
    ['county-annual-assessment', { D1: 'notApplicable', C1: 'notApplicable' }, ['K1', 'K3', 'K4']],
    ['county-annual-assessment', { D2: { kind: 'deduct', events: { withheld: 4 } }, E2: { kind: 'deduct', events: { lost: 4, perform: 2, absence: 2 } } }, ['K2', 'K6']],
    ['county-annual-assessment', { A1: { kind: 'deduct', events: { body: 1, leader: 1, session: 4 } } }, ['K5']],
    ['case-file-review', { C4: 'notApplicable', B1: { kind: 'deduct', events: { element: 3, discretion: 3, 'illegal-gain': 1 } }, A1: { kind: 'passFail', passed: false } }, ['K1', 'K2', 'K4']],
    ['case-file-review', { C1: { kind: 'passFail', passed: false }, A3: { kind: 'deduct', events: { count: 3, license: 4 } } }, ['K3', 'K5']],
    ['accountability-report-review', { A1: { kind: 'checklist', marks: { duty: 0, self: 0, problem: 0, plan: 0 } }, C1: { kind: 'ratio', numerator: 0, denominator: 3 } }, ['K1', 'K2']],
    ['accountability-report-review', { C3: { kind: 'scale', counts: {}, unknown: 5 } }, ['K3']],
    ['public-satisfaction', { C2: { kind: 'scale', counts: {}, unknown: 5 }, F1: { kind: 'scale', counts: {}, unknown: 5 } }, ['K1', 'K2']],
    ['public-satisfaction', { C3: { kind: 'scale', counts: { 1: 5 }, unknown: 0 }, A2: { kind: 'scale', counts: { 1: 5 }, unknown: 0 } }, ['K3', 'K4']],
  ]
  test.each(cases)('%s %j → %j', (key, given, rules) => {
    expect(warnings(key, county, given)).toEqual(rules)
  })
})
