import type { DraftProblem, DraftRefusal } from '#core/rubric/proposal/draftRubric'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { RubricSheetProblem } from '#core/tables/rubricSheet/rubricSheetProblem'
import type { WorkbookNote, WorkbookProblem } from '#workflows/importRubricWorkbook'
import { fieldWords, type Speak } from '../problems'

/** The compiler asks for an entry of every kind; a test asks for words of every entry, in both languages. */
export const exchangeKinds: {
  readonly workbook: Readonly<Record<WorkbookProblem['kind'], true>>
  readonly note: Readonly<Record<WorkbookNote['kind'], true>>
  readonly cell: Readonly<Record<RubricSheetProblem['kind'], true>>
  readonly refusal: Readonly<Record<DraftRefusal['kind'], true>>
  readonly draft: Readonly<Record<DraftProblem['kind'], true>>
  readonly reason: Readonly<Record<ProposalReason['kind'], true>>
} = {
  workbook: {
    'too-large': true, 'suspicious-ratio': true, 'too-many-parts': true, damaged: true, 'not-a-zip': true, 'empty-file': true, 'password-protected': true,
    'not-a-workbook': true, 'too-many-rows': true, 'too-many-columns': true, 'too-many-merged-cells': true, 'template-unsound': true, 'empty-workbook': true,
  },
  note: { 'hidden-sheet': true, formulas: true, 'formula-without-value': true, 'error-value': true, 'merged-cells': true },
  cell: {
    'not-a-template': true, 'newer-format': true, 'missing-sheet': true, 'missing-column': true, 'missing-entry': true, 'empty-cell': true, 'not-a-number': true,
    'not-a-day': true, 'bad-id': true, 'not-allowed': true, 'bad-line': true, 'missing-line': true, 'group-differs': true, 'no-group': true,
  },
  refusal: { 'no-points-column': true, 'no-item-column': true, 'no-items': true },
  draft: { 'points-missing': true, 'points-not-understood': true, 'item-unnamed': true, 'group-points-differ': true, 'total-differs': true },
  reason: {
    empty: true, 'too-long': true, 'full-not-positive': true, 'nothing-understood': true, 'left-over': true, 'full-differs': true, 'not-sound': true, 'cap-scope': true,
    'several-at-once': true, 'percent-of-what': true, 'cases-not-said': true, 'levels-or-elements': true, range: true, mixed: true, 'unusual-word': true,
    'year-assumed': true, 'full-assumed': true, 'names-missing': true,
  },
}

/** Why a file was not read; of an unsound template the cells are listed besides. */
export function workbookProblemWords(t: Speak, problem: WorkbookProblem): string {
  if (problem.kind === 'too-large') return t('rubrics.exchange.workbook.too-large', { limit: Math.round(problem.limitBytes / 1_000_000) })
  if (problem.kind === 'template-unsound') return t('rubrics.exchange.workbook.template-unsound', { n: problem.problems.length })
  return t(`rubrics.exchange.workbook.${problem.kind}`, { ...problem })
}

/** Where in the workbook, as a person finds it: "评分项!F12"; the sheet alone where no cell is to blame. */
export function cellPlace(problem: RubricSheetProblem): string {
  if ('place' in problem) return `${problem.place.sheet}!${problem.place.cell}`
  return 'sheet' in problem ? problem.sheet : ''
}

export function cellProblemWords(t: Speak, problem: RubricSheetProblem): string {
  const allowed = problem.kind === 'not-allowed' ? { allowed: problem.allowed.join(t('ui.listComma')) } : {}
  return t(`rubrics.exchange.cell.${problem.kind}`, { ...problem, ...allowed })
}

export function noteWords(t: Speak, note: WorkbookNote): string {
  return t(`rubrics.exchange.note.${note.kind}`, { ...note })
}

export function draftProblemOfTableWords(t: Speak, problem: DraftProblem): string {
  const row = 'row' in problem ? { row: problem.row + 1 } : {}
  return t(`rubrics.exchange.draft.${problem.kind}`, { ...problem, ...row })
}

export function reasonWords(t: Speak, reason: ProposalReason): string {
  const fields = reason.kind === 'names-missing' ? { fields: reason.fields.map((field) => (field === 'unit' ? t('rubrics.exchange.unit') : fieldWords(t, field))).join(t('ui.listComma')) } : {}
  return t(`rubrics.exchange.reason.${reason.kind}`, { ...reason, ...fields })
}
