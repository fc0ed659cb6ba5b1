import { assertNever } from '#core/brand'
import type { AnswerProblem } from '#core/scoring/answer'
import type { EntryProblem } from '#core/scoring/checkEntry'
import { sizeWords } from '#features/score/card/proofFiles'
import type { Lack } from '#features/score/itemWork'
import type { AttachmentProblem } from '#workflows/keepAttachment'

/** Why a judgement did not reach the disk: refused, or the disk failed (`detail` is for the error report). */
export type SaveProblem = { readonly kind: 'refused'; readonly problems: readonly EntryProblem[] } | { readonly kind: 'threw'; readonly detail: string }

type Translate = (key: string, values?: Record<string, unknown>) => string

export function saveProblemWords(t: Translate, problem: SaveProblem): string {
  if (problem.kind === 'threw') return /quota/i.test(problem.detail) ? t('score.problem.full') : t('score.problem.threw', { detail: problem.detail })
  return problem.problems.map((one) => entryProblemWords(t, one)).join(' ')
}

/** Why a screenshot or PDF was not kept. */
export function attachmentProblemWords(t: Translate, problem: AttachmentProblem): string {
  switch (problem.kind) {
    case 'empty-file':
    case 'not-a-proof':
      return t(`score.proof.problem.${problem.kind}`)
    case 'too-large':
      return t('score.proof.problem.too-large', { size: sizeWords(problem.sizeBytes), limit: sizeWords(problem.limitBytes) })
    case 'quota-exceeded':
      return t('score.problem.full')
    case 'storage-failed':
      return t('score.problem.threw', { detail: problem.detail })
    default:
      return t('score.problem.threw', { detail: problem.kind })
  }
}

export function lackWords(t: Translate, lack: Lack): string {
  switch (lack.kind) {
    case 'elements':
      return t('score.lack.elements', { count: lack.count })
    case 'sources':
      return t('score.lack.sources', { count: lack.count })
    case 'answer':
      return t('score.lack.answer')
    case 'veto-confirmation':
      return t('score.lack.vetoConfirmation')
    case 'veto-note':
      return t('score.lack.vetoNote')
    case 'refused':
      return entryProblemWords(t, lack.problem)
    default:
      return assertNever(lack)
  }
}

export function entryProblemWords(t: Translate, problem: EntryProblem): string {
  switch (problem.kind) {
    case 'answer-refused':
      return answerProblemWords(t, problem.problem)
    case 'note-too-long':
      return t('score.problem.noteTooLong', { limit: problem.limit })
    case 'answer-missing':
      return t('score.problem.answerMissing')
    case 'answer-not-expected':
      return t('score.problem.answerNotExpected')
    case 'not-applicable-not-allowed':
      return t('score.problem.notApplicableNotAllowed')
    case 'does-not-apply':
      return t('score.problem.doesNotApply')
    case 'reason-required':
      return t('score.problem.reasonRequired')
    case 'unknown-item':
      return t('score.problem.unknownItem')
    case 'unknown-unit':
      return t('score.problem.unknownUnit')
    case 'no-assessor':
      return t('score.problem.noAssessor')
    case 'stale':
      return t('score.problem.stale')
    default:
      return assertNever(problem)
  }
}

export function answerProblemWords(t: Translate, problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'wrong-rule':
      return t('score.problem.wrongRule')
    case 'unknown-choice':
      return t('score.problem.unknownChoice', { choice: problem.choice })
    case 'element-missing':
      return t('score.problem.elementMissing')
    case 'mark-not-allowed':
      return t('score.problem.markNotAllowed', { mark: problem.mark })
    case 'element-must-apply':
      return t('score.problem.elementMustApply')
    case 'not-a-count':
      return t('score.problem.notACount')
    case 'not-a-number':
      return t('score.problem.notANumber')
    case 'out-of-range':
      return t('score.problem.outOfRange', { low: problem.low, high: problem.high })
    case 'off-step':
      return t('score.problem.offStep', { step: problem.step })
    case 'note-required':
      return t('score.problem.noteRequired')
    case 'not-a-day':
      return t('score.problem.notADay', { text: problem.text })
    default:
      return assertNever(problem)
  }
}
