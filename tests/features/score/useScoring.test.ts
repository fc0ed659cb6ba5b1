import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import type { Mark, Scorecard } from '#core/records/packScorecard'
import { failure, success, type Result } from '#core/result'
import type { RubricItem } from '#core/rubric/rubric'
import type { EntryProblem } from '#core/scoring/checkEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { useScoring, type SaveJob } from '#features/score/useScoring'

const unitId = 'U' as UnitId
const assessorId = 'P' as AssessorId
const levels = ['none', 'some', 'all'].map((id, at) => ({ id, label: id, criterion: '', points: at }))
const C1: RubricItem = { kind: 'item', id: 'C1' as ItemId, name: '统筹', full: 2, rule: { kind: 'level', levels }, guidance: '', cueWords: [], basis: [] }
const C3: RubricItem = {
  kind: 'item', id: 'C3' as ItemId, name: '制度', full: 2, guidance: '', cueWords: [], basis: [], notApplicable: { when: '不制发文件' },
  rule: { kind: 'checklist', elements: ['a', 'b'].map((id) => ({ id, label: id, marks: [{ points: 0, criterion: '' }, { points: 1, criterion: '' }] })) },
}
const G5: RubricItem = { kind: 'item', id: 'G5' as ItemId, name: '印象', full: 4, rule: { kind: 'judge', criterion: '', step: 0.5 }, guidance: '', cueWords: [], basis: [] }

/** A store that answers when it is told to: `settle` ends the oldest write under way, `echo` lets the live scorecard show an entry. */
function aDesk() {
  const scorecard = shallowRef<Scorecard>({ unitId, assessorId, marks: new Map() })
  const written: ScoreEntry[] = []
  const waiting: { job: SaveJob; answer: (result: Result<ScoreEntry, readonly EntryProblem[]>) => void; crash: (error: Error) => void }[] = []
  const said: string[] = []
  let count = 0
  const scope: EffectScope = effectScope()
  const scoring = scope.run(() =>
    useScoring({
      place: () => ({ projectId: 'X' as ProjectId, unit: { id: unitId, kind: 'government', level: 'city' }, year: 2024, assessorId }),
      scorecard: () => scorecard.value,
      write: (job) => new Promise((answer, crash) => waiting.push({ job, answer, crash })),
      onWritten: (item, mark) => said.push(`${item.id} ${mark.state}`),
    }),
  )!

  async function flush(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) await Promise.resolve()
    await nextTick()
  }

  async function settle(): Promise<ScoreEntry> {
    await flush()
    const { job, answer } = waiting.shift()!
    count += 1
    const entry: ScoreEntry = {
      id: `e${count}` as EntryId, unitId, itemId: job.itemId, assessorId, at: `2025-01-01T00:00:0${count}.000Z` as Instant,
      replaces: null, state: job.state, answer: job.answer, note: job.note, evidence: job.evidence, searched: job.searched, proofs: job.proofs, accepted: job.accepted,
    }
    written.push(entry)
    answer(success(entry))
    await flush()
    return entry
  }

  async function echo(entry: ScoreEntry): Promise<void> {
    const { state, answer, note, evidence, searched, proofs, accepted } = entry
    const mark: Mark = { state, answer, note, evidence, searched, proofs, accepted, entryId: entry.id }
    scorecard.value = { unitId, assessorId, marks: new Map([...scorecard.value.marks, [entry.itemId, mark]]) }
    await flush()
  }

  return { scoring, written, waiting, said, scope, flush, settle, echo }
}

function level(id: string) {
  return { state: 'scored', draft: { kind: 'level', level: id } } as const
}

let desk: ReturnType<typeof aDesk>

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
  desk = aDesk()
})
afterEach(() => {
  desk.scope.stop()
  vi.useRealTimers()
})

describe('useScoring', () => {
  test('says saving until the write has come back, then written, then lets the live scorecard speak', async () => {
    const { scoring, settle, echo, said } = desk
    scoring.change(C1, level('some'))
    expect(scoring.recordOf(C1.id)?.phase).toBe('saving')
    const entry = await settle()
    expect([scoring.recordOf(C1.id)?.phase, said]).toEqual(['written', ['C1 scored']])
    await echo(entry)
    expect([scoring.recordOf(C1.id), scoring.workOf(C1)?.draft]).toEqual([undefined, { kind: 'level', level: 'some' }])
  })

  test('rapid acts are all written, in their order; late echoes never take the newest off the screen', async () => {
    const { scoring, settle, echo, written } = desk
    for (const id of ['none', 'some', 'all']) scoring.change(C1, level(id))
    const first = await settle()
    await echo(first)
    expect(scoring.workOf(C1)?.draft).toEqual({ kind: 'level', level: 'all' })
    const second = await settle()
    const third = await settle()
    await echo(second)
    expect([scoring.workOf(C1)?.draft, scoring.marks.value.get(C1.id)?.answer]).toEqual([{ kind: 'level', level: 'all' }, { kind: 'level', level: 'all' }])
    await echo(third)
    expect(scoring.recordOf(C1.id)).toBeUndefined()
    expect(written.map((entry) => entry.answer)).toEqual(['none', 'some', 'all'].map((id) => ({ kind: 'level', level: id })))
  })

  test('an act between a write and its echo is not undone by that echo', async () => {
    const { scoring, settle, echo } = desk
    scoring.change(C1, level('none'))
    const first = await settle()
    scoring.change(C1, level('all'))
    const second = await settle()
    await echo(first)
    expect(scoring.workOf(C1)?.draft).toEqual({ kind: 'level', level: 'all' })
    await echo(second)
    expect([scoring.recordOf(C1.id), scoring.workOf(C1)?.draft]).toEqual([undefined, { kind: 'level', level: 'all' }])
  })

  test('a half-filled checklist is a draft, nothing is written; complete it is', async () => {
    const { scoring, waiting, flush, settle } = desk
    scoring.change(C3, { state: 'scored', draft: { kind: 'checklist', marks: { a: 1 } } })
    await flush()
    expect([scoring.recordOf(C3.id)?.phase, waiting.length, scoring.marks.value.get(C3.id), scoring.hasUnsaved.value]).toEqual(['draft', 0, undefined, true])
    scoring.change(C3, { draft: { kind: 'checklist', marks: { a: 1, b: 0 } } })
    expect((await settle()).answer).toEqual({ kind: 'checklist', marks: { a: 1, b: 0 } })
  })

  test('a note beside a half-filled form is kept with the judgement that stands', async () => {
    const { scoring, settle } = desk
    scoring.change(C3, { state: 'scored', draft: { kind: 'checklist', marks: { a: 1 } } })
    scoring.change(C3, { note: '数据在第三段' })
    const entry = await settle()
    expect([entry.state, entry.note, scoring.recordOf(C3.id)?.phase, scoring.workOf(C3)?.draft]).toEqual(['unscored', '数据在第三段', 'draft', { kind: 'checklist', marks: { a: 1 } }])
  })

  test('typing waits for a pause and is written at once on leaving', async () => {
    const { scoring, waiting, flush, settle } = desk
    scoring.change(C1, level('some'))
    await settle()
    scoring.change(C1, { note: '有' }, 'soon')
    scoring.change(C1, { note: '有专题会议' }, 'soon')
    await flush()
    expect([waiting.length, scoring.recordOf(C1.id)?.phase]).toEqual([0, 'draft'])
    scoring.flushTyping()
    expect((await settle()).note).toBe('有专题会议')
    vi.runAllTimers()
    await flush()
    expect(waiting.length).toBe(0)
  })

  test('not applicable without its reason, and a judged mark without its note, are not written', async () => {
    const { scoring, waiting, flush, settle } = desk
    scoring.change(C3, { state: 'notApplicable', draft: { kind: 'checklist', marks: {} } })
    scoring.change(G5, { state: 'scored', draft: { kind: 'judge', points: '2.5' } })
    await flush()
    expect(waiting.length).toBe(0)
    scoring.change(C3, { note: '不制发规范性文件' })
    expect((await settle()).state).toBe('notApplicable')
    scoring.change(G5, { note: '数据偏少' })
    expect((await settle()).answer).toEqual({ kind: 'judge', points: 2.5 })
  })

  test('what failed stays on screen, says why, and is written on trying again', async () => {
    const { scoring, waiting, flush, settle } = desk
    scoring.change(C1, level('all'))
    await flush()
    waiting.shift()!.crash(new Error('QuotaExceeded'))
    await flush()
    expect([scoring.recordOf(C1.id)?.phase, scoring.recordOf(C1.id)?.problem, scoring.workOf(C1)?.draft, scoring.marks.value.get(C1.id)]).toEqual([
      'failed', { kind: 'threw', detail: 'Error: QuotaExceeded' }, { kind: 'level', level: 'all' }, undefined,
    ])
    scoring.retry(C1)
    expect((await settle()).answer).toEqual({ kind: 'level', level: 'all' })
    expect(scoring.recordOf(C1.id)?.phase).toBe('written')
  })

  test('a refusal is no write either', async () => {
    const { scoring, waiting, flush } = desk
    scoring.change(C1, level('all'))
    await flush()
    waiting.shift()!.answer(failure([{ kind: 'stale' }]))
    await flush()
    expect([scoring.recordOf(C1.id)?.phase, scoring.recordOf(C1.id)?.problem]).toEqual(['failed', { kind: 'refused', problems: [{ kind: 'stale' }] }])
  })

  test('the time of writing is shown only while what this session wrote still stands', async () => {
    const { scoring, settle, echo } = desk
    scoring.change(C1, level('some'))
    const own = await settle()
    await echo(own)
    expect(scoring.writtenAt(C1.id)).toBe(own.at)
    await echo({ ...own, id: 'other-window' as EntryId, answer: { kind: 'level', level: 'all' } })
    expect([scoring.writtenAt(C1.id), scoring.workOf(C1)?.draft]).toEqual([undefined, { kind: 'level', level: 'all' }])
  })

  test('choosing again what stands writes nothing', async () => {
    const { scoring, waiting, flush, settle, echo } = desk
    scoring.change(C1, level('some'))
    await echo(await settle())
    scoring.change(C1, level('some'))
    await flush()
    expect([waiting.length, scoring.recordOf(C1.id)]).toEqual([0, undefined])
  })

  test('reverting a draft shows what stands again', async () => {
    const { scoring, settle, echo } = desk
    scoring.change(C3, { state: 'scored', draft: { kind: 'checklist', marks: { a: 1, b: 1 } } })
    await echo(await settle())
    scoring.change(C3, { draft: { kind: 'checklist', marks: { a: 0 } } })
    scoring.discard(C3)
    expect([scoring.recordOf(C3.id), scoring.workOf(C3)?.draft]).toEqual([undefined, { kind: 'checklist', marks: { a: 1, b: 1 } }])
  })

  test('a write says which entries it knows of, so that what another window wrote unseen is not replaced', async () => {
    const { scoring, waiting, flush, settle, echo } = desk
    const known = () => [...(waiting[0]?.job.seen ?? [])]
    scoring.change(C1, level('some'))
    scoring.change(C1, level('all'))
    await flush()
    expect(known()).toEqual([null])
    const first = await settle()
    expect(known()).toEqual([null, first.id])
    await echo(await settle())
    scoring.change(C1, { note: '理由' }, 'soon')
    await echo({ ...first, id: 'elsewhere' as EntryId })
    scoring.flushTyping()
    await flush()
    expect(known()).toEqual(['e2'])
    waiting.shift()!.answer(failure([{ kind: 'stale' }]))
    await flush()
    expect(scoring.recordOf(C1.id)?.phase).toBe('failed')
    scoring.retry(C1)
    await flush()
    expect(known()).toEqual(['e2', 'elsewhere'])
  })
})
