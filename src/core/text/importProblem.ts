/** Why a file is refused; nothing is stored then. Each says enough for the desk to name the cause and what to do about it. */
export type ImportProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  /** A file of a kind that is not read; `looksLike` is told by its bytes, whatever its name. */
  | { readonly kind: 'not-text'; readonly looksLike: UnreadFormat }
  | { readonly kind: 'unknown-encoding' }
  | { readonly kind: 'no-text-left' }
  /** Cut off or broken inside. */
  | { readonly kind: 'damaged'; readonly format: ReadFormat }
  /** Opens with a password only. */
  | { readonly kind: 'locked'; readonly format: 'pdf' | 'office' | 'zip' }
  /** A PDF of pictures: pages, but no text on them. */
  | { readonly kind: 'scanned-pdf'; readonly pages: number }
  /** A PDF whose fonts do not say which characters they show. */
  | { readonly kind: 'garbled-pdf'; readonly pages: number }
  /** Unpacks to more than any report has (a "zip bomb", or a file that would stop the browser). */
  | { readonly kind: 'unpacks-too-large'; readonly format: 'docx' | 'pdf'; readonly limitBytes: number }
  | { readonly kind: 'over-limit'; readonly what: 'characters' | 'pages' | 'elements' | 'nesting'; readonly limit: number }

/** Formats that are read and can be broken inside. */
export type ReadFormat = 'docx' | 'pdf' | 'html' | 'mht'

/** What a file looks like that is not read as it is. */
export type UnreadFormat =
  | 'pdf' | 'docx' | 'html' | 'mht'
  | 'doc' | 'wps' | 'xls' | 'ppt' | 'ole'
  | 'rtf' | 'ofd' | 'xlsx' | 'pptx' | 'odt' | 'epub' | 'zip' | 'archive'
  | 'image' | 'binary'
