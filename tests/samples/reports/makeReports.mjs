import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

// Makes the sample report in every format (see README.md): node tests/samples/reports/makeReports.mjs
// Needs LibreOffice, Chromium, iconv and a Chinese font. The files are kept; nobody needs to run this again.

const here = new URL('.', import.meta.url).pathname
const work = mkdtempSync(join(tmpdir(), 'zhunsheng-reports-'))
const sample = JSON.parse(readFileSync(new URL('../../../src/workflows/sampleProject/sampleProject.json', import.meta.url), 'utf8'))
const { lines: source } = sample.units[0].report
const published = '发布时间：2025-01-22 来源：霁川县司法局'
const [title, ...after] = source.map((line) => line.trim()).filter((line) => line !== '')
const rest = [published, ...after]
const lines = [title, ...rest]

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const levelOf = (line) => (/^[一二三四五六七八九十]+、/.test(line) ? 2 : /^（[一二三四五六七八九十]+）/.test(line) && line.length < 40 ? 3 : 0)
const bodyOf = (list) => list.map((line) => (levelOf(line) ? `<h${levelOf(line)}>${escape(line)}</h${levelOf(line)}>` : `<p>${escape(line)}</p>`)).join('\n')

function page(charset) {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="${charset}"><title>${title}_霁川县人民政府</title>
<meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="2025-01-22 09:30">
<style>p { text-indent: 2em }</style><script>var page = "<p>not text</p>"</script></head>
<body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/fz">法治政府</a> <a href="/bs">办事</a></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<div class="article"><h1>${title}</h1>
<div class="meta">${published} 字号：<a>大</a> <a>中</a> <a>小</a></div>
<div class="content">
${bodyOf(after)}
</div>
<div>扫一扫在手机打开当前页</div><div><a href="javascript:print()">打印</a> <a href="javascript:close()">关闭</a></div></div>
<div class="foot"><p>版权所有：霁川县人民政府 ICP备00000000号</p></div>
</body></html>
`
}

writeFileSync(join(here, 'report.txt'), `${lines.join('\n')}\n`)
writeFileSync(join(here, 'report.md'), `# ${title}\n\n${rest.map((line) => (levelOf(line) === 2 ? `## ${line}` : levelOf(line) === 3 ? `### **${line}**` : line)).join('\n\n')}\n`)
writeFileSync(join(here, 'report.html'), page('utf-8'))
writeFileSync(join(work, 'page.html'), page('gb2312'))
writeFileSync(join(here, 'report.gbk.html'), execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030', join(work, 'page.html')]))

const style = '@page { size: A4; margin: 3.7cm 2.6cm 3.5cm 2.8cm } body { font-family: "Noto Serif CJK SC"; font-size: 16pt; line-height: 28pt } p { text-indent: 2em; text-align: justify; margin: 0 } h1 { text-align: center; font-size: 22pt } h2, h3 { font-size: 16pt; margin: 0; text-indent: 2em }'
writeFileSync(join(work, 'report.html'), `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body><h1>${escape(title)}</h1>${bodyOf(rest)}</body></html>`)
const office = (format, name, ...more) => execFileSync('soffice', ['--headless', ...more, '--convert-to', format, '--outdir', work, join(work, name)], { stdio: 'ignore' })
office('odt', 'report.html', '--infilter=HTML (StarWriter)')
office('docx', 'report.odt')
office('pdf', 'report.docx')
for (const name of ['report.docx', 'report.pdf']) renameSync(join(work, name), join(here, name))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const printed = await browser.newPage()
await printed.goto(pathToFileURL(join(work, 'report.html')).href)
const furniture = (text) => `<div style="font-size: 9px; width: 100%; text-align: center">${text}</div>`
await printed.pdf({
  path: join(here, 'report.printed.pdf'), format: 'A4', displayHeaderFooter: true,
  headerTemplate: furniture(title), footerTemplate: furniture('— <span class="pageNumber"></span> —'),
  margin: { top: '3cm', bottom: '2.5cm', left: '2.7cm', right: '2.7cm' },
})
const shown = await browser.newPage()
await shown.route('http://www.jichuan.example/**', (route) => route.fulfill({ path: join(here, 'report.html'), contentType: 'text/html; charset=utf-8' }))
await shown.goto('http://www.jichuan.example/zwgk/2025/report.html')
const { data } = await (await shown.context().newCDPSession(shown)).send('Page.captureSnapshot', { format: 'mhtml' })
writeFileSync(join(here, 'report.mht'), data)
await browser.close()
