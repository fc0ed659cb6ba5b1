/**
 * The sentinel's second place: a small file in the browser's own folder (OPFS), which is kept apart from localStorage and so is not damaged
 * with it. None on pages opened from a file in Chromium. Clearing the site's data takes this too.
 */
const fileName = 'sentinel.json'

export async function readSentinelFile(): Promise<string | null> {
  try {
    const file = await (await folder())?.getFileHandle(fileName)
    return file ? await (await file.getFile()).text() : null
  } catch {
    // Not there yet, or not readable: it says nothing then.
    return null
  }
}

export async function writeSentinelFile(text: string): Promise<void> {
  try {
    const file = await (await folder())?.getFileHandle(fileName, { create: true })
    const stream = await file?.createWritable()
    await stream?.write(new TextEncoder().encode(text))
    await stream?.close()
  } catch {
    // A full or forbidden folder: the other place has it.
  }
}

async function folder(): Promise<FileSystemDirectoryHandle | null> {
  return (await globalThis.navigator?.storage?.getDirectory?.()) ?? null
}
