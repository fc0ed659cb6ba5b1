import type { Sentinel } from '#core/records/sentinel'
import { canKeepSentinel, readSentinels } from '#storage/sentinel'

/** The witness as it stands, for the health page and for a database that does not open; 'impossible' = this browser keeps none. */
export async function sentinelOf(): Promise<Sentinel | 'none' | 'impossible'> {
  return (await readSentinels()) ?? (canKeepSentinel() ? 'none' : 'impossible')
}
