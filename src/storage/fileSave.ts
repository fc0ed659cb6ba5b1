import type { Instant, Sha256 } from '#core/ids'

/** When and under which name a project was last handed out as a file. */
export interface FileSave {
  readonly at: Instant
  readonly fileName: string
  /** What was saved; absent in saves of older programs. */
  readonly saved?: ProjectStamp
  /** Under a passphrase; the next save asks for one, too. */
  readonly sealed?: boolean
}

/** The state of a project in one word, and how many judgements it holds: two equal stamps are two equal states. */
export interface ProjectStamp {
  readonly stamp: Sha256
  readonly entries: number
}
