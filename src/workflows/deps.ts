import type { Instant } from '#core/ids'

/** Everything that cannot be repeated comes in here; tests pass fixed ones. Built in app/wire.ts. */
export interface Deps {
  /** The present instant, UTC. */
  readonly clock: () => Instant
  /** A new unique id, 26 characters, random enough never to meet another laptop's. */
  readonly newId: () => string
  /** Version of the program, printed on every file it makes. */
  readonly appVersion: string
  /** Hands bytes to the person under a file name (a download). */
  readonly saveFile: (name: string, bytes: Uint8Array, type: string) => Promise<void>
  /** Asks where a project file shall lie; only on a click. Absent where the browser has no such question (Firefox, Safari). */
  readonly pickSaveFile?: (suggestedName: string) => Promise<PickedFile>
  /** Asks for a project file that may also be written to later; only on a click. Absent where the browser has no such question. */
  readonly pickOpenFile?: () => Promise<PickedFile>
}

/** 'given-up': the person closed the question. 'refused': the browser does not ask here; a download or an upload is left. */
export type PickedFile = { readonly kind: 'picked'; readonly handle: FileSystemFileHandle } | { readonly kind: 'given-up' } | { readonly kind: 'refused' }

/** Under which the app provides its Deps to the desks: `inject<Deps>(depsKey)!`. */
export const depsKey = Symbol('deps')
