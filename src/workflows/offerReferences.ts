import type { AssessorId, ProjectId } from '#core/ids'
import { formatPoints, writeFraction } from '#core/points'
import type { RankingRow } from '#core/ranking/ranking'
import { closesCircle } from '#core/ranking/resultForReference'
import type { ProjectRecord } from '#core/records/projectRecord'
import { allItems } from '#core/rubric/allItems'
import type { Rubric } from '#core/rubric/rubric'
import { watchProjects } from '#storage/queries/watchProjects'
import { assessorsOfProject } from '#storage/queries/assessorsOfProject'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { computeRanking } from '#workflows/computeRanking'

/** A result of another project on this machine that an item by reference (R15) may take. */
export interface ReferenceOffer {
  readonly projectId: ProjectId
  readonly projectName: string
  readonly year: number
  readonly assessorId: AssessorId
  readonly assessorName: string
  /**
   * 'final' and 'invalid' (which counts as 0) bring points; 'provisional' a range, with which the item stays pending; with the others it
   * is pending and nothing is known; 'circle' is refused, since that result rests on this one (METHOD §6A.25).
   */
  readonly standing: 'final' | 'invalid' | 'provisional' | 'suspended' | 'veto-open' | 'none' | 'circle'
  /** What the item takes: the final total after vetoes, unrounded ("1234/25"), or both ends of it; null where it cannot be taken. */
  readonly taken: { readonly exact: string } | { readonly low: string; readonly high: string } | null
  /** The total as the other project shows it, low equal to high where it is final; null without one. */
  readonly shown: { readonly low: string; readonly high: string } | null
}

/**
 * What other projects with a rubric of this key hold on a unit of the same name: one offer an assessor, the projects of the same year
 * first. Removed projects and assessors without an entry on the unit are left out.
 */
export async function offerReferences(projectId: ProjectId, wanted: { readonly rubricKey: string; readonly unitName: string; readonly year: number }): Promise<ReferenceOffer[]> {
  const standing = (await firstOf(watchProjects())).filter((project) => project.removedAt === null)
  const withRubrics = await Promise.all(standing.map(async (project) => ({ project, rubric: (await rubricOfProject(project.id)).rubric })))
  const references = new Map(withRubrics.map((one) => [one.project.id as string, referredTo(one, withRubrics)]))
  const offers: ReferenceOffer[] = []
  for (const { project, rubric } of withRubrics) {
    if (project.id === projectId || rubric.key !== wanted.rubricKey) continue
    const isCircle = closesCircle(projectId, project.id, references)
    for (const assessor of await assessorsOfProject(project.id)) {
      const rankings = await computeRanking(project.id, assessor.id)
      const row = rankings.flatMap(({ rows }) => rows).find(({ name }) => name.trim() === wanted.unitName.trim())
      if (!row || row.reason === 'nothing-scored') continue
      const about = { projectId: project.id, projectName: project.name, year: project.year, assessorId: assessor.id, assessorName: assessor.name }
      const result = resultOf(row, project.settings.decimals)
      offers.push({ ...about, ...(isCircle ? { standing: 'circle' as const, taken: null, shown: result.shown } : result) })
    }
  }
  const otherYear = (offer: ReferenceOffer): number => (offer.year === wanted.year ? 0 : 1)
  return offers.sort((a, b) => otherYear(a) - otherYear(b) || b.year - a.year)
}

interface ProjectWithRubric {
  readonly project: ProjectRecord
  readonly rubric: Rubric
}

/** Projects whose results a project may take: those scored by a rubric that its own refers to, of its year or an earlier one. */
function referredTo({ project, rubric }: ProjectWithRubric, all: readonly ProjectWithRubric[]): string[] {
  const rules = allItems(rubric).flatMap((item) => [item.rule, ...(item.variants ?? []).flatMap((variant) => variant.rule ?? [])])
  const keys = new Set(rules.flatMap((rule) => (rule.kind === 'reference' && rule.rubric !== undefined ? [rule.rubric] : [])))
  return all.filter((other) => other.project.id !== project.id && keys.has(other.rubric.key) && other.project.year <= project.year).map((other) => other.project.id)
}

/** What one row of a ranking is worth to a reference. */
export function resultOf(row: Pick<RankingRow, 'reason' | 'tree'>, decimals: number): Pick<ReferenceOffer, 'standing' | 'taken' | 'shown'> {
  const { total } = row.tree
  const shown = total && { low: formatPoints(total.low, decimals), high: formatPoints(total.high, decimals) }
  if (row.reason === 'invalid') return { standing: 'invalid', taken: { exact: '0' }, shown }
  if (row.reason === 'suspended' || row.reason === 'veto-open') return { standing: row.reason, taken: null, shown }
  if (!total) return { standing: 'none', taken: null, shown }
  const [low, high] = [writeFraction(total.low), writeFraction(total.high)]
  return low === high ? { standing: 'final', taken: { exact: low }, shown } : { standing: 'provisional', taken: { low, high }, shown }
}

/** The first answer of a live query. */
function firstOf<T>(live: { subscribe(next: (value: T) => void, error: (error: unknown) => void): { unsubscribe(): void } }): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscription = live.subscribe((value) => {
      resolve(value)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}
