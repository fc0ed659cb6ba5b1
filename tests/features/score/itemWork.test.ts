import { expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import { readinessOf, workOfMark, type ItemPlace } from '#features/score/itemWork'

const unit = { kind: 'government', level: 'county' } as const
const veto: ItemPlace = { item: anItem('V1', 0, { kind: 'veto', criterion: '', effect: { kind: 'invalid' } }), unit, year: 2024 }
const sources: ItemPlace = {
  item: anItem('S1', 10, { kind: 'sources', sources: [{ id: 'desk', label: '书面', weight: 80, full: 100 }, { id: 'site', label: '实地', weight: 20, full: 100 }] }), unit, year: 2024,
}

test('a veto that applies is written only when it is confirmed and has a reason; one that does not needs neither', () => {
  const work = { ...workOfMark(veto, undefined), state: 'scored' } as const
  const ready = (applies: boolean, confirmed: boolean, note: string) => {
    const readiness = readinessOf(veto, { ...work, draft: { kind: 'veto', applies, confirmed }, note })
    return readiness.ready ? 'ready' : readiness.lacks.map(({ kind }) => kind)
  }
  expect([ready(true, false, '因'), ready(true, true, ' '), ready(true, true, '因'), ready(false, false, '')]).toEqual([['veto-confirmation'], ['veto-note'], 'ready', 'ready'])
})

test('sources that are still missing are counted; a score above the full marks is refused', () => {
  const work = { ...workOfMark(sources, undefined), state: 'scored' } as const
  expect([
    readinessOf(sources, { ...work, draft: { kind: 'sources', scores: { desk: null } } }),
    readinessOf(sources, { ...work, draft: { kind: 'sources', scores: { desk: null, site: '101' } } }),
  ]).toEqual([
    { ready: false, lacks: [{ kind: 'sources', count: 1 }] },
    { ready: false, lacks: [{ kind: 'refused', problem: { kind: 'answer-refused', problem: { kind: 'out-of-range', low: 0, high: 100 } } }] },
  ])
})
