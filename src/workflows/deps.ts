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
}

/** Under which the app provides its Deps to the desks: `inject<Deps>(depsKey)!`. */
export const depsKey = Symbol('deps')
