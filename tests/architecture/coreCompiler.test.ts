import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** src/core/tsconfig.json is the door of core: no DOM, no Node. It would open without a sound if someone added a lib or a type. */
test.each([
  ['document', 'export const x = document.title'],
  ['localStorage', 'export const x = localStorage'],
  ['process', 'export const x = process.env'],
  ['setTimeout', 'export const x = setTimeout'],
])('core does not know %s', (name, code) => {
  expect(complaintsAbout(code)).toEqual([expect.stringContaining(`'${name}'`)])
})

test('core knows the language itself', () => {
  expect(complaintsAbout('export const x = new Map<string, bigint>([["a", 1n]]).get("a")')).toEqual([])
})

function complaintsAbout(code: string): string[] {
  const folder = resolve('src/core')
  const file = resolve(folder, 'canary.ts')
  const { config } = ts.readConfigFile(resolve(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  host.fileExists = (path) => resolve(path) === file || fileExists.call(host, path)
  host.readFile = (path) => (resolve(path) === file ? code : readFile.call(host, path))
  host.getSourceFile = (path, target) => (resolve(path) === file ? ts.createSourceFile(path, code, target) : getSourceFile.call(host, path, target))
  const program = ts.createProgram([file], options, host)
  return ts.getPreEmitDiagnostics(program).map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '))
}
