import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Bundles a page module, serves it on this machine and runs `work` on it in real Chromium with a new profile. */
export async function inChromium<T>(pageModule: URL, work: (page: Page) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhunsheng-bench-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('../../', import.meta.url)),
      publicDir: false,
      build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'es2023', rollupOptions: { input: fileURLToPath(pageModule), output: { entryFileNames: 'page.js' } } },
    })
    const script = await readFile(join(folder, 'page', 'page.js'))
    return await serving(script, (address) => browsing(join(folder, 'profile'), address, work))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function serving<T>(script: Buffer, work: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>bench</title><script type="module" src="page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

async function browsing<T>(profile: string, address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', headless: true, args: flags })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(600_000)
    await page.goto(address)
    return await work(page)
  } finally {
    await context.close()
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
}
