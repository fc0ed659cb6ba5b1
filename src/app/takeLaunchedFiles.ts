import { launchedFile } from '#ui/launchedFile'

interface LaunchParams {
  readonly files?: readonly { readonly getFile: () => Promise<File> }[]
}
interface LaunchQueue {
  readonly setConsumer: (consumer: (params: LaunchParams) => void) => void
}

/** Project files opened by double click in an installed Chromium arrive here; `arrived` shows the desk that opens them. */
export function takeLaunchedFiles(arrived: () => void): void {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue
  queue?.setConsumer((params) => {
    const [first] = params.files ?? []
    if (!first) return
    void first.getFile().then((file) => {
      launchedFile.value = { file, ...(isHandle(first) && { handle: first }) }
      arrived()
    })
  })
}

/** What the system hands over can be written to later; only a real handle can be kept for that. */
function isHandle(given: object): given is FileSystemFileHandle {
  return typeof FileSystemFileHandle !== 'undefined' && given instanceof FileSystemFileHandle
}
