import { isSystemName, noneLeftOut, sortOutFiles, type ChosenFile, type LeftOut } from '#features/collect/intake/sortOutFiles'

export interface Gathered {
  readonly files: readonly ChosenFile[]
  readonly leftOut: LeftOut
}

/** Must be called while the drop event runs: the browser empties the list afterwards. */
export function entriesOfDrop(transfer: DataTransfer): (File | FileSystemEntry)[] {
  return [...transfer.items].flatMap((item): (File | FileSystemEntry)[] => {
    if (item.kind !== 'file') return []
    const entry = typeof item.webkitGetAsEntry === 'function' ? item.webkitGetAsEntry() : null
    if (entry?.isDirectory) return [entry]
    const file = item.getAsFile()
    return file ? [file] : entry ? [entry] : []
  })
}

/** Files chosen with the file or the folder button. */
export function gatherChosen(files: Iterable<File>): Gathered {
  return sortOutFiles([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })))
}

/** Walks dropped folders to their last one. What the system refuses to open is counted. `found` hears how many there are so far; `isStopped` ends the walk. */
export async function gatherDrop(dropped: readonly (File | FileSystemEntry)[], found: (count: number) => void = () => {}, isStopped: () => boolean = () => false): Promise<Gathered> {
  const chosen: ChosenFile[] = []
  let unreadable = 0
  let hidden = 0
  const open: { readonly thing: File | FileSystemEntry; readonly folder: string }[] = dropped.map((thing) => ({ thing, folder: '' })).reverse()
  for (let next = open.pop(); next && !isStopped(); next = open.pop()) {
    const { thing, folder } = next
    const path = folder + thing.name
    if (thing instanceof File) chosen.push({ file: thing, path })
    else if (isSystemName(thing.name)) hidden += 1
    else {
      try {
        if (thing.isDirectory) open.push(...(await childrenOf(thing as FileSystemDirectoryEntry)).map((child) => ({ thing: child, folder: `${path}/` })))
        else chosen.push({ file: await fileOf(thing as FileSystemFileEntry), path })
      } catch {
        unreadable += 1
      }
    }
    found(chosen.length)
  }
  const { files, leftOut } = sortOutFiles(chosen)
  return { files, leftOut: { ...leftOut, hidden: leftOut.hidden + hidden, unreadable } }
}

export function sumLeftOut(a: LeftOut, b: LeftOut): LeftOut {
  return { hidden: a.hidden + b.hidden, companions: a.companions + b.companions, unreadable: a.unreadable + b.unreadable, overLimit: a.overLimit + b.overLimit }
}

export function isNothingLeftOut(leftOut: LeftOut): boolean {
  return Object.keys(noneLeftOut).every((key) => leftOut[key as keyof LeftOut] === 0)
}

/** A folder hands out its content in parcels of a hundred, until an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const parcel = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (parcel.length === 0) return children
    children.push(...parcel)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}
