import type { Instant, ProjectId, Sha256 } from '#core/ids'
import { aBoolean, aHash, aName, aNumber, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, isObject, joinPath, oneOf, orNull } from '#core/records/shape'
import type { Check, RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

/** Version names of the record's shape; a shipped one is never edited. */
export const projectVersions = { Initial: 1 } as const

/** One assessment (评估项目): a report year, a rubric version, the settings. */
export interface ProjectRecord {
  readonly id: ProjectId
  readonly name: string
  /** The year the reports are about (report year). */
  readonly year: number
  readonly rubricHash: Sha256
  readonly settings: ProjectSettings
  /** What was changed about the settings, oldest first; left out where nothing was. Appended, never edited. */
  readonly settingsChanges?: readonly SettingsChange[]
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly archivedAt: Instant | null
  /** Deleted, still restorable until it is purged. */
  readonly removedAt: Instant | null
  readonly sample: boolean
}

export interface ProjectSettings {
  /** Decimals shown, 0–4. Rounding is half up, once, at the edge. */
  readonly decimals: number
  /** What the ranking and the bands read. */
  readonly rankOn: 'rounded' | 'unrounded'
  /** competition 1,2,2,4 · dense 1,2,2,3. */
  readonly tieRule: 'competition' | 'dense'
  /** Whether units with pending or unscored items get a place (by the low end of their range), marked as provisional. */
  readonly rankProvisional: boolean
  /** From best to worst; each holds on [from, next better's from), the top one unbounded; the last has from 0. */
  readonly bands: readonly Band[]
  /** Only so many of the ranked units of a group may be in this band; at least one (METHOD §6A.22). */
  readonly quota?: Quota
  /** What parts equal totals, in this order; what it does not part shares the place (METHOD §6A.23). */
  readonly tieBreak?: readonly TieBreak[]
}

/** One change of the settings: which were in force until `at`, and which from then on. */
export interface SettingsChange {
  readonly at: Instant
  /** Name of who changed them, as given then: a project lead need not be an assessor. */
  readonly by: string
  readonly reason: string
  readonly from: ProjectSettings
  readonly to: ProjectSettings
}

export interface Quota {
  readonly band: string
  /** Share of the ranked units in percent, above 0 and at most 100. */
  readonly percent: number
}

export type TieBreak =
  /** Points of a level-1 node, more first. */
  | { readonly kind: 'dimension'; readonly id: string }
  | { readonly kind: 'fewerDeductions' }
  | { readonly kind: 'earlierPublication' }

export interface Band {
  readonly name: string
  readonly from: number
}

export const defaultSettings: ProjectSettings = {
  decimals: 2,
  rankOn: 'rounded',
  tieRule: 'competition',
  rankProvisional: false,
  bands: [
    { name: '优秀', from: 90 },
    { name: '良好', from: 80 },
    { name: '合格', from: 60 },
    { name: '不合格', from: 0 },
  ],
}

export function checkProjectRecord(value: unknown): Result<ProjectRecord, RecordProblem> {
  return checkedAs<ProjectRecord>('project', project, value)
}

/** Projects whose settings were never changed are without the list. */
const project: Check = (value, path) => {
  if (!isObject(value) || !Object.hasOwn(value, 'settingsChanges')) return projectShape(value, path)
  const { settingsChanges, ...rest } = value
  return projectShape(rest, path) ?? anArray(settingsChange)(settingsChanges, joinPath(path, 'settingsChanges'))
}

const bandList = anArray(anObject<Band>({ name: aName, from: aNumber }))

/** Bands fall strictly and end at 0, or some total would belong to none or to two. */
const bands: Check = (value, path) => {
  const misfit = bandList(value, path)
  if (misfit) return misfit
  const list = value as readonly Band[]
  const falling = list.every((band, index) => index === 0 || band.from < (list[index - 1] as Band).from)
  return falling && list.at(-1)?.from === 0 ? null : { path, expected: 'bands from best to worst, the last from 0' }
}

const quota = anObject<Quota>({ band: aName, percent: aNumber })
const tieBreaks: Readonly<Record<TieBreak['kind'], Check>> = {
  dimension: anObject({ kind: oneOf('dimension'), id: anId }),
  fewerDeductions: anObject({ kind: oneOf('fewerDeductions') }),
  earlierPublication: anObject({ kind: oneOf('earlierPublication') }),
}
const tieBreak: Check = (value, path) => {
  const kind = isObject(value) ? value['kind'] : undefined
  const check = typeof kind === 'string' && Object.hasOwn(tieBreaks, kind) ? tieBreaks[kind as TieBreak['kind']] : null
  return check ? check(value, path) : { path, expected: 'a way to part ties' }
}

/** Settings of projects older than quota and tie-breaks are without them; a field that is there must be right. */
const settings: Check = (value, path) => {
  if (!isObject(value)) return { path, expected: 'an object' }
  const { quota: ofQuota, tieBreak: ofTies, ...rest } = value
  const misfit =
    plainSettings(rest, path) ??
    (Object.hasOwn(value, 'quota') ? quota(ofQuota, joinPath(path, 'quota')) : null) ??
    (Object.hasOwn(value, 'tieBreak') ? anArray(tieBreak)(ofTies, joinPath(path, 'tieBreak')) : null)
  if (misfit) return misfit
  const limit = (value as unknown as ProjectSettings).quota
  if (!limit) return null
  if (!(limit.percent > 0 && limit.percent <= 100)) return { path: joinPath(path, 'quota.percent'), expected: 'a percentage above 0' }
  const named = (value as unknown as ProjectSettings).bands.some((band) => band.name === limit.band)
  return named ? null : { path: joinPath(path, 'quota.band'), expected: 'the name of a band' }
}

const settingsChange = anObject<SettingsChange>({ at: anInstant, by: aName, reason: aName, from: settings, to: settings })

const plainSettings = anObject<Omit<ProjectSettings, 'quota' | 'tieBreak'>>({
  decimals: aWholeNumber(0, 4),
  rankOn: oneOf('rounded', 'unrounded'),
  tieRule: oneOf('competition', 'dense'),
  rankProvisional: aBoolean,
  bands,
})

const projectShape = anObject<Omit<ProjectRecord, 'settingsChanges'>>({
  id: anId,
  name: aName,
  year: aWholeNumber(1, 9999),
  rubricHash: aHash,
  settings,
  createdAt: anInstant,
  changedAt: anInstant,
  archivedAt: orNull(anInstant),
  removedAt: orNull(anInstant),
  sample: aBoolean,
})
