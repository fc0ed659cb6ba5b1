import type { ProjectProblem } from '#workflows/createProject'
import type { OpenProjectProblem } from '#workflows/openProjectFile'
import type { WorkFileProblem } from '#workflows/workFile'
import type { SettingsProblem } from '#workflows/changeSettings'
import type { DraftProblem } from './projectDraft'
import type { RubricFileProblem } from './readRubricFile'
import type { SettingsDraftProblem } from './settings/settingsDraft'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export function rubricFileWords(t: Speak, problem: RubricFileProblem): string {
  switch (problem.kind) {
    case 'too-large': return t('projects.rubricFile.too-large', { size: inMegabytes(problem.sizeBytes), limit: inMegabytes(problem.limitBytes) })
    case 'empty': return t('projects.rubricFile.empty')
    case 'not-json': return t('projects.rubricFile.not-json', { detail: problem.detail })
    case 'refused': return t('projects.rubricFile.refused', { n: problem.problems.length })
  }
}

export function draftProblemWords(t: Speak, problem: DraftProblem): string {
  return t(`projects.draftProblem.${problem}`)
}

export function settingsProblemWords(t: Speak, problem: SettingsDraftProblem): string {
  return t(`projects.draftProblem.${problem}`)
}

export const settingsProblemKinds = ['who-missing', 'reason-missing', 'settings-unchanged', 'settings-stale'] as const

/** Why settings were not changed. */
export function changeProblemWords(t: Speak, problem: SettingsProblem): string {
  switch (problem.kind) {
    case 'who-missing':
    case 'reason-missing':
    case 'settings-unchanged':
    case 'settings-stale': return t(`projects.settingsProblem.${problem.kind}`)
    default: return projectProblemWords(t, problem)
  }
}

/** The compiler asks for an entry of every kind; a test asks for words of every entry, in both languages. */
export const projectProblemKinds: Readonly<Record<ProjectProblem['kind'], true>> = {
  'name-missing': true, 'name-too-long': true, 'year-out-of-range': true, 'decimals-out-of-range': true, 'bands-missing': true,
  'band-name-missing': true, 'band-name-twice': true, 'bands-not-falling': true, 'bands-leave-a-gap': true,
  'quota-out-of-range': true, 'quota-of-no-band': true, 'quota-of-last-band': true, 'tie-break-twice': true, 'tie-break-unknown': true, 'rubric-unsound': true,
  'data-newer-than-app': true, 'data-unreadable': true, 'quota-exceeded': true, 'stale-entry': true, 'not-found': true,
  'already-there': true, 'report-already-there': true, 'name-taken': true, 'invalid-record': true, 'storage-failed': true,
}

export function projectProblemWords(t: Speak, problem: ProjectProblem): string {
  const named: Record<string, unknown> = { ...problem }
  if (problem.kind === 'rubric-unsound') named['count'] = problem.problems.length
  if (problem.kind === 'invalid-record') named['path'] = `${problem.problem.record} ${problem.problem.path}`
  return t(`projects.projectProblem.${problem.kind}`, named)
}

/** Why a project file was not opened; 'project-exists' is a question, not a problem, and has its own dialog. */
export function openProblemWords(t: Speak, problem: Exclude<OpenProjectProblem, { kind: 'project-exists' }>): string {
  switch (problem.kind) {
    case 'not-a-project-file': return t('projects.openProblem.not-a-project-file')
    case 'file-newer-than-app': return t('projects.openProblem.file-newer-than-app', { found: problem.found, supported: problem.supported, version: problem.appVersion })
    case 'damaged': return problem.path === '' ? t('projects.openProblem.damaged-whole') : t('projects.openProblem.damaged', { path: problem.path })
    case 'too-large': return t('projects.openProblem.too-large', { size: inMegabytes(problem.sizeBytes), limit: inMegabytes(problem.limitBytes) })
    case 'passphrase-needed': return t('projects.openProblem.passphrase-needed')
    case 'wrong-passphrase': return t('projects.openProblem.wrong-passphrase')
    case 'sealing-unavailable': return t('projects.openProblem.sealing-unavailable')
    case 'sealed-newer-than-app': return t('projects.openProblem.sealed-newer-than-app', { found: problem.found })
    case 'unsound': return t('projects.openProblem.unsound', { detail: t(`projects.unsound.${problem.problem.kind}`, { ...problem.problem }) })
    default: return projectProblemWords(t, problem)
  }
}

/** Why a project was not saved to a file, in the words of its row; the desk 成果 has more room. */
export function saveProblemWords(t: Speak, problem: WorkFileProblem): string {
  switch (problem.kind) {
    case 'no-work-file':
    case 'permission-needed':
    case 'passphrase-needed':
    case 'file-gone':
    case 'changed-outside': return t(`projects.saveProblem.${problem.kind}`)
    case 'write-failed': return t('projects.saveProblem.write-failed', { detail: problem.detail })
    case 'too-large': return t('projects.saveProblem.too-large', { size: inMegabytes(problem.sizeBytes), limit: inMegabytes(problem.limitBytes) })
    case 'sealing-unavailable': return t('projects.openProblem.sealing-unavailable')
    default: return projectProblemWords(t, problem)
  }
}

function inMegabytes(sizeBytes: number): string {
  return (sizeBytes / 1_000_000).toFixed(1)
}
