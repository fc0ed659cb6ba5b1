import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './pages/browser.js'
import { addUnits, importReports, pasteReport, type FileAnswers, type ImportedReport, type ImportOptions, type UnitRow } from './pages/collectPage.js'
import { exportWorkbook, savePackage } from './pages/deliverPage.js'
import { createProject, openPackage, openProject, openSample, type NewProject } from './pages/projectsPage.js'
import { readRanking, type RankingRow } from './pages/rankPage.js'
import { buildRubric, createFromDraft, goToLibrary, importRubricWorkbook, saveRubric, type ReadStandard, type WorkbookImport } from './pages/rubricDesk.js'
import type { RubricSpec } from './pages/rubricSpec.js'
import { readItem, score, type ItemReading, type PassageShown, type ProofGiven, type ProofShown, type ScoreOptions } from './pages/scorePage.js'
import { scoreAcross, search, type AcrossAnswer, type AcrossReading, type SearchReading } from './pages/searchPage.js'
import { changeSettings, type ChangeSettingsOptions, type SettingsEffectShown } from './pages/settingsDialog.js'
import type { SettingsGiven } from './pages/settingsForm.js'
import { goToDesk, signIn, type Desk } from './pages/shell.js'
import type { AnswerGiven } from './pages/answers.js'

export type { AcrossAnswer, AcrossReading, AnswerGiven, ChangeSettingsOptions, Desk, FileAnswers, ImportedReport, ImportOptions, ItemReading, NewProject, PassageShown, ProofGiven, ProofShown, RankingRow, ReadStandard, RubricSpec, ScoreOptions, SearchReading, SettingsEffectShown, SettingsGiven, UnitRow, WorkbookImport }

/**
 * The driver of the end-to-end tests: page models in the user's words, on the real screens of the production build, with mouse and
 * keyboard, never through the stores. It can be imported by plain tsx, without Vitest; `npm run build` comes first.
 *
 * const app = await launch({ build: 'pwa' })
 * await app.createProject({ name: '2024 评估', year: 2024 })
 * const imported = await app.importReports(['a.txt'], { confirm: 'proposals' })
 * await app.signIn('甲组01')
 * await app.score(imported[0].unit, 'C1', { level: '只表态' }, { note: '没有事项', quote: '……' })
 * const rows = await app.readRanking()
 * const path = await app.exportWorkbook()
 * await app.close()
 */
export interface App {
  /** The page itself, for what the calls below do not cover. */
  readonly page: Page
  /** Address of the product: "http://127.0.0.1:…/", or that of the single file. */
  readonly address: string
  readonly createProject: (project: NewProject) => Promise<void>
  /** Builds a rubric in the desk by hand, from a blank draft; it is saved and without fault when this returns. */
  readonly buildRubric: (spec: RubricSpec) => Promise<void>
  /** Saves the draft at whose desk one is as JSON; its path. */
  readonly saveRubric: () => Promise<string>
  /** Imports a workbook of an owner's own, or our template, into a new draft; one row for every standard that was read. */
  readonly importRubricWorkbook: (path: string, options: WorkbookImport) => Promise<ReadStandard[]>
  /** The library of rubrics. */
  readonly goToRubrics: () => Promise<void>
  /** Opens a project of the list by its name. */
  readonly openProject: (name: string) => Promise<void>
  /** The sample project, in one click from the start page. */
  readonly openSample: () => Promise<void>
  readonly addUnits: (rows: readonly UnitRow[]) => Promise<void>
  /** Gives files of any format and whole folders, answers what is asked, imports. One row per file imported, with what was doubtful about it in the words of the screen. */
  readonly importReports: (paths: readonly string[], options?: ImportOptions) => Promise<ImportedReport[]>
  /** Pastes the text of a report and imports it; `name` is what it is called in the list. */
  readonly pasteReport: (text: string, options?: FileAnswers & { readonly name?: string }) => Promise<ImportedReport>
  /** Other settings for the open project, for a reason; what the dialog says will change, before it does. Throws the words of a refusal. */
  readonly changeSettings: (settings: SettingsGiven, reason: string, options?: ChangeSettingsOptions) => Promise<SettingsEffectShown | null>
  readonly signIn: (assessor: string) => Promise<void>
  /** Gives an answer, a state or what the program counted (`accept`), with its grounds, and waits until the screen says that it is written. */
  readonly score: (unit: string, itemId: string, answer: AnswerGiven | null, options?: ScoreOptions) => Promise<void>
  readonly readItem: (unit: string, itemId: string) => Promise<ItemReading>
  /** Searches all reports of the open project; several phrases, parted by blanks, must all stand in a report. */
  readonly search: (phrase: string) => Promise<SearchReading>
  /** Scores one item unit after unit in the view across units; what the cards say afterwards. */
  readonly scoreAcross: (itemId: string, answers: readonly AcrossAnswer[]) => Promise<AcrossReading[]>
  /** One row for every unit of every group, unranked ones with reason and provisional range. */
  readonly readRanking: () => Promise<RankingRow[]>
  /** Path of the saved .xlsx; with a second volume of score sheets (above 100 units) the first one. */
  readonly exportWorkbook: () => Promise<string>
  /** Saves the open project to a file; its path. */
  readonly savePackage: () => Promise<string>
  readonly openPackage: (path: string, options?: { readonly onConflict?: 'copy' | 'replace' }) => Promise<void>
  readonly goTo: (desk: Desk) => Promise<void>
  readonly screenshot: (path: string) => Promise<void>
  /** Console messages and page errors so far, "error: …", and everything that was refused by the content security policy. */
  readonly console: () => readonly string[]
  /** Addresses asked for outside the product's own origin (data: and blob: are inside). */
  readonly foreignRequests: () => readonly string[]
  /** Kills the browser's processes at once, as a crash would; launch again with the same profile. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  /** The build to drive: the served one (default), or the single file, opened from disk. */
  readonly build?: 'pwa' | 'file'
  /** Folder of the browser profile; the same folder again is the same person's laptop. Default: a new one. */
  readonly profile?: string
  /** The cable is pulled: no name and no address but this machine's can be reached. The local server still answers. */
  readonly offline?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

export async function launch(options: LaunchOptions = {}): Promise<App> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'zhunsheng-profile-'))
  const downloads = mkdtempSync(join(tmpdir(), 'zhunsheng-downloads-'))
  const opened = await openBrowser({ build: options.build ?? 'pwa', profile, offline: options.offline ?? false, viewport: options.viewport ?? { width: 1366, height: 768 } })
  const { page, context, address, messages, foreign } = opened
  return {
    page,
    address,
    createProject: (project) => (isDraftName(project.rubric) ? createFromDraft(page, project.rubric, project) : createProject(page, project)),
    buildRubric: (spec) => buildRubric(page, spec),
    saveRubric: () => saveRubric(page, downloads),
    importRubricWorkbook: (path, importOptions) => importRubricWorkbook(page, path, importOptions),
    goToRubrics: () => goToLibrary(page),
    openProject: (name) => openProject(page, name),
    openSample: () => openSample(page),
    addUnits: (rows) => addUnits(page, rows),
    importReports: (paths, importOptions = {}) => importReports(page, paths, importOptions),
    pasteReport: (text, pasteOptions = {}) => pasteReport(page, text, pasteOptions),
    changeSettings: (settings, reason, changeOptions = {}) => changeSettings(page, settings, reason, changeOptions),
    signIn: (assessor) => signIn(page, assessor),
    score: (unit, itemId, answer, scoreOptions = {}) => score(page, unit, itemId, answer, scoreOptions),
    readItem: (unit, itemId) => readItem(page, unit, itemId),
    search: (phrase) => search(page, phrase),
    scoreAcross: (itemId, answers) => scoreAcross(page, itemId, answers),
    readRanking: () => readRanking(page),
    exportWorkbook: () => exportWorkbook(page, downloads),
    savePackage: () => savePackage(page, downloads),
    openPackage: (path, packageOptions = {}) => openPackage(page, path, packageOptions),
    goTo: (desk) => goToDesk(page, desk),
    screenshot: async (path) => {
      await page.screenshot({ path })
    },
    console: () => messages,
    foreignRequests: () => foreign,
    kill: async () => {
      // Every process of this browser names the profile in its arguments, and nothing else does.
      spawnSync('pkill', ['-9', '-f', profile])
      await opened.stop()
    },
    close: () => close(context, opened.stop),
  }
}

/** Neither a file nor one of the keys of the program, which are all lower-case letters with hyphens. */
function isDraftName(rubric: string | undefined): rubric is string {
  return rubric !== undefined && !rubric.endsWith('.json') && !/^[a-z0-9-]+$/.test(rubric)
}

async function close(context: BrowserContext, stop: () => Promise<void>): Promise<void> {
  await context.close()
  await stop()
}
