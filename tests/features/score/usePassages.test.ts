import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, Sha256, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { usePassages } from '#features/score/usePassages'

const asked = vi.hoisted(() => vi.fn<(projectId: ProjectId, unitId: UnitId) => Promise<Map<ItemId, Passage[]>>>())
vi.mock('#workflows/findPassages', () => ({ passagesOfUnit: asked }))

const passage = (start: number, end: number): Passage => ({ start, end, score: 1, cues: [], negative: [] })
const reportOf = (unitId: string, textHash: string): ReportRecord => ({ unitId, textHash, text: '十个字的一段正文文字' }) as unknown as ReportRecord

function aDesk() {
  const report = shallowRef<ReportRecord | null>(reportOf('U1', 'h1'))
  const itemId = shallowRef('C1' as ItemId)
  const passages = effectScope().run(() =>
    usePassages({ projectId: () => 'P' as ProjectId, unitId: () => (report.value?.unitId ?? null) as UnitId | null, report: () => report.value, rubricHash: () => 'r' as Sha256, itemId: () => itemId.value }),
  )!
  return { report, itemId, passages }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
  await nextTick()
}

beforeEach(() => {
  asked.mockReset()
  asked.mockResolvedValue(new Map([['C1' as ItemId, [passage(0, 3), passage(4, 6), passage(8, 99)]], ['C2' as ItemId, []]]))
})

test('asked for once for a text, for all items; what lies outside the text that is shown is left out', async () => {
  const { report, itemId, passages } = aDesk()
  expect(passages.passages.value).toBe(null)
  await settled()
  expect(passages.passages.value).toEqual([passage(0, 3), passage(4, 6)])
  itemId.value = 'C2' as ItemId
  await nextTick()
  expect(passages.passages.value).toEqual([])
  report.value = reportOf('U2', 'h2')
  await settled()
  report.value = reportOf('U1', 'h1')
  await settled()
  expect(asked.mock.calls.map(([, unitId]) => unitId)).toEqual(['U1', 'U2'])
})

test('one steps round in a circle, and stands nowhere when another item is opened', async () => {
  const { itemId, passages } = aDesk()
  await settled()
  expect(passages.passage.value).toBe(null)
  expect([passages.step(1)?.start, passages.step(1)?.start, passages.step(1)?.start, passages.step(-1)?.start]).toEqual([0, 4, 0, 4])
  itemId.value = 'C2' as ItemId
  await nextTick()
  expect([passages.current.value, passages.step(1)]).toEqual([null, null])
})

test('what fails is said, and leaves the desk as it is', async () => {
  asked.mockRejectedValue(new Error('worker'))
  const { passages } = aDesk()
  await settled()
  expect([passages.failed.value, passages.passages.value]).toEqual([true, null])
})
