import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFolder, type ServedFolder } from '../../scripts/server.mjs'

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

let folder: string
let served: ServedFolder

beforeAll(async () => {
  const outer = mkdtempSync(join(tmpdir(), 'zhunsheng-'))
  folder = join(outer, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outer, 'secret.txt'), 'outside')
  writeFileSync(join(folder, '.stamp'), 'hidden')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'main-a1b2.js'), `export const long = '${'准'.repeat(2000)}'`)
  served = await serveFolder({ folder, port: 0, build: 'b1', version: '0.1.0' })
})

afterAll(async () => {
  await served.close()
  rmSync(join(folder, '..'), { recursive: true })
})

test('the page is never cached and carries the strict policy', async () => {
  const { status, headers, body } = await ask('/')
  expect({ status, body }).toEqual({ status: 200, body: '<!doctype html>' })
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  })
})

test('a hashed file is cached for good, and zipped for who can read it', async () => {
  const plain = await ask('/assets/main-a1b2.js')
  const zipped = await ask('/assets/main-a1b2.js', { 'accept-encoding': 'gzip' })
  expect(plain.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
  expect(plain.body).toHaveLength(2000 + "export const long = ''".length)
  expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip'])
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/..%5csecret.txt', '/.stamp', '/%', '/missing.js', '/%00'])(
  'nothing but the built files: %s',
  async (path) => {
    expect(await statusAndBody(path)).toEqual({ status: 404, body: 'Not found' })
  },
)

test('says who it is', async () => {
  expect(JSON.parse((await ask('/__zhunsheng')).body)).toEqual({ app: 'zhunsheng', version: '0.1.0', build: 'b1' })
})

test('localhost would be another database: it is sent home', async () => {
  const { status, headers } = await ask('/?a=1', { host: 'localhost:41730' })
  expect([status, headers['location']]).toEqual([302, 'http://127.0.0.1:41730/?a=1'])
})

test('only reads', async () => {
  expect((await ask('/', {}, 'POST')).status).toBe(405)
  expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test('an occupied port is an error, not another port', async () => {
  const port = Number(new URL(served.address).port)
  await expect(serveFolder({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

async function statusAndBody(path: string): Promise<Pick<Answer, 'status' | 'body'>> {
  const { status, body } = await ask(path)
  return { status, body }
}

/** Plain node:http, because fetch would tidy the path before it is sent. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(served.address)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }))
    })
      .on('error', reject)
      .end()
  })
}
