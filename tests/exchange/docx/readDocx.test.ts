import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatNumber } from '#exchange/docx/formatNumber'
import { readDocument } from '#exchange/readDocument'

const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const part = (name: string) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`
const relation = (name: string) => `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`
const relations = (inside: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`

/** Level 0 一、 level 1 （一） level 2 1. (tab after it) level 3 1.1.1.1 in Arabic digits throughout; another list of the same look; bullets. */
const level = (index: number, format: string, text: string, more = '') => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${names}>
<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%2.%3.%4', '<w:isLgl/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06c')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`
const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Chapter"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
const footnotes = `<w:footnotes ${names}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>按年末口径。</w:t></w:r></w:p></w:footnote></w:footnotes>`

function docx(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${['document', 'numbering', 'styles', 'footnotes'].map(part).join('')}</Types>`),
    '_rels/.rels': strToU8(relations('<Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>')),
    'word/_rels/document.xml.rels': strToU8(relations(['numbering', 'styles', 'footnotes'].map(relation).join(''))),
    'word/document.xml': strToU8(`<w:document ${names}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(numbering),
    'word/styles.xml': strToU8(styles),
    'word/footnotes.xml': strToU8(footnotes),
    'docProps/core.xml': strToU8('<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>望川县报告 &amp; 附件</dc:title></cp:coreProperties>'),
    'word/media/image1.png': new Uint8Array(64),
  })
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (text: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text && run(text)}</w:p>`
const listed = (list: number, depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => paragraph(text)).join('')}</w:tc>`

async function textOf(body: string): Promise<string> {
  const read = await readDocument('report.docx', docx(body))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value.text
}

describe('automatic numbers are written out', () => {
  test('by levels, each beginning anew under the one above', async () => {
    const body = [paragraph('举措', listed(1, 0)), paragraph('决策', listed(1, 1)), paragraph('执法', listed(1, 1)), paragraph('案卷', listed(1, 2)), paragraph('抽查', listed(1, 3)), paragraph('不足', listed(1, 0)), paragraph('力量', listed(1, 1))]
    expect((await textOf(body.join(''))).split('\n')).toEqual(['一、举措', '（一）决策', '（二）执法', '1. 案卷', '1.2.1.1 抽查', '二、不足', '（一）力量'])
  })

  test('by styles, whose base brings the list', async () => {
    const body = [paragraph('举措', '<w:pStyle w:val="Chapter"/>'), paragraph('决策', '<w:pStyle w:val="Sub"/>'), paragraph('正文')]
    expect((await textOf(body.join(''))).split('\n')).toEqual(['一、举措', '（一）决策', '正文'])
  })

  test('a list that begins elsewhere, one that was taken off a paragraph, bullets', async () => {
    const body = [paragraph('安排', listed(3, 0)), paragraph('保障', listed(3, 0)), paragraph('说明', `<w:pStyle w:val="Chapter"/>${listed(0, 0)}`), paragraph('要点', listed(2, 0))]
    expect((await textOf(body.join(''))).split('\n')).toEqual(['五、安排', '六、保障', '说明', '要点'])
  })

  test('not by what a paragraph was before a tracked change; an empty paragraph counts', async () => {
    const body = [paragraph('甲', listed(1, 0)), paragraph('', listed(1, 0)), paragraph('乙', `<w:pPrChange><w:pPr>${listed(1, 0)}</w:pPr></w:pPrChange>`), paragraph('丙', listed(1, 0))]
    expect((await textOf(body.join(''))).split('\n')).toEqual(['一、甲', '二、', '乙', '三、丙'])
  })
})

test.each([
  [10, 'chineseCounting', '十'], [15, 'chineseCountingThousand', '十五'], [21, 'chineseCounting', '二十一'], [110, 'chineseCounting', '一百一十'], [105, 'chineseCounting', '一百零五'],
  [15, 'chineseLegalSimplified', '壹拾伍'], [3, 'ideographTraditional', '丙'], [20, 'decimalEnclosedCircle', '⑳'], [12, 'decimalFullWidth', '１２'], [3, 'decimalZero', '03'],
  [28, 'upperLetter', 'BB'], [3, 'lowerLetter', 'c'], [1994, 'upperRoman', 'MCMXCIV'], [4, 'lowerRoman', 'iv'], [7, 'somethingNew', '7'], [7, 'bullet', ''],
])('%i as %s is %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text)
})

test('tables row by row, notes at the end, breaks, what was deleted left out; the title of the file', async () => {
  const table = `<w:tbl><w:tr>${cell('事项')}${cell('件数')}</w:tr><w:tr>${cell('复议')}${cell('85')}</w:tr><w:tr>${cell('诉讼', '一审')}${cell('34')}</w:tr></w:tbl>`
  const body = [
    `<w:p>${run('受理85件')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}</w:p>`,
    `<w:p>${run('甲')}<w:r><w:br/></w:r>${run('乙')}<w:r><w:tab/></w:r>${run('丙')}<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2">${run('新')}</w:ins></w:p>`,
    table,
  ]
  const read = await readDocument('report.docx', docx(body.join('')))
  expect(read).toEqual({
    ok: true,
    value: {
      format: 'docx', encoding: null, pages: [], title: '望川县报告 & 附件', address: null, published: null,
      text: '受理85件[1]。\n甲\n乙\t丙新\n事项\t件数\n复议\t85\n诉讼\n一审\n34\n[1] 按年末口径。',
    },
  })
})

test('a Word file is known by its bytes, whatever its name', async () => {
  expect(await readDocument('report.txt', docx(paragraph('甲')))).toMatchObject({ ok: true, value: { format: 'docx', text: '甲' } })
})
