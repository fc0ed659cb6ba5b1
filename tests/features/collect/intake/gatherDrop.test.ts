import { describe, expect, test } from 'vitest'
import { gatherChosen, gatherDrop } from '#features/collect/intake/gatherDrop'
import { sortOutFiles } from '#features/collect/intake/sortOutFiles'

type Tree = { readonly [name: string]: Tree | string }

/** Folders as a browser hands them out: in parcels, the last one empty. A file whose content is 'locked' cannot be opened. */
function aFolder(name: string, tree: Tree): FileSystemEntry {
  const children = Object.entries(tree).map(([child, content]) => (typeof content === 'string' ? aFile(child, content) : aFolder(child, content)))
  const entry = {
    name, isDirectory: true, isFile: false,
    createReader() {
      let at = 0
      return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(children.slice(at, (at += 2))) }
    },
  }
  return entry as unknown as FileSystemEntry
}

function aFile(name: string, content: string): FileSystemEntry {
  const file = (resolve: (file: File) => void, reject: (error: Error) => void): void => (content === 'locked' ? reject(new Error('no')) : resolve(new File([content], name)))
  return { name, isDirectory: false, isFile: true, file } as unknown as FileSystemEntry
}

function listed(...paths: readonly string[]) {
  const { files, leftOut } = sortOutFiles(paths.map((path) => ({ path, file: new File([], path) })))
  return { paths: files.map(({ path }) => path), leftOut }
}

describe('gatherDrop', () => {
  test('folders are walked to the last one, in the order of paths, numbers as numbers', async () => {
    const folder = aFolder('区县', { '10.txt': 'x', '2.txt': 'x', '甲': { 深: { 更深: { '报告.docx': 'x' } } }, '.git': { config: 'x', HEAD: 'x' }, 'Thumbs.db': 'x', '不可读.pdf': 'locked' })
    const heard: number[] = []
    const { files, leftOut } = await gatherDrop([folder, new File(['x'], '单份.txt'), new File(['x'], '~$单份.docx')], (count) => heard.push(count))
    expect(files.map(({ path }) => path)).toEqual(['单份.txt', '区县/2.txt', '区县/10.txt', '区县/甲/深/更深/报告.docx'])
    expect(leftOut).toEqual({ hidden: 3, companions: 0, unreadable: 1, overLimit: 0 })
    expect(heard.at(-1)).toBe(5)
  })

  test('the walk can be stopped', async () => {
    let found = 0
    const { files } = await gatherDrop([aFolder('a', { '1.txt': 'x', '2.txt': 'x', '3.txt': 'x' })], (count) => { found = count }, () => found >= 1)
    expect(files).toHaveLength(1)
  })

  test('files of the buttons carry the path of the folder that was chosen', () => {
    const file = new File(['x'], '报告.txt')
    Object.defineProperty(file, 'webkitRelativePath', { value: '区县/甲/报告.txt' })
    expect(gatherChosen([file, new File(['x'], '另一份.txt')]).files.map(({ path }) => path)).toEqual(['另一份.txt', '区县/甲/报告.txt'])
  })
})

describe('sortOutFiles', () => {
  test.each(['.DS_Store', 'a/._报告.docx', '~$报告.docx', '.~报告.docx', '~WRL0001.tmp', 'Thumbs.db', 'DESKTOP.INI', '__MACOSX/a/报告.txt', 'a/.git/config', '报告.docx.crdownload'])('%s is left out', (path) => {
    expect(listed(path)).toEqual({ paths: [], leftOut: { hidden: 1, companions: 0, unreadable: 0, overLimit: 0 } })
  })

  test.each(['报告.doc', '图片.jpg', 'a.b/报告', '~报告.txt', 'thumbs.db.txt'])('%s is listed, to be read or refused with its reason', (path) => {
    expect(listed(path).paths).toEqual([path])
  })

  test('what a browser saved beside a page goes with it; a folder of that kind without its page is a folder', () => {
    expect(listed('甲.html', '甲_files/a.css', '甲_files/图/b.png', '区/乙.htm', '区/乙.files/x.js', '丙_files/报告.txt', '乙.files/报告.txt')).toEqual({
      paths: expect.arrayContaining(['甲.html', '区/乙.htm', '丙_files/报告.txt', '乙.files/报告.txt']) as string[],
      leftOut: { hidden: 0, companions: 3, unreadable: 0, overLimit: 0 },
    })
  })

  test('more than can be taken at once is said', () => {
    const { files, leftOut } = sortOutFiles(['1.txt', '2.txt', '3.txt'].map((path) => ({ path, file: new File([], path) })), 2)
    expect([files.map(({ path }) => path), leftOut.overLimit]).toEqual([['1.txt', '2.txt'], 1])
  })
})
