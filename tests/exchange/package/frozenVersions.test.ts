import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aSnapshot } from '../../builders/aSnapshot'
import { dataVersion } from '#core/records/dataVersion'
import { readProjectFile } from '#exchange/package/readProjectFile'

// A project file of every data version there has been. The files are frozen: they are never written again.
const folder = new URL('../../samples/versions/', import.meta.url)

test('there is a frozen sample of every data version', () => {
  expect(readdirSync(folder).sort()).toEqual(Array.from({ length: dataVersion }, (_, index) => `v${index + 1}.zhunsheng`))
})

test('version 1 opens with everything in it', () => {
  const read = readProjectFile(new Uint8Array(readFileSync(new URL('v1.zhunsheng', folder))))
  expect(read).toEqual({ ok: true, value: { snapshot: aSnapshot(), savedAt: '2025-03-01T06:30:00.000Z', appVersion: '0.1.0' } })
})
