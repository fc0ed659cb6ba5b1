import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isSealed, keyIterations, sealFile, unsealFile } from '#exchange/package/sealFile'

// Few iterations where the count is not the point: the derivation alone takes a third of a second.
const quick = 10
const content = strToU8('年度报告评估')

async function sealed(bytes: Uint8Array, passphrase: string, iterations = quick): Promise<Uint8Array> {
  const made = await sealFile(bytes, passphrase, iterations)
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}

function altered(file: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = { ...unzipSync(file) }
  change(parts)
  return zipSync(parts)
}

describe('a sealed file', () => {
  test('opens with its passphrase, whatever was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.string({ minLength: 1, unit: 'grapheme' }), async (bytes, passphrase) => {
        expect(await unsealFile(await sealed(bytes, passphrase), passphrase)).toEqual({ ok: true, value: bytes })
      }),
      { numRuns: 60 },
    )
  })

  test('takes the count of our day by default, and says it', async () => {
    const made = await sealFile(content, '法治')
    const header = made.ok ? JSON.parse(strFromU8(unzipSync(made.value)['sealed.json']!)) : null
    expect(header).toMatchObject({ format: 'zhunsheng.sealed', formatVersion: 1, cipher: 'AES-256-GCM', key: { derivation: 'PBKDF2-SHA-256', iterations: keyIterations } })
    expect(keyIterations).toBe(600_000)
    expect(made.ok && (await unsealFile(made.value, '法治'))).toEqual({ ok: true, value: content })
  })

  test('does not open with another passphrase', async () => {
    const file = await sealed(content, '法治政府')
    for (const other of ['法治', '法治政府 ', '']) expect(await unsealFile(file, other)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
  })

  test('the same word from two keyboards is the same passphrase', async () => {
    expect(await unsealFile(await sealed(content, 'e\u0301'), '\u00e9')).toEqual({ ok: true, value: content })
  })

  test('the same content never gives the same file', async () => {
    expect(await sealed(content, '法治')).not.toEqual(await sealed(content, '法治'))
  })

  test('is refused with every byte of its content changed, as damaged', async () => {
    const file = await sealed(content, '法治')
    const length = unzipSync(file)['sealed.bin']!.length
    for (let at = 0; at < length; at += 1) {
      const broken = altered(file, (parts) => { parts['sealed.bin'] = parts['sealed.bin']!.map((byte, index) => (index === at ? byte ^ 1 : byte)) })
      expect(await unsealFile(broken, '法治')).toEqual({ ok: false, problem: { kind: 'damaged', path: 'sealed.bin' } })
    }
  })

  test('is refused with any word of its header changed', async () => {
    const file = await sealed(content, '法治')
    const withHeader = (change: (header: Record<string, never>) => object) =>
      altered(file, (parts) => { parts['sealed.json'] = strToU8(JSON.stringify(change(JSON.parse(strFromU8(parts['sealed.json']!))))) })
    const key = { derivation: 'PBKDF2-SHA-256', iterations: quick + 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }
    expect(await unsealFile(withHeader((header) => ({ ...header, key })), '法治')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect(await unsealFile(withHeader((header) => ({ ...header, note: 'x' })), '法治')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect(await unsealFile(withHeader((header) => ({ ...header, cipher: 'ROT13' })), '法治')).toEqual({ ok: false, problem: { kind: 'damaged', path: 'sealed.json' } })
    expect(await unsealFile(withHeader((header) => ({ ...header, key: { ...key, iterations: 1e9 } })), '法治')).toEqual({ ok: false, problem: { kind: 'damaged', path: 'sealed.json' } })
    expect(await unsealFile(withHeader((header) => ({ ...header, formatVersion: 2 })), '法治')).toEqual({ ok: false, problem: { kind: 'sealed-newer-than-app', found: 2 } })
    expect(await unsealFile(altered(file, (parts) => { delete parts['sealed.bin'] }), '法治')).toEqual({ ok: false, problem: { kind: 'damaged', path: 'sealed.bin' } })
  })

  test('is told from a plain project file, from other zips and from noise', async () => {
    const file = await sealed(content, '法治')
    const others = [zipSync({ 'manifest.json': content }), zipSync({ 'sealed.json': strToU8('{}') }), content, new Uint8Array(), file.subarray(0, 60)]
    expect([isSealed(file), ...others.map(isSealed)]).toEqual([true, false, false, false, false, false])
    for (const other of others) expect(await unsealFile(other, '法治')).toEqual({ ok: false, problem: { kind: 'not-sealed' } })
  })

  test('an authenticated plaintext is never opened by bytes that nobody sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        expect((await unsealFile(noise, 'x')).ok).toBe(false)
      }),
    )
  })
})
