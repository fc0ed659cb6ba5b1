import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#core/digest/sha256'
import { encodeUtf8, sha256OfText } from '#core/digest/sha256OfText'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('sha256', () => {
  // FIPS 180-4 examples and the NIST long vector (a million "a").
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('NIST vector %#', (text, expected) => {
    expect(sha256(ascii(text))).toBe(expected)
  })

  test('every length around the block ends agrees with OpenSSL', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff)
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  test('20 MB, as one view into a larger buffer', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 3).map((_, i) => i * 7).subarray(3)
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})

describe('sha256OfText', () => {
  test('hashes the UTF-8 bytes', () => {
    expect(sha256OfText('准绳')).toBe(createHash('sha256').update('准绳', 'utf8').digest('hex'))
  })

  test('any string encodes as TextEncoder does, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => {
        const text = String.fromCharCode(...units)
        expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)])
      }),
    )
    expect([...encodeUtf8('a\ud800b')]).toEqual([0x61, 0xef, 0xbf, 0xbd, 0x62])
    expect([...encodeUtf8('\u{20BB7}')]).toEqual([0xf0, 0xa0, 0xae, 0xb7])
  })
})
