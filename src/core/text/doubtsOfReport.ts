import type { ReportId, Sha256, UnitId } from '#core/ids'
import { plainName } from '#core/text/plainName'
import { readTitle } from '#core/text/readTitle'
import type { DocumentKind, ReportProposal } from '#core/text/reportProposal'

/** What a proposal is held against; of the reports only the versions that stand. */
export interface KnownProject {
  readonly year: number
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly reports: readonly { readonly id: ReportId; readonly unitId: UnitId; readonly year: number | null; readonly bytesHash: Sha256; readonly textHash: Sha256 }[]
  /** The unit for which the file was dropped, if it was dropped for one. */
  readonly unitId?: UnitId | null
}

type Place = { readonly start: number; readonly end: number } | null

/**
 * A reason to ask before a report is scored, with its place in the text (null = not from the text). Never a refusal.
 * other-kind: not an annual report on law-based government. other-year. other-unit: it was dropped for another unit. unknown-unit: no
 * unit of the project is called so. two-units: title, signature or file name name another body. same-file, same-text: it is there.
 * new-version: the unit has a report for the year already.
 */
export type ReportDoubt =
  | { readonly kind: 'other-kind'; readonly found: Exclude<DocumentKind, 'annual-report'>; readonly confidence: 'certain' | 'doubtful'; readonly place: Place }
  | { readonly kind: 'other-year'; readonly found: number; readonly expected: number; readonly place: Place }
  | { readonly kind: 'other-unit'; readonly found: string; readonly expected: string; readonly place: Place }
  | { readonly kind: 'unknown-unit'; readonly found: string; readonly place: Place }
  | { readonly kind: 'two-units'; readonly found: string; readonly other: string; readonly place: Place }
  | { readonly kind: 'same-file' | 'same-text' | 'new-version'; readonly reportId: ReportId; readonly unitId: UnitId; readonly place: null }

/**
 * Whether a proposal is the document that the project expects: kind, year, unit, and whether the same is there already (by hash; nearly
 * the same is for sameness to find). In the order in which a person should read them; none = nothing to ask here. What the
 * proposal does not know raises no doubt: a missing year is asked for anyway.
 * @example doubtsOfReport(proposal, { year: 2023, units, reports }) // [{ kind: 'other-year', found: 2022, expected: 2023, place }]
 */
export function doubtsOfReport(proposal: ReportProposal, project: KnownProject): ReportDoubt[] {
  return [...doubtsOfCopies(proposal, project), ...doubtOfKind(proposal), ...doubtOfYear(proposal, project), ...doubtsOfUnit(proposal, project)]
}

function doubtsOfCopies(proposal: ReportProposal, { reports, units }: KnownProject): ReportDoubt[] {
  const copy = (kind: 'same-file' | 'same-text' | 'new-version', report: KnownProject['reports'][number]): ReportDoubt => ({ kind, reportId: report.id, unitId: report.unitId, place: null })
  const sameFile = reports.filter(({ bytesHash }) => bytesHash === proposal.bytesHash)
  const sameText = reports.filter(({ bytesHash, textHash }) => textHash === proposal.textHash && bytesHash !== proposal.bytesHash)
  if (sameFile.length + sameText.length > 0) return [...sameFile.map((report) => copy('same-file', report)), ...sameText.map((report) => copy('same-text', report))]
  const unit = units.find(({ name }) => isSameName(name, proposal.unitName.value))
  const earlier = reports.filter((report) => report.unitId === unit?.id && report.year !== null && report.year === proposal.year.value)
  return earlier.map((report) => copy('new-version', report))
}

function doubtOfKind({ documentKind }: ReportProposal): ReportDoubt[] {
  const { value, confidence, place } = documentKind
  return value === null || value === 'annual-report' || confidence === 'missing' ? [] : [{ kind: 'other-kind', found: value, confidence, place }]
}

function doubtOfYear({ year }: ReportProposal, project: KnownProject): ReportDoubt[] {
  return year.value === null || year.value === project.year ? [] : [{ kind: 'other-year', found: year.value, expected: project.year, place: year.place }]
}

function doubtsOfUnit(proposal: ReportProposal, { units, unitId }: KnownProject): ReportDoubt[] {
  const { value: found, place } = proposal.unitName
  if (found === null) return []
  const expected = units.find(({ id }) => id === unitId)?.name
  const other = bodyOfFileName(proposal)
  return [
    ...(expected !== undefined && !isSameName(expected, found) ? [{ kind: 'other-unit' as const, found, expected, place }] : []),
    ...(expected === undefined && units.length > 0 && !units.some(({ name }) => isSameName(name, found)) ? [{ kind: 'unknown-unit' as const, found, place }] : []),
    ...(other !== null && !isSameName(other, found) ? [{ kind: 'two-units' as const, found, other, place }] : []),
  ]
}

/** The body that the file name names, where the unit was found elsewhere; null when it names none, or only a part of the same name. */
function bodyOfFileName({ fileName, unitName }: ReportProposal): string | null {
  if (unitName.source === 'file-name') return null
  const [body] = readTitle(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')).bodies
  return body?.place ? body.name : null
}

/** 望川县, 望川县政府 and 望川县人民政府 are one unit; the full path (甲州市望川县人民政府) is, too. */
function isSameName(a: string, b: string | null): boolean {
  if (b === null) return false
  const [one, two] = [bareName(a), bareName(b)]
  return one === two || (one.length >= 3 && two.length >= 3 && (one.endsWith(two) || two.endsWith(one)))
}

function bareName(name: string): string {
  return plainName(name).replace(/(?:人民政府|政府)$/, '').replace(/(?<=街道)办事处$/, '')
}
