import type { ReviewField } from '#features/collect/intake/fileReview'
import type { JudgedFile } from '#features/collect/intake/fileStatus'
import type { Doubt, DoubtCause } from '#features/collect/intake/reviewDoubts'

/** One question that several files raise. */
export interface DoubtGroup {
  readonly key: string
  readonly field: ReviewField
  readonly cause: DoubtCause
  /** confirm: a suggestion, one button settles it for all · choose: for all, if the person says so (replace, leave empty) · each: file by file. */
  readonly answer: 'confirm' | 'choose' | 'each'
  /** Maybe a file that does not belong here at all: nobody should agree to it by a habit of pressing the button. */
  readonly isGrave: boolean
  readonly files: readonly { readonly key: string; readonly fileName: string; readonly doubtKey: string }[]
}

/** The gravest first: what may not belong here at all, whose it is, then what is said about it. */
const order: readonly DoubtCause['kind'][] = [
  'other-kind', 'year-differs', 'two-units', 'code-differs', 'unit-missing', 'unit-ambiguous', 'unit-taken', 'unit-has-report', 'unit-unknown', 'unit-likely', 'unit-unsure',
  'name-empty', 'name-too-long', 'name-exists', 'kind-missing', 'level-missing', 'code-open', 'code-unsure', 'not-a-code', 'not-a-year', 'not-a-day', 'before-year', 'before-signed', 'doubtful',
]

const grave: ReadonlySet<DoubtCause['kind']> = new Set(['other-kind', 'year-differs', 'two-units', 'code-differs', 'unit-has-report'])

/** The open questions of all files, those that are alike together. */
export function groupDoubts(files: readonly JudgedFile[]): DoubtGroup[] {
  const groups = new Map<string, { readonly group: Omit<DoubtGroup, 'files'>; readonly files: DoubtGroup['files'][number][] }>()
  for (const { review, doubts } of files) {
    for (const doubt of doubts) {
      const key = groupKey(doubt)
      const known = groups.get(key) ?? { group: { key, field: doubt.field, cause: doubt.cause, answer: answerOf(doubt), isGrave: grave.has(doubt.cause.kind) }, files: [] }
      known.files.push({ key: review.key, fileName: review.proposal.fileName, doubtKey: doubt.key })
      groups.set(key, known)
    }
  }
  return [...groups.values()]
    .map(({ group, files: raised }) => ({ ...group, files: raised }))
    .sort((a, b) => order.indexOf(a.cause.kind) - order.indexOf(b.cause.kind) || b.files.length - a.files.length)
}

/** The answers to whole groups: the doubts to settle, by the key of their file. */
export function answersOf(groups: readonly DoubtGroup[]): Map<string, readonly string[]> {
  const answers = new Map<string, string[]>()
  for (const { files } of groups) {
    for (const { key, doubtKey } of files) answers.set(key, [...(answers.get(key) ?? []), doubtKey])
  }
  return answers
}

function groupKey({ field, cause }: Doubt): string {
  switch (cause.kind) {
    case 'other-kind':
      return `${cause.kind} ${cause.found}`
    case 'year-differs':
      return `${cause.kind} ${cause.year}`
    default:
      return `${cause.kind} ${field}`
  }
}

function answerOf({ answer, cause }: Doubt): DoubtGroup['answer'] {
  if (cause.kind === 'unit-has-report' || cause.kind === 'code-open') return 'choose'
  return answer === 'confirm' ? 'confirm' : 'each'
}
