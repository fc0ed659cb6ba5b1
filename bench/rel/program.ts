import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { serveFolder } from '../../scripts/server.mjs'
import { scratchFolder } from './scratch'

/** What a positive control has instead of the product: one place of the built program, changed in a copy of it. */
export interface Variant {
  readonly name: string
  /** Found exactly once in the whole build, or the run stops: a control that changes nothing would prove nothing. */
  readonly place: RegExp
  readonly instead: string
}

export type Build = 'pwa' | 'file'

export interface Program {
  readonly address: string
  /** Whether it differs from what was built; the single file then no longer matches the hashes of its policy. */
  readonly changed: boolean
  readonly stop: () => Promise<void>
}

const built = { pwa: fileURLToPath(new URL('../../dist', import.meta.url)), file: fileURLToPath(new URL('../../dist-single', import.meta.url)) }

/**
 * Serves the production build, or a changed copy of it. The port is part of the origin, so a profile that was used before needs the
 * same one again; two programs cannot stand at one port at once. The single file has one origin wherever it lies.
 */
export async function startProgram({ build, port = 0, variant = null }: { readonly build: Build; readonly port?: number; readonly variant?: Variant | null }): Promise<Program> {
  if (!existsSync(join(built[build], 'index.html'))) throw new Error('the build is missing: run `npm run build` first')
  const folder = variant ? changedCopy(built[build], variant) : built[build]
  if (build === 'file') return { address: pathToFileURL(join(folder, 'index.html')).href, changed: variant !== null, stop: async () => {} }
  const server = await serveFolder({ folder, port })
  return { address: server.address, changed: variant !== null, stop: () => server.close() }
}

export function portOf(program: Program): number {
  return Number(new URL(program.address).port)
}

function changedCopy(from: string, variant: Variant): string {
  const folder = scratchFolder('variant')
  cpSync(from, folder, { recursive: true })
  const everywhere = new RegExp(variant.place, 'g')
  let found = 0
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (!/\.(js|html)$/.test(name)) continue
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    const here = [...text.matchAll(everywhere)].length
    if (here === 0) continue
    found += here
    writeFileSync(path, text.replace(variant.place, variant.instead))
  }
  if (found !== 1) throw new Error(`the control "${variant.name}" finds its place ${found} times in the build; bench/rel/variants.ts must follow the program`)
  return folder
}
