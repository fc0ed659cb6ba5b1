export const homeHost: string
export const homePort: number
export const identityPath: string

export interface ServedFolder {
  /** With a slash at the end: `http://127.0.0.1:41730/`. */
  readonly address: string
  readonly close: () => Promise<void>
}

export function serveFolder(options: {
  readonly folder: string
  readonly host?: string
  readonly port?: number
  readonly build?: string
  readonly version?: string
}): Promise<ServedFolder>
