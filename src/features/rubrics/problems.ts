import type { Finding } from '#core/rubric/edit/draftFindings'
import { nodeAt, placeOfPath } from '#core/rubric/edit/nodePlace'
import type { Rubric } from '#core/rubric/rubric'
import { rubricProblemWords } from '#ui/rubricProblemWords'
import type { RubricDraftProblem } from '#workflows/rubricDrafts'
import type { DraftFileProblem } from './readDraftFile'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export function fileProblemWords(t: Speak, problem: DraftFileProblem): string {
  switch (problem.kind) {
    case 'too-large': return t('rubrics.file.too-large', { size: inMegabytes(problem.sizeBytes), limit: inMegabytes(problem.limitBytes) })
    case 'empty': return t('rubrics.file.empty')
    case 'not-json': return problem.line === null ? t('rubrics.file.not-json', { detail: problem.detail }) : t('rubrics.file.not-json-line', { detail: problem.detail, line: problem.line })
    case 'refused': return t('rubrics.file.refused', { n: problem.problems.length })
  }
}

/** The compiler asks for an entry of every kind; a test asks for words of every entry, in both languages. */
export const draftProblemKinds: Readonly<Record<RubricDraftProblem['kind'], true>> = {
  'draft-stale': true, 'draft-gone': true, 'data-newer-than-app': true, 'data-unreadable': true, 'quota-exceeded': true, 'stale-entry': true,
  'not-found': true, 'already-there': true, 'report-already-there': true, 'name-taken': true, 'invalid-record': true, 'storage-failed': true,
}

export function draftProblemWords(t: Speak, problem: RubricDraftProblem): string {
  const named: Record<string, unknown> = { ...problem }
  if (problem.kind === 'invalid-record') named['path'] = problem.problem.path
  return t(`rubrics.problem.${problem.kind}`, named)
}

export function findingWords(t: Speak, finding: Finding): string {
  return finding.severity === 'error' ? rubricProblemWords(t, finding.problem) : t(`rubrics.warning.${finding.kind}`)
}

/** The node that a place in the file belongs to, in words: "C5 行政执法"; the rest of the path as the file has it. */
export function placeWords(t: Speak, rubric: Rubric, path: string): string {
  const place = placeOfPath(path)
  const node = nodeAt(rubric, place)
  const rest = path.slice(place.length).replace(/^\./, '')
  const name = node ? `${node.id} ${node.name}`.trim() || t('rubrics.unnamed') : t('rubrics.wholeRubric')
  const field = fieldWords(t, rest)
  return field === '' ? name : `${name} · ${field}`
}

/** "rule.levels[2].points" → "第 3 档 · 分值", as far as the parts have words; the rest is left as written. */
export function fieldWords(t: Speak, rest: string): string {
  const known = rest.replace(/^rule(\.|$)/, '').split('.').filter((part) => part !== '')
  return known
    .map((part) => {
      const [, name, index] = /^([\w$-]+)(?:\[(\d+)\])?$/.exec(part) ?? []
      if (name === undefined || !(name in pathParts)) return part
      const words = t(`rubrics.pathPart.${name}`)
      return index === undefined ? words : t('rubrics.partNumbered', { part: words, n: Number(index) + 1 })
    })
    .join(' · ')
}

/** Parts of paths that have words (`rubrics.pathPart.*`). */
export const pathParts: Readonly<Record<string, true>> = {
  full: true, name: true, id: true, key: true, version: true, guidance: true, criterion: true, label: true, points: true, levels: true,
  elements: true, marks: true, causes: true, perEvent: true, cap: true, floor: true, kinds: true, breaks: true, scale: true, steps: true,
  step: true, sources: true, weight: true, bases: true, basis: true, variants: true, when: true, cueWords: true, examples: true, groups: true,
  children: true, totalSources: true, own: true, mergeAt: true, bonus: true, negative: true, vetoes: true, items: true, consistency: true, gate: true, deadline: true, zeroAt: true,
  fullAt: true, numerator: true, denominator: true, measure: true, subItem: true, dateLabel: true, until: true, otherwise: true, rate: true,
  share: true, value: true, title: true, short: true, inForceTo: true, effect: true, at: true, by: true, item: true, message: true,
  notApplicable: true, passage: true, ruling: true, place: true, award: true, late: true, rubric: true, y: true, x: true,
  en: true, summary: true, unit: true, note: true, reason: true,
}

function inMegabytes(sizeBytes: number): string {
  return (sizeBytes / 1_000_000).toFixed(1)
}
