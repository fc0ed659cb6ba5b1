import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReportProposal } from '#core/text/reportProposal'
import { readReport } from '#exchange/readReport'

// One report of ours in every format; see tests/samples/reports/README.md.

const folder = new URL('../samples/reports/', import.meta.url)

async function read(name: string): Promise<ReportProposal> {
  const read = await readReport(name, new Uint8Array(readFileSync(new URL(name, folder))))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '')
const plain = await read('report.txt')

const formats = [
  ['report.md', 'markdown', null],
  ['report.html', 'html', 'utf-8'],
  ['report.gbk.html', 'html', 'gb18030'],
  ['report.mht', 'mht', null],
  ['report.docx', 'docx', null],
  ['report.pdf', 'pdf', null],
  ['report.printed.pdf', 'pdf', null],
] as const

describe.each(formats)('%s', (name, format) => {
  test('gives the same cleaned text as the plain file, up to white space', async () => {
    const proposal = await read(name)
    expect(proposal.format).toBe(format)
    expect(withoutSpace(proposal.text)).toBe(withoutSpace(plain.text))
  })

  test('keeps the paragraphs', async () => {
    const lines = (text: string) => text.split('\n').map(withoutSpace).filter((line) => line !== '')
    expect(lines((await read(name)).text)).toEqual(lines(plain.text))
  })

  test('says the same of the report', async () => {
    const { title, unitName, unitLevel, year, signedOn } = await read(name)
    const said = { title, unitName, unitLevel, year, signedOn }
    expect(Object.values(said).map(({ value }) => value && withoutSpace(String(value)))).toEqual(
      [plain.title, plain.unitName, plain.unitLevel, plain.year, plain.signedOn].map(({ value }) => value && withoutSpace(String(value))),
    )
  })
})

test('pages of a PDF begin where they begin', async () => {
  for (const name of ['report.pdf', 'report.printed.pdf']) {
    const { pages, text } = await read(name)
    expect(pages[0]).toBe(0)
    expect(pages.length).toBeGreaterThan(2)
    expect([...pages].sort((a, b) => a - b)).toEqual(pages)
    expect(pages.at(-1)).toBeLessThan(text.length)
  }
})

test('a saved page says when it was published and where it came from', async () => {
  expect((await read('report.html')).publishedOn.value).toBe('2025-01-22')
  expect((await read('report.mht')).sourceAddress.value).toBe('http://www.jichuan.example/zwgk/2025/report.html')
})

test('a justified PDF has no blanks between characters', async () => {
  for (const name of ['report.pdf', 'report.printed.pdf']) expect((await read(name)).text).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/)
})
