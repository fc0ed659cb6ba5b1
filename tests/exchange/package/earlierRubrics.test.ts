import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aSnapshot } from '../../builders/aSnapshot'
import type { Instant } from '#core/ids'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import { hashRubric } from '#core/rubric/hashRubric'
import { readProjectFile } from '#exchange/package/readProjectFile'
import { writeProjectFile } from '#exchange/package/writeProjectFile'

const made = { savedAt: '2025-03-02T01:00:00.000Z', appVersion: '0.0.0-test' }
const plain = aSnapshot()
const old = { ...plain.rubric.rubric, version: '0' }
const changedOnce: ProjectSnapshot = {
  ...plain,
  earlierRubrics: [{ replacedAt: '2025-03-01T08:00:00.000Z' as Instant, record: { ...hashRubric(old), rubric: old, adoptedAt: '2025-03-01T06:00:00.000Z' as Instant } }],
}

test('the versions a project was scored against before go into its file and come out of it', () => {
  const bytes = writeProjectFile(changedOnce, made)
  expect(JSON.parse(strFromU8(unzipSync(bytes)['earlierRubrics.json']!))).toEqual(changedOnce.earlierRubrics)
  expect(readProjectFile(bytes)).toEqual({ ok: true, value: { snapshot: changedOnce, ...made } })
})

test('a project that never changed its rubric has a file as before', () => {
  const bytes = writeProjectFile(plain, made)
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(['assessors.json', 'entries.json', 'manifest.json', `originals/${plain.reports[0]!.id}`, 'project.json', 'reports.json', 'rubric.json', 'units.json'])
  expect(readProjectFile(bytes)).toEqual({ ok: true, value: { snapshot: plain, ...made } })
})
