import type { Loss } from '#core/records/sentinel'
import { lostSinceLastTime } from '#storage/queries/lostSinceLastTime'
import { acceptPresentState } from '#storage/sentinel'

export type LossFound = Exclude<Loss, { kind: 'none' }>

/** Looks, before anything is written, whether all that was acknowledged is still there; null = it is. Part of the first screen: it stays small. */
export async function findLossAtStart(): Promise<LossFound | null> {
  const loss = await lostSinceLastTime()
  return loss.kind === 'none' ? null : loss
}

/** The person was told: from now on what is there is what must be there. */
export async function acceptLoss(): Promise<void> {
  await acceptPresentState()
}
