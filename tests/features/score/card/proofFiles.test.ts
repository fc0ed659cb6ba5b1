import { expect, test } from 'vitest'
import { proofName, sizeWords, webAddress } from '#features/score/card/proofFiles'

test('an address is one of the web, or none', () => {
  expect(['', '  ', ' https://www.example.gov.cn/a?b=1#c ', 'HTTP://example.cn', 'www.example.cn', 'javascript:alert(1)', 'file:///c:/a.txt', 'http://', '见公告栏'].map(webAddress)).toEqual([
    '', '', 'https://www.example.gov.cn/a?b=1#c', 'HTTP://example.cn', null, null, null, null, null,
  ])
})

test('a proof is named by its host, else by its file, else by its note', () => {
  const file = { hash: 'h', name: '公告.png', sizeBytes: 1, mediaType: 'image/png' } as never
  expect([
    proofName({ address: 'https://www.example.gov.cn/a/b', seenOn: null, note: '注', file }),
    proofName({ address: '', seenOn: null, note: '注', file }),
    proofName({ address: '', seenOn: null, note: '注', file: null }),
  ]).toEqual(['www.example.gov.cn', '公告.png', '注'])
})

test('sizes as file managers count them, never nothing', () => {
  expect([1, 2048, 1.5 * 2 ** 20].map(sizeWords)).toEqual(['1 KB', '2 KB', '1.5 MB'])
})
