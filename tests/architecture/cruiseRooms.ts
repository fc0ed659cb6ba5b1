import { createRequire } from 'node:module'
import { cruise, type ICruiseResult, type IForbiddenRuleType, type ICruiseOptions } from 'dependency-cruiser'

interface Rooms {
  readonly forbidden: IForbiddenRuleType[]
  readonly options: ICruiseOptions
}

export const rooms = createRequire(import.meta.url)('./rooms.cjs') as Rooms

/** Checks a tree (seen from the root of the project) against the rules of rooms.cjs. */
export async function cruiseRooms(folder: string): Promise<ICruiseResult> {
  const { options, forbidden } = rooms
  const { output } = await cruise([folder], { ...options, validate: true, ruleSet: { forbidden } }, options.enhancedResolveOptions)
  if (typeof output === 'string') throw new Error(output)
  return output
}

/** One line a violation: rule: from → to. */
export function violationsOf(result: ICruiseResult): string[] {
  return result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`).sort()
}
