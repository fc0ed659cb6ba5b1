import { computed, onScopeDispose, watch, type ComputedRef } from 'vue'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import type { Mark, Scorecard } from '#core/records/packScorecard'
import type { RubricItem } from '#core/rubric/rubric'
import type { EntryProblem } from '#core/scoring/checkEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import type { Result } from '#core/result'
import { keptMark, readinessOf, sameMark, workOfMark, type ItemPlace, type ItemWork, type MarkDraft } from '#features/score/itemWork'
import type { SaveProblem } from '#features/score/problems'
import { makeSaveQueue } from '#features/score/saveQueue'
import { useScoringStore, type WorkRecord } from '#features/score/scoringStore'

/** Whose work on what; null while it is not known. */
export interface ScoringPlace {
  readonly projectId: ProjectId
  readonly unit: ItemPlace['unit'] & { readonly id: UnitId }
  readonly year: number
  readonly assessorId: AssessorId
}

export interface SaveJob extends MarkDraft {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly itemId: ItemId
  readonly assessorId: AssessorId
  /** What stood in the eyes of the person: what another window wrote since is never overwritten unseen. */
  readonly seen: ReadonlySet<EntryId | null>
}

const typingPauseMs = 700

/**
 * The acts of scoring. What one does is on screen at once and is handed to a queue that writes in order, item by item; the live
 * scorecard takes over only when it shows what was written, so a late update never overwrites newer work.
 */
export function useScoring(options: {
  readonly place: () => ScoringPlace | null
  readonly scorecard: () => Scorecard | undefined
  readonly write: (job: SaveJob) => Promise<Result<ScoreEntry, readonly EntryProblem[]>>
  readonly onWritten: (item: RubricItem, mark: MarkDraft) => void
}) {
  const store = useScoringStore()
  // Asked when its turn comes: the entries before it are ours and known by then.
  const queue = makeSaveQueue(({ key, job }: { readonly key: string; readonly job: Omit<SaveJob, 'seen'> }) => options.write({ ...job, seen: seenOf(key) }))
  const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; flush: () => void }>()

  function keyOf(itemId: ItemId): string | null {
    const place = options.place()
    return place && `${place.assessorId}|${place.unit.id}|${itemId}`
  }

  function recordOf(itemId: ItemId): WorkRecord | undefined {
    const key = keyOf(itemId)
    return key === null ? undefined : store.works.get(key)
  }

  function workOf(item: RubricItem): ItemWork | null {
    const place = options.place()
    if (!place) return null
    return recordOf(item.id)?.work ?? workOfMark({ item, unit: place.unit, year: place.year }, storedMark(place, item.id))
  }

  /** Changes the card of an item. 'now' writes it if it is complete; 'soon' waits for a pause in typing. */
  function change(item: RubricItem, patch: Partial<ItemWork>, when: 'now' | 'soon' = 'now'): void {
    const place = options.place()
    const key = keyOf(item.id)
    const before = workOf(item)
    // Before the stored scorecard is known, nothing can be said to replace anything.
    if (!place || key === null || !before || !options.scorecard()) return
    const record = store.works.get(key)
    const stale = record && record.phase !== 'failed' ? record.stale : new Set([...(record?.stale ?? []), storedEntry(place, item.id)])
    store.works.set(key, { work: { ...before, ...patch }, phase: 'draft', problem: null, sent: record?.sent ?? null, last: record?.last ?? null, stale })
    const flush = (): void => submit(place, item, key)
    cancelTimer(key)
    if (when === 'now') flush()
    else timers.set(key, { timer: setTimeout(flush, typingPauseMs), flush })
  }

  function submit(place: ScoringPlace, item: RubricItem, key: string): void {
    cancelTimer(key)
    const record = store.works.get(key)
    if (!record) return
    const itemPlace = { item, unit: place.unit, year: place.year }
    const standing = record.sent ?? storedMark(place, item.id)
    const readiness = readinessOf(itemPlace, record.work)
    const mark = readiness.ready ? readiness.mark : keptMark(itemPlace, record.work, standing)
    if (mark === null) return
    if (record.phase !== 'failed' && sameMark(mark, standing)) {
      if (record.sent === null) store.works.delete(key)
      else store.works.set(key, { ...record, phase: queue.has(key) ? 'saving' : 'written' })
      settle(options.scorecard())
      return
    }
    const stale = record.last === null ? record.stale : new Set([...record.stale, record.last])
    store.works.set(key, { ...record, phase: readiness.ready ? 'saving' : 'draft', problem: null, sent: mark, last: null, stale })
    queue.add(key, { key, job: { ...mark, projectId: place.projectId, unitId: place.unit.id, itemId: item.id, assessorId: place.assessorId } }).then(
      (result) => (result.ok ? arrive(key, item, mark, result.value) : fail(key, mark, { kind: 'refused', problems: result.problem })),
      (error: unknown) => fail(key, mark, { kind: 'threw', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
    )
  }

  function seenOf(key: string): ReadonlySet<EntryId | null> {
    const record = store.works.get(key)
    return new Set([...(record?.stale ?? []), ...(record?.last ? [record.last] : [])])
  }

  function arrive(key: string, item: RubricItem, mark: MarkDraft, entry: ScoreEntry): void {
    store.written.set(key, { entryId: entry.id, at: entry.at })
    options.onWritten(item, mark)
    const record = store.works.get(key)
    if (!record) return
    // A newer act is in the queue, or the form was changed since: only remember that this entry has been passed.
    if (record.sent !== mark) {
      store.works.set(key, { ...record, stale: new Set([...record.stale, entry.id]) })
      return
    }
    store.works.set(key, { ...record, phase: record.phase === 'saving' ? 'written' : record.phase, last: entry.id })
    settle(options.scorecard())
  }

  function fail(key: string, mark: MarkDraft, problem: SaveProblem): void {
    const record = store.works.get(key)
    // What failed counts as not sent, so that trying again writes it; a newer act behind it speaks for itself.
    if (record?.sent === mark) store.works.set(key, { ...record, phase: 'failed', problem, sent: null })
  }

  /** Lets go of what the live scorecard shows by itself. */
  function settle(scorecard: Scorecard | undefined): void {
    const place = options.place()
    if (!place || !scorecard || scorecard.unitId !== place.unit.id || scorecard.assessorId !== place.assessorId) return
    const prefix = `${place.assessorId}|${place.unit.id}|`
    for (const [key, record] of store.works) {
      if (record.phase !== 'written' || !key.startsWith(prefix)) continue
      if (!record.stale.has(storedEntry(place, key.slice(prefix.length) as ItemId))) store.works.delete(key)
    }
  }

  function storedMark(place: ScoringPlace, itemId: ItemId): Mark | undefined {
    const scorecard = options.scorecard()
    return scorecard?.unitId === place.unit.id && scorecard.assessorId === place.assessorId ? scorecard.marks.get(itemId) : undefined
  }

  function storedEntry(place: ScoringPlace, itemId: ItemId): EntryId | null {
    return storedMark(place, itemId)?.entryId ?? null
  }

  /** Trying again, like any act after a failure, may replace what another window wrote meanwhile: the person has been told. */
  function retry(item: RubricItem): void {
    const place = options.place()
    const key = keyOf(item.id)
    if (!place || key === null) return
    const record = store.works.get(key)
    if (record) store.works.set(key, { ...record, stale: new Set([...record.stale, storedEntry(place, item.id)]) })
    submit(place, item, key)
  }

  /** Back to what is stored; what was sent already stays sent. */
  function discard(item: RubricItem): void {
    const key = keyOf(item.id)
    if (key === null) return
    cancelTimer(key)
    const record = store.works.get(key)
    const place = options.place()
    if (record?.sent && place) {
      store.works.set(key, { ...record, work: workOfMark({ item, unit: place.unit, year: place.year }, record.sent), phase: queue.has(key) ? 'saving' : 'written', problem: null })
      settle(options.scorecard())
    } else store.works.delete(key)
  }

  function cancelTimer(key: string): void {
    const waiting = timers.get(key)
    if (waiting) clearTimeout(waiting.timer)
    timers.delete(key)
  }

  /** Writes what is still waiting for a pause in typing. */
  function flushTyping(): void {
    for (const { flush } of [...timers.values()]) flush()
  }

  /** Marks as they stand on screen: stored ones, and over them what is on its way. */
  const marks: ComputedRef<ReadonlyMap<ItemId, MarkDraft>> = computed(() => {
    const place = options.place()
    const shown = new Map<ItemId, MarkDraft>(options.scorecard()?.marks)
    if (!place) return shown
    const prefix = `${place.assessorId}|${place.unit.id}|`
    for (const [key, record] of store.works) {
      if (record.sent && key.startsWith(prefix)) shown.set(key.slice(prefix.length) as ItemId, record.sent)
    }
    return shown
  })

  /** When what stands on the card was written, as far as this session did it. */
  function writtenAt(itemId: ItemId): Instant | undefined {
    const key = keyOf(itemId)
    const written = key === null ? undefined : store.written.get(key)
    const place = options.place()
    if (key === null || !written || !place) return undefined
    return store.works.has(key) || storedEntry(place, itemId) === written.entryId ? written.at : undefined
  }

  const hasUnsaved = computed(() => [...store.works.values()].some((record) => record.phase !== 'written'))

  watch(options.scorecard, settle)
  onScopeDispose(flushTyping)

  return { workOf, recordOf, writtenAt, change, retry, discard, flushTyping, marks, hasUnsaved }
}
