import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aFullSnapshot } from '../../builders/aFullSnapshot'
import { aSnapshot } from '../../builders/aSnapshot'
import { dataVersion } from '#core/records/dataVersion'
import { readProjectFile } from '#exchange/package/readProjectFile'

// A project file of every data version there has been, and the rows of a database of every older one (tests/storage/upgrade). The
// files are frozen: they are never written again.
const folder = new URL('../../samples/versions/', import.meta.url)
const versions = Array.from({ length: dataVersion }, (_, index) => index + 1)

function read(name: string) {
  return readProjectFile(new Uint8Array(readFileSync(new URL(name, folder))))
}

test('there are frozen samples of every data version', () => {
  const rows = versions.filter((version) => version < dataVersion).map((version) => `v${version}.rows.json`)
  expect(readdirSync(folder).sort()).toEqual([...versions.map((version) => `v${version}.zhunsheng`), ...rows].sort())
})

test('version 1 opens with everything in it, as a project of this version', () => {
  expect(read('v1.zhunsheng')).toEqual({ ok: true, value: { snapshot: aSnapshot(), savedAt: '2025-03-01T06:30:00.000Z', appVersion: '0.1.0' } })
})

test('version 2 opens with everything in it', () => {
  expect(read('v2.zhunsheng')).toEqual({ ok: true, value: { snapshot: aFullSnapshot(), savedAt: '2025-03-05T06:30:00.000Z', appVersion: '0.1.0' } })
})
