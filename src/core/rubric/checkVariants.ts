import type { RubricItem, RuleVariant, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

const kinds: readonly UnitKind[] = ['government', 'department']
const levels: readonly UnitLevel[] = ['province', 'city', 'county', 'township']

/**
 * Variants that no body is ever scored by, because the ones before them take all of theirs: what is written there would be believed and
 * not applied. Variants for everybody or for nobody are refused already and hide nothing here.
 */
export function checkVariants({ variants = [] }: RubricItem, path: string, problems: SoundnessProblem[]): void {
  const takenBy = new Map<string, number>()
  variants.forEach((variant, index) => {
    if (variant.when.kinds === undefined && variant.when.levels === undefined) return
    const bodies = bodiesOf(variant)
    if (bodies.length > 0 && bodies.every((body) => takenBy.has(body))) {
      const by = [...new Set(bodies.map((body) => takenBy.get(body) as number))].sort((a, b) => a - b)
      problems.push({ kind: 'variant-hidden', path: `${path}.variants[${index}]`, label: variant.label, by })
    }
    for (const body of bodies) if (!takenBy.has(body)) takenBy.set(body, index)
  })
}

function bodiesOf({ when }: RuleVariant): string[] {
  return kinds.filter((kind) => when.kinds?.includes(kind) ?? true).flatMap((kind) => levels.filter((level) => when.levels?.includes(level) ?? true).map((level) => `${kind} ${level}`))
}
