import { describe, expect, test } from 'vitest'
import { hostileFiles } from '../samples/hostile/hostileFiles'
import { readDocument } from '#exchange/readDocument'

// Every file of DESIGN §12 and its kin: refused, and for what it is. Time and memory: npm run bench:hostile.

describe('a hostile file is refused, and for its reason', () => {
  test.each(hostileFiles.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const read = await readDocument('报告.txt', file.make())
    expect(read).toMatchObject({ ok: false, problem: { kind: file.problem } })
  }, 30_000)
})
