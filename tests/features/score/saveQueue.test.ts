import { expect, test } from 'vitest'
import { makeSaveQueue } from '#features/score/saveQueue'

test('one key in order, other keys beside it, and a failure stops nothing', async () => {
  const log: string[] = []
  const doors = new Map<string, () => void>()
  const queue = makeSaveQueue<string, string>(async (job) => {
    log.push(`begin ${job}`)
    await new Promise<void>((resolve) => doors.set(job, resolve))
    log.push(`end ${job}`)
    if (job === 'a1') throw new Error('disk')
    return job
  })
  const first = queue.add('a', 'a1').catch((error: Error) => error.message)
  const second = queue.add('a', 'a2')
  const other = queue.add('b', 'b1')
  await Promise.resolve()
  expect([log, queue.has('a'), queue.has('c')]).toEqual([['begin a1', 'begin b1'], true, false])
  doors.get('b1')!()
  doors.get('a1')!()
  expect(await first).toBe('disk')
  expect(await other).toBe('b1')
  await Promise.resolve()
  doors.get('a2')!()
  expect(await second).toBe('a2')
  expect([log, queue.has('a')]).toEqual([['begin a1', 'begin b1', 'end b1', 'end a1', 'begin a2', 'end a2'], false])
})
