import type { Instant } from '#core/ids'
import type { EarlierRubric } from '#core/records/earlierRubric'
import type { Rubric } from '#core/rubric/rubric'

/**
 * The rubric that a project was scored against at an instant: the first earlier one that was replaced after it, else the current one.
 * What was appended in the moment of replacing belongs to the new one. `earlier` is in order, the oldest first. Clocks of several
 * machines may differ; an entry made elsewhere within that difference is read by the neighbouring version.
 * @example rubricAt(current, [], at) // current
 */
export function rubricAt(current: Rubric, earlier: readonly EarlierRubric[], at: Instant): Rubric {
  return earlier.find(({ replacedAt }) => at < replacedAt)?.record.rubric ?? current
}
