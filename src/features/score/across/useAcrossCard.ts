import { computed, onBeforeUnmount, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AssessorId, ItemId, ProjectId } from '#core/ids'
import { formatPoints, writeExact } from '#core/points'
import type { UnitRecord } from '#core/records/unitRecord'
import { bodyOf, variantFor } from '#core/rubric/bodyOf'
import type { RubricItem } from '#core/rubric/rubric'
import { applyNotFound } from '#core/scoring/applyRule'
import { scoreItem } from '#core/scoring/scoreItem'
import { answerOfDraft, isEmptyDraft, makeDraft, type RuleDraft } from '#features/score/forms/ruleDraft'
import { readinessOf, withAnswer, workOfMark, type ItemWork } from '#features/score/itemWork'
import { lackWords, saveProblemWords } from '#features/score/problems'
import { cueWordsOf } from '#features/score/report/cueSpans'
import { useScoring } from '#features/score/useScoring'
import { watchScorecard } from '#storage/queries/watchScorecard'
import { clockTime } from '#ui/formatInstant'
import { useLive } from '#ui/useLive'
import type { Deps } from '#workflows/deps'
import { recordScore } from '#workflows/recordScore'

/**
 * One item of one unit: the same work, queue and truth as on the score desk. `announce` says what has just been written.
 */
export function useAcrossCard(options: {
  readonly deps: Deps
  readonly projectId: ProjectId
  readonly unit: () => UnitRecord
  readonly item: () => RubricItem
  readonly year: () => number
  readonly decimals: () => number
  /** null: nobody has signed in. */
  readonly assessorId: () => AssessorId | null
  readonly announce: (words: string) => void
}) {
  const { t } = useI18n()
  const { value: scorecard } = useLive(() => {
    const assessorId = options.assessorId()
    return assessorId && watchScorecard(options.projectId, options.unit().id, assessorId)
  })
  const scoring = useScoring({
    place: () => {
      const assessorId = options.assessorId()
      return assessorId && { projectId: options.projectId, unit: options.unit(), year: options.year(), assessorId }
    },
    scorecard: () => scorecard.value,
    write: (job) => recordScore(options.deps, job),
    onWritten: (written, mark) => {
      const score = scoreItem(written, options.unit(), options.year(), mark.state, mark.answer)
      const shown = score.ok && score.value.points ? t('score.form.points', { points: formatPoints(score.value.points, options.decimals()) }) : ''
      options.announce(t('score.live.written', { item: options.unit().name, result: [t(`ui.itemState.${mark.state}`), shown].join(' ') }))
    },
  })

  const place = computed(() => ({ item: options.item(), unit: options.unit(), year: options.year() }))
  const body = computed(() => bodyOf(options.item(), options.unit()))
  const rule = computed(() => body.value.rule)
  const variant = computed(() => variantFor(options.item(), options.unit()))
  const isRead = computed(() => options.assessorId() === null || scorecard.value !== undefined)
  const disabled = computed(() => options.assessorId() === null || !isRead.value || !body.value.applies)
  const work = computed((): ItemWork => scoring.workOf(options.item()) ?? workOfMark(place.value, undefined))
  const record = computed(() => scoring.recordOf(options.item().id))
  const standing = computed(() => scoring.marks.value.get(options.item().id)?.state ?? 'unscored')
  const readiness = computed(() => readinessOf(place.value, work.value))
  const answer = computed(() => (work.value.state === 'scored' ? answerOfDraft(rule.value, work.value.draft) : null))
  const score = computed(() => {
    if (work.value.state === 'scored' && !answer.value) return null
    const result = scoreItem(options.item(), options.unit(), options.year(), work.value.state, answer.value)
    return result.ok ? result.value : null
  })

  /** "1.50 / 2", or the word that stands in its place. */
  const result = computed(() => {
    if (!body.value.applies) return t('ui.itemState.notApplicable')
    if (answer.value?.kind === 'veto') return t(answer.value.applies ? 'score.card.vetoApplies' : 'score.card.vetoNot')
    const full = writeExact(body.value.full)
    if (score.value?.points) return `${formatPoints(score.value.points, options.decimals())} / ${full}`
    if (rule.value.kind === 'veto') return work.value.state === 'notFound' ? t('score.card.vetoNot') : '–'
    if (rule.value.kind === 'byRank' && score.value && work.value.state === 'scored') return t('score.card.waitsForPlaces')
    return work.value.state === 'pending' || work.value.state === 'notApplicable' ? t(`ui.itemState.${work.value.state}`) : `– / ${full}`
  })

  const status = computed((): { readonly tone: 'done' | 'wait' | 'failed' | 'none'; readonly words: string } => {
    const now = record.value
    const at = scoring.writtenAt(options.item().id)
    if (options.assessorId() === null) return { tone: 'none', words: t('score.status.noAssessor') }
    if (!body.value.applies) return { tone: 'none', words: t('score.outline.notForBody') }
    if (!isRead.value) return { tone: 'none', words: t('ui.loading') }
    if (now?.phase === 'failed' && now.problem) return { tone: 'failed', words: t('score.status.failed', { why: saveProblemWords(t, now.problem) }) }
    if (now?.phase === 'saving') return { tone: 'wait', words: t('score.status.saving') }
    if (now?.phase === 'draft') return { tone: 'wait', words: readiness.value.ready ? t('score.status.typing') : t('score.status.incomplete', { lacks: readiness.value.lacks.map((lack) => lackWords(t, lack)).join(' ') }) }
    if (at) return { tone: 'done', words: t('score.status.written', { time: clockTime(at) }) }
    return standing.value === 'unscored' ? { tone: 'none', words: t('score.status.unscored') } : { tone: 'done', words: t('score.status.stored') }
  })
  const canRevert = computed(() => record.value?.phase === 'failed' || (record.value?.phase === 'draft' && !readiness.value.ready))
  const notFoundHint = computed(() => {
    const outcome = applyNotFound(rule.value, body.value.full)
    return outcome.ok && outcome.value.kind === 'points' ? t('score.card.notFoundPoints', { points: formatPoints(outcome.value.points, options.decimals()) }) : t('score.card.notFoundHint')
  })

  function change(patch: Partial<ItemWork>, when: 'now' | 'soon' = 'now'): void {
    if (!disabled.value) scoring.change(options.item(), patch, when)
  }

  function changeDraft(draft: RuleDraft, when: 'now' | 'soon'): void {
    // A field that was emptied again is no unfinished answer where there was none before.
    const untouched = isEmptyDraft(rule.value, draft) && standing.value !== 'scored'
    change(withAnswer(rule.value, work.value, untouched ? standing.value : 'scored', draft), when)
  }

  function setState(state: 'notFound' | 'pending' | 'notApplicable' | 'unscored'): void {
    if (state === 'notApplicable' && !options.item().notApplicable) return
    const searched = state !== 'notFound' ? [] : work.value.state === 'notFound' ? work.value.searched : cueWordsOf(options.item(), options.year())
    change({ state, draft: makeDraft(rule.value, null), searched, accepted: null })
  }

  function onHidden(): void {
    if (document.visibilityState === 'hidden') scoring.flushTyping()
  }

  onMounted(() => {
    window.addEventListener('beforeunload', scoring.flushTyping)
    document.addEventListener('visibilitychange', onHidden)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', scoring.flushTyping)
    document.removeEventListener('visibilitychange', onHidden)
  })

  return {
    body, rule, variant, disabled, work, record, result, status, canRevert, notFoundHint, isRead, change, changeDraft, setState,
    retry: () => scoring.retry(options.item()),
    revert: () => scoring.discard(options.item()),
    leave: () => scoring.flushTyping(),
  }
}

/** Whether something of this item and unit is not written yet; such a card is never put away. */
export function isUnwritten(works: ReadonlyMap<string, { readonly phase: string }>, assessorId: AssessorId | null, unitId: string, itemId: ItemId): boolean {
  const phase = works.get(`${assessorId}|${unitId}|${itemId}`)?.phase
  return phase !== undefined && phase !== 'written'
}
