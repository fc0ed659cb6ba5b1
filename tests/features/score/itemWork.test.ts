import { expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import type { ReportId, Sha256 } from '#core/ids'
import { noGrounds } from '#core/scoring/scoreEntry'
import { keptMark, readinessOf, sameMark, withAnswer, workOfMark, type ItemPlace, type MarkDraft } from '#features/score/itemWork'

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

const accepted = { measure: 'length', textHash: 'h' as Sha256, working: '全文 7,649 字' } as const
const judged: ItemPlace = { item: anItem('G5', 4, { kind: 'judge', criterion: '', step: 0.5 }), unit, year: 2024 }
const counted: MarkDraft = { state: 'scored', answer: { kind: 'judge', points: 4 }, ...noGrounds, accepted }

test('an answer that is changed is no longer the one that was accepted; entering the same again changes nothing', () => {
  const { rule } = judged.item
  const work = workOfMark(judged, counted)
  expect([withAnswer(rule, work, 'scored', { kind: 'judge', points: '4.0' }).accepted, withAnswer(rule, work, 'scored', { kind: 'judge', points: '3' }).accepted, withAnswer(rule, work, 'pending', work.draft).accepted]).toEqual([accepted, null, null])
})

test('what was searched for goes with 未找到 and with nothing else', () => {
  const { rule } = judged.item
  const work = { ...workOfMark(judged, undefined), state: 'notFound', searched: ['述法'] } as const
  expect([withAnswer(rule, work, 'notFound', work.draft).searched, withAnswer(rule, work, 'scored', { kind: 'judge', points: '1' }).searched]).toEqual([['述法'], []])
})

test('an unfinished answer keeps what stands: only new notes, passages and proofs are written with it', () => {
  const proof = { address: 'https://example.cn/', seenOn: null, note: '', file: null }
  const work = { ...workOfMark(judged, counted), draft: { kind: 'judge', points: '' }, accepted: null, note: '因', proofs: [proof] } as const
  expect(keptMark(judged, work, counted)).toEqual({ ...counted, note: '因', proofs: [proof] })
  expect(keptMark(judged, { ...work, note: '', proofs: [] }, counted)).toBe(null)
})

test('marks differ by every ground there is', () => {
  const other = (patch: Partial<MarkDraft>): boolean => sameMark({ ...counted, ...patch }, counted)
  const place = { reportId: 'R' as ReportId, textHash: 'c'.repeat(64) as Sha256, start: 3, end: 5, quote: '述法', prefix: '', suffix: '' }
  expect([sameMark({ ...counted, evidence: [place] }, { ...counted, evidence: [{ ...place }] }), sameMark({ ...counted, evidence: [{ ...place, keptFor: 'd'.repeat(64) as Sha256 }] }, { ...counted, evidence: [place] })]).toEqual([true, false])
  expect([other({}), other({ accepted: null }), other({ searched: ['述法'] }), other({ proofs: [{ address: '', seenOn: null, note: '公告', file: null }] })]).toEqual([true, false, false, false])
})
