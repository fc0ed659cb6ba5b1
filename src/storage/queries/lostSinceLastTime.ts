import { findLoss, type Loss } from '#core/records/sentinel'
import { readSentinels, takeStock } from '#storage/sentinel'

/** What the database must hold by its sentinel and does not; asked at the start, before anything is written. */
export async function lostSinceLastTime(): Promise<Loss> {
  return findLoss(await readSentinels(), await takeStock())
}
