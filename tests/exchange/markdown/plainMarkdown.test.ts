import { expect, test } from 'vitest'
import { plainMarkdown } from '#exchange/markdown/plainMarkdown'
import { readPasted } from '#exchange/readPasted'

test.each([
  ['## 一、**举措** ##', '一、举措'],
  ['*强调*、__加粗__，和~~删去~~，`代码`', '强调、加粗，和删去，代码'],
  ['3 * 4 * 5，snake_case_name，*', '3 * 4 * 5，snake_case_name，*'],
  ['- 甲\n* 乙\n1. 丙\n2) 丁', '甲\n乙\n1. 丙\n2) 丁'],
  ['> 引文\n> > 再引', '引文\n再引'],
  ['| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |', '甲\t乙\n1\t2'],
  ['[任务清单](https://a.example/x "题") ![图](a.png) <https://a.example>', '任务清单 图 https://a.example'],
  ['标题\n===\n\n***\n正文  ', '标题\n\n正文'],
  ['```\n# 原样 **不动**\n```', '# 原样 **不动**'],
  ['---\ntitle: x\n---\n正文', '正文'],
  ['\\*不是强调\\*', '*不是强调*'],
])('%j becomes %j', (source, plain) => {
  expect(plainMarkdown(source)).toBe(plain)
})

test('pasted text', () => {
  expect(readPasted('\ufeff甲\r\n乙\0')).toEqual({ ok: true, value: { format: 'pasted', encoding: null, text: '甲\n乙', pages: [], title: null, address: null, published: null } })
  expect(readPasted(' \n')).toEqual({ ok: false, problem: { kind: 'empty-file' } })
  expect(readPasted('a'.repeat(1_000_001))).toEqual({ ok: false, problem: { kind: 'over-limit', what: 'characters', limit: 1_000_000 } })
})
