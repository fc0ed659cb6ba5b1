import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aFullSnapshot } from '../../builders/aFullSnapshot'
import { aSnapshot } from '../../builders/aSnapshot'
import { deepFreeze } from '../../builders/deepFreeze'
import { sha256 } from '#core/digest/sha256'
import { dataVersion } from '#core/records/dataVersion'
import { readProjectFile } from '#exchange/package/readProjectFile'
import { writeProjectFile } from '#exchange/package/writeProjectFile'

const made = { savedAt: '2025-03-01T06:30:00.000Z', appVersion: '0.1.0' }
const file = writeProjectFile(deepFreeze(aSnapshot()), made)

/** The file with some parts exchanged; the digests are made good unless told otherwise. */
function altered(change: (parts: Record<string, Uint8Array>, manifest: Record<string, unknown> & { files: Record<string, string> }) => void, digests: 'mend' | 'leave' = 'mend'): Uint8Array {
  const parts = unzipSync(file)
  const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as Record<string, unknown> & { files: Record<string, string> }
  change(parts, manifest)
  if (digests === 'mend') for (const path of Object.keys(manifest.files)) if (parts[path]) manifest.files[path] = sha256(parts[path])
  parts['manifest.json'] = strToU8(JSON.stringify(manifest))
  return zipSync(parts)
}

function problemOf(bytes: Uint8Array) {
  const result = readProjectFile(bytes)
  return result.ok ? 'opened' : result.problem
}

test('what was written is read back whole', () => {
  expect(readProjectFile(file)).toEqual({ ok: true, value: { snapshot: aSnapshot(), ...made } })
})

test('kept files go with it, under their hash', () => {
  const full = aFullSnapshot()
  const bytes = writeProjectFile(full, made)
  const [[hash, picture]] = full.attachments as unknown as [[string, Uint8Array]]
  expect(unzipSync(bytes)[`attachments/${hash}`]).toEqual(picture)
  expect(readProjectFile(bytes)).toEqual({ ok: true, value: { snapshot: full, ...made } })
})

test('the same project, instant and version give the same bytes', () => {
  expect(writeProjectFile(aSnapshot(), made)).toEqual(file)
})

describe('bad files are refused with their cause', () => {
  test('not a project file: empty, text, another zip', () => {
    const other = zipSync({ 'word/document.xml': strToU8('<w/>') })
    const foreign = zipSync({ 'manifest.json': strToU8('{"format":"else"}') })
    const timeless = altered((_, manifest) => (manifest['savedAt'] = 'yesterday'))
    expect([new Uint8Array(), strToU8('你好'), other, foreign, timeless].map(problemOf)).toEqual(Array(5).fill({ kind: 'not-a-project-file' }))
  })

  test('of a newer version: format or data, before anything else is looked at', () => {
    const newerData = altered((parts, manifest) => {
      manifest['dataVersion'] = dataVersion + 1
      parts['entries.json'] = strToU8('[{"new":"shape"}]')
    })
    expect(problemOf(newerData)).toEqual({ kind: 'file-newer-than-app', found: dataVersion + 1, supported: dataVersion, appVersion: '0.1.0' })
    expect(problemOf(altered((_, manifest) => (manifest['formatVersion'] = 2)))).toEqual({ kind: 'file-newer-than-app', found: 2, supported: 1, appVersion: '0.1.0' })
  })

  test('an old version that holds what it could not, and a changed kept file', () => {
    const claimed = altered((_, manifest) => (manifest['dataVersion'] = 1))
    expect(problemOf(claimed)).toMatchObject({ kind: 'unsound', problem: { kind: 'invalid-record', path: 'units[0].code' } })
    const parts = unzipSync(writeProjectFile(aFullSnapshot(), made))
    const path = Object.keys(parts).find((name) => name.startsWith('attachments/')) as string
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as { files: Record<string, string> }
    parts[path] = parts[path]!.map((byte) => byte ^ 1)
    expect(problemOf(zipSync(parts))).toEqual({ kind: 'damaged', path })
    manifest.files[path] = sha256(parts[path])
    parts['manifest.json'] = strToU8(JSON.stringify(manifest))
    expect(problemOf(zipSync(parts))).toMatchObject({ kind: 'unsound', problem: { kind: 'altered-attachment' } })
  })

  test('damaged: cut short, a changed part, a missing part, an extra part', () => {
    expect(problemOf(file.slice(0, file.length / 2))).toEqual({ kind: 'damaged', path: '' })
    expect(problemOf(altered((parts) => (parts['entries.json'] = strToU8('[]')), 'leave'))).toEqual({ kind: 'damaged', path: 'entries.json' })
    expect(problemOf(altered((parts) => delete parts['units.json'], 'leave'))).toEqual({ kind: 'damaged', path: 'units.json' })
    expect(problemOf(altered((parts) => (parts['extra.json'] = strToU8('1')), 'leave'))).toEqual({ kind: 'damaged', path: 'extra.json' })
  })

  test('any flipped byte is noticed or changes nothing', () => {
    fc.assert(fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const flipped = file.slice()
      flipped[at] = (flipped[at] as number) ^ flip
      const result = readProjectFile(flipped)
      if (result.ok) expect(result.value.snapshot).toEqual(aSnapshot())
    }))
  })

  test('well made but unsound: a foreign field, two units with one name, a changed rubric, an original that is another', () => {
    const edit = (path: string, change: (value: never) => unknown) =>
      problemOf(altered((parts) => (parts[path] = strToU8(JSON.stringify(change(JSON.parse(new TextDecoder().decode(parts[path])) as never))))))
    expect(edit('units.json', (units: object[]) => units.map((unit) => ({ ...unit, extra: 1 })))).toMatchObject({ kind: 'unsound', problem: { kind: 'invalid-record' } })
    expect(edit('units.json', (units: object[]) => units.map((unit) => ({ ...unit, name: '同名' })))).toEqual({ kind: 'unsound', problem: { kind: 'duplicate-name', name: '同名' } })
    expect(edit('rubric.json', (rubric: { rubric: object }) => ({ ...rubric, rubric: { ...rubric.rubric, name: '改' } }))).toMatchObject({ kind: 'unsound', problem: { record: 'rubric', path: 'hash' } })
    const path = Object.keys(unzipSync(file)).find((name) => name.startsWith('originals/')) as string
    expect(problemOf(altered((parts) => (parts[path] = strToU8('另一份'))))).toMatchObject({ kind: 'unsound', problem: { kind: 'altered-original' } })
    expect(edit('entries.json', (entries: object[]) => entries.map((entry) => ({ ...entry, unitId: 'x' })))).toMatchObject({ kind: 'unsound' })
    const attached = (path: string) => problemOf(altered((parts, manifest) => {
      parts[path] = strToU8('图')
      manifest.files[path] = sha256(parts[path])
    }))
    expect(attached(`attachments/${sha256(strToU8('图'))}`)).toMatchObject({ kind: 'unsound', problem: { kind: 'dangling-reference', from: 'attachment' } })
    expect(attached('attachments/../x')).toMatchObject({ kind: 'unsound' })
    const proto = problemOf(altered((parts) => (parts['units.json'] = strToU8('[{"__proto__":{"name":"x"}}]'))))
    expect(proto).toMatchObject({ kind: 'unsound', problem: { kind: 'invalid-record' } })
  })

  test('an archive that declares more than the cap is refused before it is inflated', () => {
    const bomb = zipSync({ 'manifest.json': strToU8('{}'), 'a': new Uint8Array(2 ** 20) }, { level: 9 })
    // The central directory's declared size of "a" is raised to 1 GiB; little-endian, 24 bytes into its header.
    const directory = bomb.findIndex((byte, at) => byte === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 0x01 && bomb[at + 3] === 0x02 && bomb[at + 46] === 0x61)
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 2 ** 30, true)
    expect(problemOf(bomb)).toMatchObject({ kind: 'too-large' })
  })

  test('never throws on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, zipLike) => {
      expect(readProjectFile(zipLike ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes).ok).toBe(false)
    }))
  })
})
