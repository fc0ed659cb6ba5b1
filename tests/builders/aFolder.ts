export interface AFolder extends FileSystemDirectoryHandle {
  readonly files: Map<string, Uint8Array>
  readonly modified: Map<string, number>
  /** Of all files in it. */
  permission: PermissionState
  /** Nothing more can be written. */
  full: boolean
}

/** A folder in memory with the calls of the File System API that the program uses; what is not closed is not written. */
export function aFolder(): AFolder {
  let ticks = Date.UTC(2026, 2, 1)
  const files = new Map<string, Uint8Array>()
  const folders = new Map<string, ReturnType<typeof aFolder>>()
  const missing = (name: string) => new DOMException(`no ${name}`, 'NotFoundError')
  const handleOf = (name: string) => ({
    kind: 'file' as const,
    name,
    queryPermission: async () => folder.permission,
    requestPermission: async () => (folder.permission = 'granted'),
    getFile: async () => {
      const bytes = files.get(name)
      if (!bytes) throw missing(name)
      return new File([new Uint8Array(bytes)], name, { lastModified: folder.modified.get(name) ?? 0 })
    },
    createWritable: async () => {
      if (folder.full) throw new DOMException('no room left', 'QuotaExceededError')
      const parts: Uint8Array[] = []
      return {
        write: async (part: Uint8Array) => void parts.push(part.slice()),
        close: async () => {
          files.set(name, Uint8Array.from(parts.flatMap((part) => [...part])))
          folder.modified.set(name, (ticks += 1000))
        },
      }
    },
  })
  const folder = {
    kind: 'directory' as const,
    files,
    modified: new Map<string, number>(),
    permission: 'granted' as PermissionState,
    full: false,
    async *values() {
      for (const name of [...files.keys()]) yield handleOf(name)
      for (const [name, inner] of [...folders]) yield Object.assign(inner, { name })
    },
    getDirectoryHandle: async (name: string, { create = false } = {}) => {
      const inner = folders.get(name)
      if (inner) return inner
      if (!create) throw missing(name)
      const made = aFolder()
      folders.set(name, made)
      return made
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw missing(name)
      if (!files.has(name)) files.set(name, new Uint8Array())
      return handleOf(name)
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name) && !folders.delete(name)) throw missing(name)
    },
  }
  return folder as unknown as AFolder
}
