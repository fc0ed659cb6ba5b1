import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './runCommand.mjs'

/**
 * What a newcomer's browser must load before the first desk stands: the entry with everything it imports statically (that is also what
 * index.html preloads), and the same for the first desk, projects, which the router loads at once. Budget of DESIGN: 150 KB + 15 KB gz.
 */
const budgetKb = { js: 150, css: 15 }
const firstDesk = /^src\/features\/projects\/[^/]+\.(vue|ts)$/

const dist = join(root, 'dist')
const manifestPath = join(dist, '.vite', 'manifest.json')
if (!existsSync(manifestPath)) {
  console.error('dist/.vite/manifest.json is missing: run npm run build')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
const desks = Object.keys(manifest).filter((key) => firstDesk.test(key) && manifest[key].isDynamicEntry && /View\.vue$|routes\.ts$/.test(key))

const files = new Set()
const seen = new Set()
for (const key of [...entries, ...desks]) follow(key)

const sizes = [...files].map((file) => ({ file, gz: gzipSync(readFileSync(join(dist, file))).length })).sort((a, b) => b.gz - a.gz)
const js = total('.js')
const css = total('.css')
console.log('First screen (the entry and the first desk with all they import), gz:')
for (const { file, gz } of sizes) console.log(`  ${kb(gz).padStart(7)} KB  ${file}`)
console.log(`  JS ${kb(js)} of ${budgetKb.js} KB, CSS ${kb(css)} of ${budgetKb.css} KB`)
if (js > budgetKb.js * 1024 || css > budgetKb.css * 1024) {
  console.error('The first screen is beyond its budget: load something later.')
  process.exit(1)
}

function follow(key) {
  if (seen.has(key)) return
  seen.add(key)
  const chunk = manifest[key]
  files.add(chunk.file)
  for (const file of chunk.css ?? []) files.add(file)
  for (const next of chunk.imports ?? []) follow(next)
}

function total(extension) {
  return sizes.filter(({ file }) => file.endsWith(extension)).reduce((sum, { gz }) => sum + gz, 0)
}

function kb(bytes) {
  return (bytes / 1024).toFixed(1)
}
