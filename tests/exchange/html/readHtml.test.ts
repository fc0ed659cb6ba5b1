import { describe, expect, test } from 'vitest'
import type { RawDocument } from '#core/text/rawDocument'
import { readDocument } from '#exchange/readDocument'

const sentence = '全年评查行政处罚案卷二百二十卷，逐卷反馈问题，逐项督促整改。'

async function read(source: string | Uint8Array, name = 'page.html'): Promise<RawDocument> {
  const result = await readDocument(name, typeof source === 'string' ? new TextEncoder().encode(source) : source)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const linesOf = async (body: string) => (await read(`<html><body>${body}</body></html>`)).text.split('\n')

describe('the text of a page', () => {
  test('blocks are lines, white space is as shown, source lines do not part Chinese', async () => {
    expect(await linesOf('<div><p>一、举措\n  和成效</p>依法<b>行政</b><br>完成  96.4%\n and more<p></p></div>')).toEqual(['一、举措和成效', '依法行政', '完成 96.4% and more'])
  })

  test('a table row is a line; cells of several paragraphs stay lines', async () => {
    const table = '<table><tr><th>事项</th><th><p>件数</p></th></tr><tr><td>复议</td><td>85</td></tr><tr><td><p>甲</p><p>乙</p></td><td>1</td></tr></table>'
    expect(await linesOf(table)).toEqual(['事项\t件数', '复议\t85', '甲', '乙', '1'])
  })

  test('numbers of lists are written out', async () => {
    expect(await linesOf('<ol start="3"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>')).toEqual(['3. 甲', '4. 乙', '丙'])
  })

  test('scripts, styles, forms, navigation and what is hidden are left out', async () => {
    const chrome = '<script>var a = "<p>x</p>"</script><style>p{}</style><nav>导航</nav><select><option>x</option></select><p style="display: none">x</p><p hidden>x</p><footer>备案</footer>'
    expect(await linesOf(`${chrome}<p>正文</p><noscript>x</noscript>`)).toEqual(['正文'])
  })

  test('characters written as references', async () => {
    expect(await linesOf('<p>&ldquo;一&#20214;事&rdquo;&nbsp;&lt;试行&gt;</p>')).toEqual(['“一件事”\u00a0<试行>'])
  })
})

describe('the document in a page', () => {
  const links = (count: number) => `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/${i}">栏目名称${i}</a></li>`).join('')}</ul>`

  test('the sentences with their heading and signature, without the lists of links around them', async () => {
    const side = `<div>${links(5)}<p>网站标识码、主办单位、联系电话、地址和邮编，以及技术支持单位的名称，都在这里，共六十多个字，谁也不会把它当作报告，因为它不是报告</p></div>`
    const page = `<div>${links(6)}</div><div id="art"><h1>望川县2024年度法治政府建设报告</h1><div id="zoom"><p>${sentence}</p><p>${sentence}</p></div><div>望川县人民政府</div><div>2025年1月16日</div></div><div><a href="/">网站地图</a> | <a href="/">联系我们</a></div>`
    expect(await linesOf(page)).toEqual(['望川县2024年度法治政府建设报告', sentence, sentence, '望川县人民政府', '2025年1月16日'])
    // What holds sentences stays, wherever it stands: text is never lost to a guess.
    expect((await linesOf(page + side)).filter((line) => line.startsWith('网站标识码')).length).toBe(1)
  })

  test('a page of short lines is taken whole', async () => {
    expect(await linesOf('<div>甲</div><p>乙</p>')).toEqual(['甲', '乙'])
  })

  test('a link within the text stays', async () => {
    expect(await linesOf(`<p>${sentence}</p><p>附件：<a href="x">任务清单</a></p>`)).toEqual([sentence, '附件：任务清单'])
  })
})

describe('what a page says of itself', () => {
  test('title, day and address in the fields of the government sites', async () => {
    const head = '<title>报告_望川县</title><meta name="ArticleTitle" content="望川县报告"><meta name="PubDate" content="2025-01-22 09:30"><link rel="canonical" href="https://www.wangchuan.example/a.html">'
    expect(await read(`<!-- saved from url=(0034)https://www.wangchuan.example/b.html --><html><head>${head}</head><body>${sentence}`)).toEqual({
      format: 'html', encoding: 'utf-8', text: sentence, pages: [], title: '望川县报告', address: 'https://www.wangchuan.example/b.html', published: '2025-01-22 09:30',
    })
    expect((await read(`<html><head>${head}</head><body>${sentence}`)).address).toBe('https://www.wangchuan.example/a.html')
  })

  test('nothing, and no path of somebody\'s disk', async () => {
    expect(await read(`<html><head><link rel="canonical" href="file:///C:/a.html"></head><body>${sentence}`)).toMatchObject({ title: null, address: null, published: null })
  })
})

describe('encodings', () => {
  // 准绳 in GB18030.
  const gbk = Uint8Array.of(0xd7, 0xbc, 0xc9, 0xfe)
  const ascii = (text: string) => new TextEncoder().encode(text)
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

  test.each([
    ['declared', joined(ascii('<html><meta charset="gb2312"><p>'), gbk), 'gb18030', '准绳'],
    ['not declared', joined(ascii('<html><p>'), gbk), 'gb18030', '准绳'],
    ['declared, but the bytes say otherwise', ascii('<html><meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>依法'), 'utf-8', '依法'],
    ['by its mark', joined(Uint8Array.of(0xff, 0xfe), Uint8Array.from([...'<html><p>依'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))), 'utf-16le', '依'],
  ])('%s', async (_, bytes, encoding, text) => {
    expect(await read(bytes)).toMatchObject({ encoding, text })
  })

  test('one broken character in a long page is shown as broken, a page of them is refused', async () => {
    const long = ascii(`<html><meta charset="utf-8"><p>${'依法行政。'.repeat(400)}`)
    expect((await read(joined(long, Uint8Array.of(0xff), ascii('完')))).text.endsWith('\ufffd完')).toBe(true)
    expect(await readDocument('a.html', joined(ascii('<html><meta charset="utf-8"><p>'), new Uint8Array(50).fill(0xff)))).toEqual({ ok: false, problem: { kind: 'unknown-encoding' } })
  })
})

describe('a page saved in one file', () => {
  const mht = (headers: string, body: string) => `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----b"\r\n\r\n------b\r\n${headers}\r\n\r\n${body}\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n`
  // 准绳 in GB18030, both ways.
  const quoted = '=D7=BC=C9=FE'

  test('the address of its first part; quoted-printable GB2312', async () => {
    const source = mht('Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.wangchuan.example/a.html', `<html><title>t</title><p>${quoted}`)
    expect(await read(source, 'page.mht')).toEqual({
      format: 'mht', encoding: 'gb18030', text: '准绳', pages: [], title: 't', address: 'https://www.wangchuan.example/a.html', published: null,
    })
  })

  test('the page\'s own declaration where the part says nothing; base64', async () => {
    const page = btoa(`<html><meta charset="gbk"><p>${'\xd7\xbc\xc9\xfe'}`)
    expect(await read(mht('Content-Type: text/html\r\nContent-Transfer-Encoding: base64', page), 'page.mht')).toMatchObject({ encoding: 'gb18030', text: '准绳', address: null })
  })
})
