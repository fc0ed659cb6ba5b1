import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { effectScope, nextTick, ref, shallowRef } from 'vue'
import type { Anchor } from '#core/evidence/anchor'
import type { ReportId, Sha256 } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ItemWork } from '#features/score/itemWork'
import { useEvidence } from '#features/score/useEvidence'

const text = '全市开展案卷评查两轮。抽查案卷一百八十宗,不合格的已经整改。个别乡镇开展不平衡。'

function aReport(given: string): ReportRecord {
  return { id: 'R' as ReportId, text: given, textHash: `hash of ${given}` as Sha256, pages: [], edits: [] } as unknown as ReportRecord
}

function aDesk() {
  const report = shallowRef<ReportRecord | null>(aReport(text))
  const work = shallowRef<ItemWork>({ state: 'unscored', draft: { kind: 'judge', points: '' }, ...noGrounds })
  const item = ref('C5')
  const evidence = effectScope().run(() =>
    useEvidence({
      report: () => report.value,
      outline: () => [],
      work: () => work.value,
      placeKey: () => item.value,
      change: (patch) => { work.value = { ...work.value, ...patch } },
    }),
  )!
  const quotes = (): string[] => work.value.evidence.map(({ quote }: Anchor) => quote)
  const attach = (words: string, instead: number | null = null): number | null => {
    const start = report.value!.text.indexOf(words)
    return evidence.attach({ start, end: start + words.length }, instead)
  }
  return { report, work, item, evidence, quotes, attach }
}

beforeEach(() => setActivePinia(createPinia()))

describe('useEvidence', () => {
  test('several passages, each once, numbered in the order in which they were attached', () => {
    const { evidence, quotes, attach } = aDesk()
    expect([attach('抽查案卷一百八十宗'), attach('案卷评查两轮'), attach('抽查案卷一百八十宗')]).toEqual([0, 1, null])
    expect([quotes(), evidence.spans.value]).toEqual([['抽查案卷一百八十宗', '案卷评查两轮'], [{ start: 11, end: 20 }, { start: 4, end: 10 }]])
    evidence.remove(0)
    expect(quotes()).toEqual(['案卷评查两轮'])
  })

  test('a selection takes the place of a passage that waits for one, or of the one that is named', () => {
    const { evidence, quotes, attach } = aDesk()
    attach('抽查案卷一百八十宗')
    attach('案卷评查两轮')
    evidence.replace(0)
    expect([attach('抽查案卷一百八十宗,不合格的已经整改'), quotes(), evidence.replacing.value]).toEqual([0, ['抽查案卷一百八十宗,不合格的已经整改', '案卷评查两轮'], null])
    expect([attach('开展案卷评查两轮', 1), quotes()]).toEqual([1, ['抽查案卷一百八十宗,不合格的已经整改', '开展案卷评查两轮']])
  })

  test('to wait for a passage ends when another item is opened', async () => {
    const { evidence, item, attach } = aDesk()
    attach('案卷评查两轮')
    evidence.replace(0)
    item.value = 'C6'
    await nextTick()
    expect(evidence.replacing.value).toBe(null)
  })

  test('what has moved is shown where it stands; what is gone or has look-alikes is an orphan with its quote', () => {
    const { report, evidence, attach } = aDesk()
    attach('抽查案卷一百八十宗')
    attach('开展')
    attach('不平衡')
    report.value = aReport('序言。' + text.replace('全市开展案卷', '各县开展案卷').replace('乡镇开展不平衡', '街道开展尚可'))
    expect(evidence.rows.value).toEqual([
      { quote: '抽查案卷一百八十宗', place: { chapter: '', character: 15, page: null }, status: 'found' },
      { quote: '开展', place: null, status: 'ambiguous' },
      { quote: '不平衡', place: null, status: 'lost' },
    ])
    expect(evidence.spans.value).toEqual([{ start: 14, end: 23 }, null, null])
  })

  test('a quote that is kept stays as it was written, for this text, and the judgement says so', () => {
    const { report, work, evidence, attach } = aDesk()
    attach('不平衡')
    attach('案卷评查两轮')
    const [before, other] = work.value.evidence
    report.value = aReport(text.replace('不平衡', '尚可'))
    evidence.keep(0)
    expect([evidence.rows.value[0]?.status, work.value.evidence]).toEqual(['kept', [{ ...before, keptFor: report.value.textHash }, other]])
    report.value = aReport(text.replace('不平衡', '欠佳'))
    expect(evidence.rows.value[0]?.status).toBe('lost')
  })

  test('without a report a passage is not called lost', () => {
    const { report, evidence, attach } = aDesk()
    attach('不平衡')
    report.value = null
    expect(evidence.rows.value).toEqual([{ quote: '不平衡', place: null, status: 'no-report' }])
  })
})
