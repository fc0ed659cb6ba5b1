import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runCommand.mjs'

const sources = ['src', 'rubrics', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'scripts/contentSecurityPolicy.mjs', 'scripts/singleFile.mjs', 'scripts/appManifest.mjs', 'scripts/pdfCharacterMaps.mjs']
const stampPath = join(root, 'dist', '.stamp')

/** One digest over everything a build is made of, the same on every system. */
export function digestSources() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder)) hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0')
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).sort().flatMap((name) => filesUnder(`${path}/${name}`))
}

/** What dist/ was made of; null when there is no finished build. */
export function builtDigest() {
  return existsSync(join(root, 'dist', 'index.html')) && existsSync(join(root, 'dist-single', 'index.html')) && existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : null
}

export function isBuildFresh() {
  return builtDigest() === digestSources()
}

/** @param digest taken before the build began: a source changed meanwhile must make the build stale. */
export function stampBuild(digest) {
  writeFileSync(stampPath, digest)
}
