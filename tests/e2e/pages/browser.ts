import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { serveFolder } from '../../../scripts/server.mjs'

const dist = fileURLToPath(new URL('../../../dist', import.meta.url))
const singleFile = new URL('../../../dist-single/index.html', import.meta.url)
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export interface OpenedBrowser {
  readonly context: BrowserContext
  readonly page: Page
  readonly address: string
  readonly messages: string[]
  readonly foreign: string[]
  readonly stop: () => Promise<void>
}

export interface BrowserOptions {
  readonly build: 'pwa' | 'file'
  readonly profile: string
  readonly offline: boolean
  readonly viewport: { readonly width: number; readonly height: number }
}

/** Opens a production build in the system's Chromium with a profile of its own: dist/ served on a free port, or the single file. */
export async function openBrowser(options: BrowserOptions): Promise<OpenedBrowser> {
  const server = options.build === 'file' ? openFile() : await serveFor(options.profile)
  const context = await chromium.launchPersistentContext(options.profile, chromiumOptions(options))
  // tsx names functions with a helper of its own, which functions that are sent into the page would miss there.
  await context.addInitScript({ content: 'globalThis.__name ??= (value) => value' })
  const page = context.pages()[0] ?? (await context.newPage())
  const messages: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.address) && !url.startsWith('data:') && !url.startsWith('blob:')) foreign.push(url)
  })
  page.setDefaultTimeout(15_000)
  await page.goto(server.address)
  await page.getByRole('main').getByRole('heading').first().waitFor()
  return { context, page, address: server.address, messages, foreign, stop: () => server.close() }
}

export function chromiumOptions({ offline, viewport }: Pick<BrowserOptions, 'offline' | 'viewport'>) {
  return {
    executablePath: process.env['CHROMIUM_PATH'] || usualPlaces.find((path) => existsSync(path)),
    headless: true,
    viewport,
    locale: 'zh-CN',
    acceptDownloads: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--font-render-hinting=none',
      ...(offline ? ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'] : []),
    ],
  }
}

function openFile(): Awaited<ReturnType<typeof serveFolder>> {
  if (!existsSync(singleFile)) throw new Error('dist-single/ is missing: run `npm run build` first')
  return { address: singleFile.href, close: async () => {} }
}

/**
 * IndexedDB belongs to scheme, host and port: a profile keeps the port of its first launch in its folder, so that a later launch, in
 * another process, too, finds its data.
 */
async function serveFor(profile: string): Promise<Awaited<ReturnType<typeof serveFolder>>> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('dist/ is missing: run `npm run build` first')
  const note = join(profile, 'zhunsheng-port')
  if (existsSync(note)) return serveFolder({ folder: dist, port: Number(readFileSync(note, 'utf8')) })
  const server = await serveFolder({ folder: dist, port: 0 })
  mkdirSync(profile, { recursive: true })
  writeFileSync(note, new URL(server.address).port)
  return server
}
