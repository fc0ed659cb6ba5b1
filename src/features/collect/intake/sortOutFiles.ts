export interface ChosenFile {
  readonly file: File
  /** Folders and name, "甲市/2024/报告.docx"; only the name where it was chosen by itself. */
  readonly path: string
}

/** What was not taken into the list, in numbers; a person is told, for nothing may vanish silently. */
export interface LeftOut {
  /** Hidden files and those that systems and office programs leave behind. */
  readonly hidden: number
  /** Pictures, styles and scripts in the folder that a browser saves beside a page. */
  readonly companions: number
  readonly unreadable: number
  readonly overLimit: number
}

export const noneLeftOut: LeftOut = { hidden: 0, companions: 0, unreadable: 0, overLimit: 0 }

/** So many files are taken at once; it is three times a province's counties. */
export const chosenFilesLimit = 5000

/**
 * The files of a drop or of a folder that can be reports, in the order of their paths. Nothing is judged by its ending: what is no report is
 * refused when it is read, with its reason.
 * @example sortOutFiles([{ path: '甲/报告.docx', file }, { path: '甲/~$报告.docx', file }]).leftOut.hidden // 1
 */
export function sortOutFiles(chosen: readonly ChosenFile[], limit: number = chosenFilesLimit): { readonly files: readonly ChosenFile[]; readonly leftOut: LeftOut } {
  const pages = new Set(chosen.flatMap(({ path }) => (/\.x?html?$/i.test(path) ? [path.replace(/\.x?html?$/i, '').toLowerCase()] : [])))
  const seen = chosen.filter(({ path }) => !path.split('/').some(isSystemName))
  const kept = seen.filter(({ path }) => !isCompanion(path, pages)).sort((a, b) => byPath.compare(a.path, b.path))
  return {
    files: kept.slice(0, limit),
    leftOut: { hidden: chosen.length - seen.length, companions: seen.length - kept.length, unreadable: 0, overLimit: Math.max(0, kept.length - limit) },
  }
}

/** .DS_Store, ._报告.docx, ~$报告.docx, .~报告.docx, Thumbs.db, desktop.ini, __MACOSX … */
export function isSystemName(name: string): boolean {
  return /^(?:\.|~\$|~WRL)|\.(?:tmp|lnk|crdownload|part)$/i.test(name) || systemNames.has(name.toLowerCase())
}

const systemNames: ReadonlySet<string> = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx', '$recycle.bin', 'system volume information'])
const byPath = new Intl.Collator('zh-CN', { numeric: true })

/** Whether a folder of the path is the one that a browser saved beside a page that was chosen, too: "报告_files" beside "报告.html". */
function isCompanion(path: string, pages: ReadonlySet<string>): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some((name, index) => {
    const base = name.replace(/(?:_files|\.files|_file)$/i, '')
    return base !== name && pages.has([...folders.slice(0, index), base].join('/').toLowerCase())
  })
}
