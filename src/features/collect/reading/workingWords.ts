import { assertNever } from '#core/brand'
import type { FactFinding } from '#core/facts/fact'
import type { Translate } from '#features/collect/problems'

/** The sum of a finding as a person would write it. */
export function workingWords({ working, verdict }: FactFinding, t: Translate): string {
  switch (working.key) {
    case 'sum':
      // After 其中 the parts may be some only: less than the total is then no conflict.
      return t(working.values.relation === 'short' && verdict === 'agrees' ? 'collect.reader.working.sum-within' : `collect.reader.working.sum-${working.values.relation}`, { ...working.values })
    case 'rate':
      return t(verdict === 'agrees' ? 'collect.reader.working.rate-agrees' : 'collect.reader.working.rate', { ...working.values })
    case 'change':
      return t(verdict === 'agrees' ? 'collect.reader.working.change-agrees' : 'collect.reader.working.change', { ...working.values })
    case 'repeat':
      return t('collect.reader.working.repeat', { ...working.values })
    default:
      return assertNever(working)
  }
}
