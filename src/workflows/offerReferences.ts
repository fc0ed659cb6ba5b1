import type { AssessorId, ProjectId } from '#core/ids'
import { equalPoints, formatPoints, type Points } from '#core/points'
import type { RankingRow } from '#core/ranking/ranking'
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
  /** Only 'final' and 'invalid' (which counts as 0) can be taken; with the others the item stays pending (METHOD §6A.25). */
  readonly standing: 'final' | 'invalid' | 'provisional' | 'suspended' | 'none'
  /** The final total after vetoes, unrounded: "1234/25"; null where it cannot be taken. */
  readonly exact: string | null
  /** The same as the other project shows it; null without a total. */
  readonly shown: string | null
}

/**
 * What other projects with a rubric of this key hold on a unit of the same name: one offer an assessor, the projects of the same year
 * first. Removed projects and assessors without an entry on the unit are left out.
 */
export async function offerReferences(projectId: ProjectId, wanted: { readonly rubricKey: string; readonly unitName: string; readonly year: number }): Promise<ReferenceOffer[]> {
  const projects = (await firstOf(watchProjects())).filter((project) => project.id !== projectId && project.removedAt === null)
  const offers: ReferenceOffer[] = []
  for (const project of projects) {
    const { rubric } = await rubricOfProject(project.id)
    if (rubric.key !== wanted.rubricKey) continue
    for (const assessor of await assessorsOfProject(project.id)) {
      const rankings = await computeRanking(project.id, assessor.id)
      const row = rankings.flatMap(({ rows }) => rows).find(({ name }) => name.trim() === wanted.unitName.trim())
      if (!row || row.reason === 'nothing-scored') continue
      const about = { projectId: project.id, projectName: project.name, year: project.year, assessorId: assessor.id, assessorName: assessor.name }
      offers.push({ ...about, ...resultOf(row, project.settings.decimals) })
    }
  }
  const otherYear = (offer: ReferenceOffer): number => (offer.year === wanted.year ? 0 : 1)
  return offers.sort((a, b) => otherYear(a) - otherYear(b) || b.year - a.year)
}

/** What one row of a ranking is worth to a reference. */
export function resultOf(row: Pick<RankingRow, 'reason' | 'provisional' | 'tree'>, decimals: number): Pick<ReferenceOffer, 'standing' | 'exact' | 'shown'> {
  const total = row.tree.total
  const shown = total && formatPoints(total.low, decimals)
  if (row.reason === 'invalid') return { standing: 'invalid', exact: '0', shown }
  if (row.reason === 'suspended') return { standing: 'suspended', exact: null, shown }
  if (!total) return { standing: 'none', exact: null, shown }
  if (row.provisional || row.reason === 'veto-open' || !equalPoints(total.low, total.high)) return { standing: 'provisional', exact: null, shown }
  return { standing: 'final', exact: exactText(total.low), shown }
}

function exactText({ numerator, denominator }: Points): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
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
