import { expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import { checkEntry } from '#core/scoring/checkEntry'

const county = { kind: 'government', level: 'county' } as const
const judged = anItem('X', 4, { kind: 'judge', criterion: '', step: 0.5 })

test('2.5 with a note stands; without one it is blocked; full marks need none', () => {
  const check = (points: number, note: string) => checkEntry(judged, county, 2024, { state: 'scored', answer: { kind: 'judge', points }, note })
  expect(check(2.5, '缺数据')).toEqual([])
  expect(check(2.5, '  ')).toEqual([{ kind: 'answer-refused', problem: { kind: 'note-required' } }])
  expect(check(4, '')).toEqual([])
})

test('不适用 needs the rubric’s leave and a reason', () => {
  const { notApplicable: _, ...strict } = judged
  expect(checkEntry(judged, county, 2024, { state: 'notApplicable', answer: null, note: '' })).toEqual([{ kind: 'reason-required' }])
  expect(checkEntry(judged, county, 2024, { state: 'notApplicable', answer: null, note: '无此职责' })).toEqual([])
  expect(checkEntry(strict, county, 2024, { state: 'notApplicable', answer: null, note: '无此职责' })).toEqual([{ kind: 'not-applicable-not-allowed' }])
})

test('a score needs an answer that fits; other states take none', () => {
  expect(checkEntry(judged, county, 2024, { state: 'scored', answer: null, note: '' })).toEqual([{ kind: 'answer-missing' }])
  expect(checkEntry(judged, county, 2024, { state: 'pending', answer: { kind: 'judge', points: 1 }, note: '' })).toEqual([{ kind: 'answer-not-expected' }])
  expect(checkEntry(judged, county, 2024, { state: 'scored', answer: { kind: 'level', level: 'a' }, note: '' })).toEqual([
    { kind: 'answer-refused', problem: { kind: 'wrong-rule', expected: 'judge' } },
  ])
})

test('what does not apply to such bodies is not judged, and 不适用 needs no reason there', () => {
  const { notApplicable: _, ...strict } = judged
  const item = { ...strict, variants: [{ when: { kinds: ['department' as const] }, label: '部门', applies: false as const }] }
  const department = { kind: 'department', level: 'county' } as const
  expect(checkEntry(item, department, 2024, { state: 'scored', answer: { kind: 'judge', points: 4 }, note: '' })).toEqual([{ kind: 'does-not-apply' }])
  expect(checkEntry(item, department, 2024, { state: 'pending', answer: null, note: '' })).toEqual([{ kind: 'does-not-apply' }])
  expect(checkEntry(item, department, 2024, { state: 'notApplicable', answer: null, note: '' })).toEqual([])
  expect(checkEntry(item, county, 2024, { state: 'scored', answer: { kind: 'judge', points: 4 }, note: '' })).toEqual([])
})

test('the note below M reads the full marks of the body', () => {
  const item = { ...judged, variants: [{ when: { kinds: ['department' as const] }, label: '部门', full: 3 }] }
  const check = (kind: 'department' | 'government') => checkEntry(item, { kind, level: 'county' }, 2024, { state: 'scored', answer: { kind: 'judge', points: 3 }, note: '' })
  expect([check('department'), check('government')]).toEqual([[], [{ kind: 'answer-refused', problem: { kind: 'note-required' } }]])
})

test('a veto that applies is written with its reason only; one that does not, or is pending, needs none', () => {
  const veto = anItem('V', 0, { kind: 'veto', criterion: '数据造假', effect: { kind: 'capTotal', at: 59 } })
  const check = (applies: boolean, note: string) => checkEntry(veto, county, 2024, { state: 'scored', answer: { kind: 'veto', applies }, note })
  expect([check(true, ''), check(true, ' \n'), check(true, '审计认定'), check(false, '')]).toEqual([
    [{ kind: 'answer-refused', problem: { kind: 'note-required' } }], [{ kind: 'answer-refused', problem: { kind: 'note-required' } }], [], [],
  ])
  expect(checkEntry(veto, county, 2024, { state: 'pending', answer: null, note: '' })).toEqual([])
})
