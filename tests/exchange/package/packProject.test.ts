import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aSnapshot } from '../../builders/aSnapshot'
import { sha256 } from '#core/digest/sha256'
import type { Sha256 } from '#core/ids'
import { checkFileDigest, withFileDigest } from '#exchange/package/fileDigest'
import { packProject, unpackProject } from '#exchange/package/packProject'
import { archiveLimits } from '#exchange/package/projectFile'
import { checkArchiveSize } from '#exchange/package/readProjectFile'
import { sealFile } from '#exchange/package/sealFile'
import { writeProjectFile } from '#exchange/package/writeProjectFile'

const made = { savedAt: '2025-03-01T06:30:00.000Z', appVersion: '0.1.0' }
const plain = writeProjectFile(aSnapshot(), made)

async function sealed(): Promise<Uint8Array> {
  // Few iterations: every byte of the file is tried.
  const file = await sealFile(plain, '法治', 3)
  if (!file.ok) throw new Error(file.problem.kind)
  return file.value
}

describe('a packed project', () => {
  test.each([null, '法治'])('is unpacked as it was, under the passphrase %s', async (passphrase) => {
    const packed = await packProject(aSnapshot(), { ...made, passphrase })
    if (!packed.ok) throw new Error(packed.problem.kind)
    expect(packed.value.sha256).toBe(sha256(packed.value.bytes))
    expect(await unpackProject(packed.value.bytes, passphrase)).toEqual({ ok: true, value: { snapshot: aSnapshot(), ...made, sealed: passphrase !== null } })
  })

  test('asks for its passphrase when it is sealed, and ignores one when it is not', async () => {
    expect(await unpackProject(await sealed(), null)).toEqual({ ok: false, problem: { kind: 'passphrase-needed' } })
    expect(await unpackProject(await sealed(), '法制')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect((await unpackProject(plain, '法治')).ok).toBe(true)
  })

  test('is refused with any byte of it flipped, in clear and sealed, wherever it lies', async () => {
    for (const file of [plain, await sealed()]) {
      const opened: number[] = []
      for (let at = 0; at < file.length; at += 1) {
        const flipped = file.slice()
        flipped[at]! ^= 1 << at % 8
        if ((await unpackProject(flipped, '法治')).ok) opened.push(at)
      }
      expect(opened).toEqual([])
    }
  }, 60_000)

  test('is refused when its end is missing, however much of it', async () => {
    for (const file of [plain, await sealed()]) {
      const opened: number[] = []
      for (let length = 0; length < file.length; length += 1) if ((await unpackProject(file.subarray(0, length), '法治')).ok) opened.push(length)
      expect(opened).toEqual([])
    }
  }, 60_000)

  test('is not made when it would be too large to be opened again', async () => {
    const tooMany = zipSync(Object.fromEntries(Array.from({ length: archiveLimits.files + 1 }, (_, index) => [`originals/${index}`, new Uint8Array()])), { level: 0 })
    expect(checkArchiveSize(tooMany)).toEqual({ ok: false, problem: { kind: 'too-large', sizeBytes: 0, limitBytes: archiveLimits.totalBytes } })
    const third = new Uint8Array(archiveLimits.fileBytes)
    const attachments = new Map(['a', 'b', 'c'].map((name) => [name as Sha256, third]))
    expect(await packProject({ ...aSnapshot(), originals: new Map(), attachments }, made)).toEqual({
      ok: false, problem: { kind: 'too-large', sizeBytes: 3 * third.length, limitBytes: archiveLimits.totalBytes },
    })
  })
})

describe('the digest of a whole file', () => {
  const zip = zipSync({ 'a.txt': new Uint8Array([1, 2, 3]) })

  test('fits what it was made for, and no zip with another comment', () => {
    const file = withFileDigest(zip)
    expect([checkFileDigest(file), checkFileDigest(zip), checkFileDigest(new Uint8Array())]).toEqual(['fits', 'none', 'broken'])
    const commented = file.slice()
    commented.set(new TextEncoder().encode('another'), zip.length)
    expect(checkFileDigest(commented)).toBe('broken')
    expect(() => withFileDigest(file)).toThrow('comment')
  })
})
