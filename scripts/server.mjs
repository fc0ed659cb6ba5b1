import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { headerPolicy } from './contentSecurityPolicy.mjs'

/** IndexedDB belongs to scheme + host + port: this address never changes, or the user's work would seem lost. */
export const homeHost = '127.0.0.1'
export const homePort = 41730
export const identityPath = '/__zhunsheng'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.svg', '.txt'])

const everyAnswer = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * Serves a built folder. The files are taken into memory once: a page that is open keeps finding its parts while a newer build is
 * written beside it, and no path from outside ever reaches the disk.
 *
 * @param options folder; host and port (0: any free one); build: digest told under /__zhunsheng; version
 * @returns address and close(); rejects with the server's error (EADDRINUSE …)
 */
export function serveFolder({ folder, host = homeHost, port = homePort, build = '', version = '' }) {
  const files = loadFolder(folder)
  const identity = JSON.stringify({ app: 'zhunsheng', version, build })
  const server = createServer((request, response) => answer({ request, response, files, identity }))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      const address = `http://${host}:${server.address().port}/`
      resolve({ address, close: () => closeServer(server) })
    })
  })
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function loadFolder(folder, at = '/') {
  const files = new Map()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const full = join(folder, entry.name)
    if (entry.isDirectory()) for (const [path, file] of loadFolder(full, `${at}${entry.name}/`)) files.set(path, file)
    else if (entry.isFile()) files.set(`${at}${entry.name}`, makeServedFile(full, at))
  }
  return files
}

function makeServedFile(full, at) {
  const body = readFileSync(full)
  const extension = extname(full).toLowerCase()
  const hashed = at.startsWith('/assets/')
  return {
    body,
    packed: compressible.has(extension) && body.length > 1024 ? gzipSync(body) : null,
    headers: {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  }
}

function answer({ request, response, files, identity }) {
  const send = (status, headers, body) => {
    response.writeHead(status, { ...everyAnswer, ...headers, 'Content-Length': Buffer.byteLength(body) })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, { ...plain, Allow: 'GET, HEAD' }, 'Method not allowed')

  // localhost would be another origin, with another (empty) database.
  const asked = (request.headers.host ?? '').match(/^localhost(:\d+)?$/i)
  if (asked) return send(302, { ...plain, Location: `http://${homeHost}${asked[1] ?? ''}${request.url}` }, '')

  const path = pathOf(request.url)
  if (path === identityPath) return send(200, { 'Content-Type': types['.json'], 'Cache-Control': 'no-store' }, identity)
  const file = path === null ? undefined : files.get(path.endsWith('/') ? `${path}index.html` : path)
  if (file === undefined) return send(404, plain, 'Not found')
  const zips = file.packed !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const varies = file.packed === null ? {} : { Vary: 'Accept-Encoding' }
  send(200, { ...file.headers, ...varies, ...(zips ? { 'Content-Encoding': 'gzip' } : {}) }, zips ? file.packed : file.body)
}

function pathOf(url) {
  try {
    return decodeURIComponent((url ?? '/').split(/[?#]/)[0])
  } catch {
    return null
  }
}
