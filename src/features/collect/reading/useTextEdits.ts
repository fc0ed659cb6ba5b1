import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ReportRecord } from '#core/records/reportRecord'
import type { TextChange, TextEditProblem } from '#core/records/textEdits'
import { failure, type Result } from '#core/result'
import { refusalWords } from '#features/collect/problems'
import { effectOfChange, type Citation, type EffectOnCitations } from '#features/collect/reading/citations'
import { standingResidue, type StandingResidue } from '#features/collect/reading/standingResidue'
import type { Deps } from '#workflows/deps'
import { editReportText } from '#workflows/editReportText'
import { undoReportEdit } from '#workflows/undoReportEdit'

type Step = (report: ReportRecord) => ReturnType<typeof editReportText> | ReturnType<typeof undoReportEdit> | null

/** What is done to the cleaned text: each act is one or more recorded changes, and afterwards it is said what they did to the cited passages. */
export function useTextEdits(deps: Deps, report: Ref<ReportRecord | null | undefined>, busy: Ref<boolean>, citations: () => readonly Citation[]) {
  const { t } = useI18n()
  /** Of an act of many changes; null while there is none. */
  const progress = shallowRef<{ readonly done: number; readonly total: number } | null>(null)
  let isStopped = false
  const problem = ref<string | null>(null)
  const effect = shallowRef<EffectOnCitations | null>(null)
  const residue = computed(() => (report.value ? standingResidue(report.value) : []))

  watch(() => report.value?.id, () => {
    effect.value = null
    problem.value = null
  })

  /** Runs steps until one is refused or has nothing more to do (null); true when all went well. */
  async function run(steps: readonly Step[]): Promise<boolean> {
    const before = report.value
    if (!before || busy.value) return false
    busy.value = true
    problem.value = null
    isStopped = false
    let now = before
    let refused: string | null = null
    for (const [index, step] of steps.entries()) {
      if (isStopped) break
      if (steps.length > 1) progress.value = { done: index, total: steps.length }
      const done: Result<ReportRecord, { readonly kind: string }> = (await step(now)) ?? failure({ kind: 'nothing-changed' })
      if (!done.ok) {
        refused = editProblemWords(done.problem as EditRefusal)
        break
      }
      now = done.value
    }
    problem.value = refused
    if (now !== before) {
      effect.value = effectOfChange(citations(), before, now)
      report.value = now
    }
    progress.value = null
    busy.value = false
    return refused === null
  }

  type EditRefusal = TextEditProblem | { readonly kind: 'nothing-to-undo' } | Parameters<typeof refusalWords>[0]
  function editProblemWords(refusal: EditRefusal): string {
    switch (refusal.kind) {
      case 'text-changed':
      case 'nothing-changed':
      case 'no-text-left':
      case 'nothing-to-undo':
        return t(`collect.reader.refusal.${refusal.kind}`)
      default:
        return refusalWords(refusal, t)
    }
  }

  function change(edit: TextChange | null): Promise<boolean> {
    return run([(now) => (edit ? editReportText(deps, now.projectId, now.id, { ...edit, basedOn: now.textHash }) : null)])
  }

  /**
   * Every piece is a change of its own, so that places in the text can be followed through each of them. The last one first: what is put
   * in behind a piece does not move its place.
   */
  function putBack(pieces: readonly StandingResidue[]): Promise<boolean> {
    return run(pieces.toSorted((a, b) => b.index - a.index).map(({ at, text }) => (now) => editReportText(deps, now.projectId, now.id, { start: at, removed: '', inserted: text, basedOn: now.textHash })))
  }

  /** Undoes so many changes, the last one first. */
  function undo(count: number): Promise<boolean> {
    return run(Array.from({ length: count }, () => (now: ReportRecord) => undoReportEdit(deps, now.projectId, now.id)))
  }

  function stop(): void {
    isStopped = true
  }

  return { progress, stop, problem, effect, residue, change, putBack, undo }
}
