import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cruiseRooms, rooms, violationsOf } from './cruiseRooms'

const canary = 'tests/architecture/fixtures/src'

describe('the rooms of src', async () => {
  const result = await cruiseRooms('src')

  test('nobody imports what the table does not allow', () => {
    expect(violationsOf(result)).toEqual([])
  })

  test('every .vue file was seen: without its compiler they would be skipped without a word', () => {
    const seen = result.modules.map((module) => module.source).filter((source) => /^src\/.*\.vue$/.test(source))
    expect(seen.sort()).toEqual(vueFilesOnDisk())
  })
})

describe('the canary', async () => {
  const result = await cruiseRooms(canary)
  const violations = violationsOf(result)

  test.each(rooms.forbidden.map((rule) => rule.name ?? 'a rule without a name'))('%s can fail', (name) => {
    expect(violations.filter((line) => line.startsWith(`${name}: `))).not.toEqual([])
  })

  test('a type-only import, a dynamic import and an import inside <script setup> are all seen', () => {
    expect(violations).toEqual(
      expect.arrayContaining([
        `core-rooms: ${canary}/core/core-rooms.ts → ${canary}/storage/storage-rooms.ts`,
        expect.stringMatching(/^features-packages: .*\/features\/score\/lazy\.ts → node_modules\/fflate\//),
        `features-read-only: ${canary}/features/score/ScoreView.vue → ${canary}/storage/writer.ts`,
      ]),
    )
  })

  test('what the table allows is not reported', () => {
    const innocent = ['workflows/allowed.ts', 'workers/callWorker.ts', 'workers/openWorkers.ts', 'workers/extract.worker.ts', 'features/rank/RankView.vue', 'app/main.ts']
    expect(violations.filter((line) => innocent.some((file) => line.includes(`: ${canary}/${file} `)))).toEqual([])
  })

  test('resolves # imports like the program', () => {
    const own = importsOf('package.json')
    for (const [name, target] of Object.entries(importsOf('tests/architecture/fixtures/package.json'))) expect([name, own[name]]).toEqual([name, target])
  })
})

function vueFilesOnDisk(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.vue'))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .sort()
}

function importsOf(path: string): Record<string, string> {
  return (JSON.parse(readFileSync(path, 'utf8')) as { imports: Record<string, string> }).imports
}
